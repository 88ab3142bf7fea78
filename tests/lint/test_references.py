"""References that lead nowhere, or to several fiches."""

import pytest

from tests.lint.spots import findings, real, spots, words

#: Numbers restart in each theme, and the sections of each level are numbered.
THEMES = """\
format: 1
titre: Plan inventé
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
vocabulaire:
  niveaux:
    - Thématique
    - Enjeu
preambule:
  - titre: Lecture
    texte: {preamble}
axes:
  - id: enfance
    numero: 1
    titre: Enfance
    objectifs:
      - numero: 1
        titre: Accueillir
        actions:
          - numero: 1.1
            titre: Ouvrir une ludothèque
          - numero: 1.2
            titre: Former les équipes
            moyens: {here}
  - id: jeunesse
    numero: 2
    titre: Jeunesse
    objectifs:
      - numero: 1
        titre: Écouter
        actions:
          - numero: 1.1
            titre: Créer un forum
      - numero: 2
        titre: Accompagner
        actions:
          - numero: 2.1
            titre: Ouvrir un local
  - id: logement
    numero: 3
    titre: Logement
    objectifs:
      - numero: 1
        titre: Recenser
        actions:
          - numero: 1.5
            titre: Recenser les logements
            moyens: {there}
"""


def themes(*, preamble: str = "Rien", here: str = "Rien", there: str = "Rien") -> str:
    """A plan with three texts: before the themes, in the first, and in the last."""
    return THEMES.format(
        **{key: f'"{text}"' for key, text in [("preamble", preamble), ("here", here), ("there", there)]}
    )


def test_a_number_that_no_fiche_has_is_told_at_its_words() -> None:
    text = themes(here="Guide (voir fiche action 1.9), réseau (cf. fiches actions 1.1, 3.4 et 1.2)")
    assert spots("renvoi-inconnu", text) == [(26, 34, "fiche action 1.9"), (26, 85, "3.4")]
    messages = [(finding.message, finding.hint) for finding in findings("renvoi-inconnu", text)]
    assert messages == [
        ("ce plan n'a pas de fiche 1.9", "les plus proches\u00a0: enfance/1.1, 1.2"),
        ("ce plan n'a pas de fiche 3.4", "«\u00a0ctg show\u00a0» montre le plan et ses numéros"),
    ]


def test_the_nth_of_the_same_words_is_the_one_under_the_caret() -> None:
    text = themes(here="11.91 € : voir fiche action 1.2, voir fiche action 1.9 et voir fiche action 1.9")
    assert spots("renvoi-inconnu", text) == [(26, 60, "fiche action 1.9"), (26, 85, "fiche action 1.9")]


@pytest.mark.parametrize(
    "text",
    [
        "voir fiche action 1.1",
        "voir fiche action 3.1 du PEDT",
        "voir fiches actions 3.1 et 3.2 du contrat local de santé",
        "l'action 7.1 de la feuille de route départementale",
        "action 2027",
        "3 actions",
        "les enjeux de 2.5 millions",
        "Enjeu 1 : accueillir",
        "voir l'enjeu 2",
        "la thématique 3",
        "voir enjeu 9 du schéma départemental",
        "enjeu 2.2",
        "un enjeu 30 ans après",
        "l'enjeu 10 %",
        "voir enjeu 2.1",
    ],
)
def test_what_exists_or_is_of_another_document_or_is_no_reference_is_left(text: str) -> None:
    assert words("renvoi-inconnu", themes(here=text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voir fiche action 9.1 du plan.", ["fiche action 9.1"]),
        ("voir fiche action 9.1 de la CTG", ["fiche action 9.1"]),
        ("voir fiche action 9.1 de la thématique Enfance", ["fiche action 9.1"]),
        ("voir fiche action 9.1 du présent document", ["fiche action 9.1"]),
        ("voir l'enjeu 3", ["enjeu 3"]),
        ("cf. Thématique 4", ["Thématique 4"]),
        ("cf. thematique n°4", ["thematique n°4"]),
        ("Enjeu 4.2 et enjeu 2.2", ["Enjeu 4.2"]),
    ],
)
def test_what_is_certainly_of_this_plan_and_does_not_exist_is_told(text: str, expected: list[str]) -> None:
    assert words("renvoi-inconnu", themes(here=text)) == expected


