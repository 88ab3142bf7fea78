"""Indicators that cannot be judged, and money that cannot be counted."""

import pytest

from tests.lint.examples import found
from tests.lint.spots import real, spots, words

INDICATORS = """\
indicateurs:
  - Nombre de familles
  - nom: Avec son nom seulement
  - nom: Avec une unité
    unite: places
  - nom: Sans départ
    cible: {date: 2028-12-31, valeur: 12}
  - nom: Sans cible
    reference: {date: 2024-12-31, valeur: 4}
  - nom: Les deux
    reference: {date: 2024-12-31, valeur: 4}
    cible: {date: 2028-12-31, valeur: 12}
  - nom: Appréciation des parents
    type: qualitatif
    cible: {date: 2028-12-31, valeur: satisfaisante}
  - nom: Compté
    type: quantitatif
etapes:
  - titre: Étude
    indicateurs:
      - nom: Des mesures
        mesures:
          - date: 2025-06-30
            valeur: 3
      - Nombre de réunions
"""


def test_an_indicator_with_more_than_its_name_needs_a_target() -> None:
    assert words("indicateur-sans-cible", INDICATORS) == [
        "Avec une unité",
        "Sans cible",
        "Des mesures",
    ]


def test_an_indicator_with_a_target_needs_a_start() -> None:
    assert words("indicateur-sans-reference", INDICATORS) == ["Sans départ"]


MONEY = """\
financements:
  - financeur: Caf
    montant: 4 500
    annee: 2026
  - montant: 3 000
    annee: 2026
  - financeur: MSA
    annee: 2026
  - financeur: Commune
    montant: 0
"""


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        # A fiche of an example starts at line 11, its own keys at line 13.
        ("financement-sans-financeur", (17, 13, "montant: 3 000")),
        ("financement-sans-montant", (19, 13, "financeur: MSA")),
        ("financement-sans-annee", (21, 13, "financeur: Commune")),
    ],
)
def test_a_line_of_money_that_lacks_something_is_told(rule: str, line: tuple[int, int, str]) -> None:
    assert spots(rule, MONEY) == [line]


@pytest.mark.parametrize(
    ("rule", "given", "message"),
    [
        ("financement-sans-financeur", "montant", "aucun de ces 2 financements n'a de financeur"),
        ("financement-sans-montant", "financeur", "aucun de ces 2 financements n'a de montant"),
        ("financement-sans-annee", "financeur", "aucun de ces 2 financements n'a d'année"),
    ],
)
def test_what_all_the_lines_of_a_fiche_lack_is_told_once(rule: str, given: str, message: str) -> None:
    text = f"financements:\n  - {given}: 1000\n  - {given}: 2000\n"
    (finding,) = found(rule, text)
    assert finding.message == message
    assert words(rule, text) == ["financements"]
    assert words(rule, f"financements:\n  - {given}: 1000\n") == [f"{given}: 1000"]


def test_a_line_that_names_nobody_is_asked_who_pays_and_nothing_else() -> None:
    # It may be a cost, which no funder, no year makes wrong.
    cost = "financements: [{objet: Coût des travaux, montant: 60 000}, {objet: Des jeux, etat: prévu}]\n"
    assert words("financement-sans-annee", cost) == words("financement-sans-montant", cost) == []
    (finding,) = found("financement-sans-financeur", cost)
    assert "écrivez-le sous «\u00a0couts:\u00a0»" in (finding.hint or "")


def test_a_text_is_all_that_the_document_says_of_money() -> None:
    text = "financements: [Sur fonds propres]\n"
    rules = ("financement-sans-financeur", "financement-sans-montant", "financement-sans-annee")
    assert [words(rule, text) for rule in rules] == [[], [], []]


def test_a_convention_of_one_year_needs_no_year() -> None:
    head = "format: 1\ntitre: P\nterritoire:\n  nom: T\ncaf: C\nperiode: {}\naxes:\n  - id: a\n    titre: A\n"
    fiche = "      - numero: 1\n        titre: F\n        financements:\n          - financeur: Caf\n"
    plan = f"{head}    actions:\n{fiche}"
    assert words("financement-sans-annee", plan.format("2026")) == []
    assert words("financement-sans-annee", plan.format("2026-2027")) == ["financeur: Caf"]
    one_year = "{debut: 2026-03-01, fin: 2026-12-31}"
    assert words("financement-sans-annee", plan.format(one_year)) == []


@pytest.mark.parametrize(
    "rule",
    [
        "indicateur-sans-cible",
        "indicateur-sans-reference",
        "financement-sans-annee",
        "financement-sans-financeur",
        "financement-sans-montant",
    ],
)
@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_real_plans_have_indicators_in_one_line_and_no_money(rule: str, name: str) -> None:
    assert real(rule, name) == []