def test_levels_that_are_not_all_numbered_are_not_checked() -> None:
    text = themes(here="voir enjeu 7").replace("      - numero: 2\n        titre: Acc", "      - titre: Acc")
    assert words("renvoi-inconnu", text) == []
    assert words("renvoi-inconnu", text.replace("- Enjeu", "- Objectif")) == []


def test_a_reference_means_the_fiche_of_its_own_theme_first() -> None:
    assert words("renvoi-ambigu", themes(here="voir fiche action 1.1")) == []
    assert words("renvoi-ambigu", themes(here="voir fiche action 2.1")) == []
    text = themes(there="Réseau (voir fiche action 1.1), local (voir fiche action 2.1)")
    assert spots("renvoi-ambigu", text) == [(50, 35, "fiche action 1.1")]
    (finding,) = findings("renvoi-ambigu", text)
    assert finding.message == "2 fiches portent le numéro 1.1"
    assert finding.hint == "nommez aussi le thème\u00a0: enfance/1.1 ou jeunesse/1.1"
    assert [related.place.line for related in finding.related] == [22, 34]
    assert finding.address == "1.5"


def test_a_text_outside_of_the_themes_must_name_the_one_it_means() -> None:
    assert words("renvoi-ambigu", themes(preamble="voir fiches actions 1.1 et 1.2")) == ["fiches actions 1.1"]
    assert words("renvoi-ambigu", themes(preamble="voir fiche action 1.1 (JEUNESSE)")) == []


@pytest.mark.parametrize("rule", ["renvoi-inconnu", "renvoi-ambigu"])
@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_references_of_the_real_plans_all_lead_to_a_fiche_of_their_theme(rule: str, name: str) -> None:
    # Vie et Boulogne: 1.2 from 1.3 and 2.2 of petite-enfance; 2.2 from 2.1 of parentalite; 4.1, 2.3, 1.1, 2.1
    # in acces-aux-services. The other document has none.
    assert real(rule, name) == []


def test_what_follow_up_says_of_a_fiche_that_is_gone_is_left() -> None:
    gone = "voir fiche action 9.9"
    assert words("CTG308", f"descriptif:\n  - {gone}\n") == ["fiche action 9.9"]
    assert words("CTG308", f"suivi:\n  - date: 2026-01-01\n    note: {gone}\n") == []
    assert words("CTG308", f"avenants:\n  - numero: 1\n    date: 2026-01-01\n    objet: {gone}\n") == []


#: A plan that numbers by codes, and one that numbers its fiches as its text does.
CODED = """\
format: 1
titre: Plan inventé
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
axes:
  - id: enfance
    titre: Enfance
    actions:
      - {{numero: {one}, titre: Ouvrir une ludothèque}}
      - {{numero: {two}, titre: Former les équipes, moyens: "{text}"}}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guide (cf. A1-09)", ["A1-09"]),
        ("en lien avec A1-09 et A1-02", ["A1-09"]),
        ("voir fiche action B4-01", ["fiche action B4-01"]),
        ("voir A1-2 et A1-01", []),
        ("la salle B4-01", []),
        ("cf. COVID-19, article L.123-4, ISO-9001 et A1-09 du contrat de ville", []),
    ],
)
def test_numbers_that_letters_start(text: str, expected: list[str]) -> None:
    plan = CODED.format(one="A1-01", two="A1-02", text=text)
    assert words("renvoi-inconnu", plan) == expected


@pytest.mark.parametrize(("one", "two"), [("1.1", "1.2"), ("FA 1.1", "FA 1.2")])
def test_the_short_name_of_a_fiche_action(one: str, two: str) -> None:
    assert words("renvoi-inconnu", CODED.format(one=one, two=two, text="voir FA 7.7 et FA 1.1")) == ["FA 7.7"]
    assert words("renvoi-inconnu", CODED.format(one=one, two=two, text="fiche action 1.2, FA1.1")) == []


def test_the_numbers_of_a_plan_without_letters_are_no_codes() -> None:
    assert words("renvoi-inconnu", CODED.format(one="1.1", two="1.2", text="cf. A1-09, plan A.2")) == []
    told = words("renvoi-inconnu", CODED.format(one="1.1", two="1.2", text="cf. fiche A1-09"))
    assert told == ["fiche A1-09"]
