"""Texts that wait to be written, and those that only look as if they did."""

import pytest

from ctgkit.lint import Active, lint
from ctgkit.plan.reading import read
from tests.effort import ends
from tests.lint.examples import TODAY, found, rule_named
from tests.lint.spots import real, spots, words


def point(heading: str, text: str) -> str:
    """A fiche with one point, quoted as YAML does."""
    quoted = text.replace("'", "''")
    return f"{heading}:\n  - '{quoted}'\n"


def bracketed(text: str) -> tuple[str, list[str]]:
    """A text without the ⟦brackets⟧ that mark its placeholders, and these."""
    pieces = text.replace("⟧", "⟦").split("⟦")
    return "".join(pieces), pieces[1::2]


@pytest.mark.parametrize(
    "text",
    [
        "⟦XX⟧",
        "⟦XXX⟧ places, ⟦XX⟧ familles et ⟦XX⟧ €",
        "un budget de ⟦xx⟧ €",
        "02 ⟦XX XX XX XX⟧",
        "en ⟦20XX⟧, puis en ⟦202X⟧",
        "le ⟦XX/XX⟧/2026",
        "le ⟦__/__/____⟧ à ⟦____⟧",
        "signé le ⟦jj/mm/aaaa⟧",
        "⟦TODO⟧ : voir avec la Caf",
        "⟦Lorem ipsum⟧ dolor sit amet",
        "Ouverture en mars ⟦???⟧",
        "Nom : ⟦............⟧",
        "⟦[nom de la structure]⟧",
        "Avec ⟦<nom du partenaire>⟧ et ses bénévoles",
        "Avec la mairie ⟦(à confirmer)⟧ et la Caf ⟦(?)⟧",
        "Montant : ⟦à préciser⟧",
        "Montant : ⟦?⟧",
        "Partenaires : ⟦…⟧",
        "⟦à définir⟧",
        "⟦A définir.⟧",
        "⟦À COMPLÉTER⟧",
        "⟦- reste à préciser⟧",
        "⟦à venir⟧",
        "⟦en attente⟧",
        "⟦en cours de rédaction⟧",
        "⟦Non renseigné⟧",
        "⟦null⟧",
        "⟦~⟧",
        "⟦?⟧",
        "⟦…⟧",
        "⟦...⟧",
        "⟦-⟧",
    ],
)
@pytest.mark.parametrize("heading", ["descriptif", "pilotes"])
def test_a_placeholder_is_told_wherever_it_stands(heading: str, text: str) -> None:
    plain, expected = bracketed(text)
    assert words("texte-a-completer", point(heading, plain)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "au XXe siècle",
        "au XX e siècle",
        "les XIXe et XXIe siècles",
        "taille XXL",
        "la génération X",
        "2x par semaine, 3 x 2 heures",
        "https://www.xxx.fr",
        "Des ateliers, des sorties...",
        "Des ateliers, des sorties…",
        "Gratuité ou participation financière ?",
        "Un forum ? Une navette ??",
        "N/A",
        "Sans objet",
        "Néant",
        "Les actions à venir sont présentées en COPIL",
        "Les années à venir",
        "Partenariats à définir avec les familles",
        "Définir les critères",
        "Réseau partenarial à consolider",
        "Proximité du service à maintenir",
        "Une méthodo, un todo partagé",
        "« La loi […] prévoit »",
        "voir [date](https://exemple.fr)",
        "<50 habitants et >2 communes",
        "Budget : 12 000 €",
        "Deux points :",
        "Impact sur les jeunes à N+1",
    ],
)
@pytest.mark.parametrize("heading", ["descriptif", "pilotes"])
def test_what_only_looks_like_a_placeholder_is_left(heading: str, text: str) -> None:
    assert words("texte-a-completer", point(heading, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nom à préciser",
        "Coordinatrice jeunesse à désigner",
        "Dates à confirmer.",
        "À définir par le COPIL",
        "Les critères restent à définir",
    ],
)
def test_to_define_is_work_in_prose_and_a_lack_where_somebody_or_a_date_is_named(text: str) -> None:
    assert words("texte-a-completer", point("constats", text)) == []
    assert words("texte-a-completer", point("vigilance", text)) == []
    assert words("texte-a-completer", point("calendrier", text)) == [text]
    assert words("texte-a-completer", point("partenaires", text)) == [text]


def test_the_journal_may_say_that_something_is_to_be_defined() -> None:
    journal = "suivi:\n  - date: 2026-01-05\n    note: '{}'\n"
    assert words("texte-a-completer", journal.format("à définir")) == []
    assert words("texte-a-completer", journal.format("Lieu : à préciser")) == []
    assert words("texte-a-completer", journal.format("un budget de XX €")) == ["XX"]


def test_each_time_is_told_at_its_own_place_however_the_file_breaks_the_text() -> None:
    text = (
        'moyens:\n  - >-\n    XXX places,\n    puis XX à\n    définir et XX\nvigilance: "l\'an \\"20XX\\""\n'
    )
    # The keys of an example's fiche start at column 9, from line 13 on.
    assert spots("texte-a-completer", text) == [
        (15, 13, "XXX"),
        (16, 18, "XX"),
        (17, 24, "XX"),
        (18, 28, "20XX"),
    ]


def test_every_text_of_the_plan_is_looked_at() -> None:
    plan = """\
titre: Plan XX
territoire:
  nom: Territoire inventé
caf: Caf de XXX
contacts:
  - nom: à préciser
    telephone: XX XX
preambule:
  - titre: Introduction
    texte:
      - Un diagnostic :
          - mené en 20XX
acteurs:
  - id: caf
    nom: à compléter
"""
    assert words("texte-a-completer", plan) == [
        "XX",
        "XXX",
        "à préciser",
        "XX XX",
        "20XX",
        "à compléter",
    ]


def test_words_may_be_added_and_others_left() -> None:
    text = "moyens:\n  - XX heures et 3 zz, à voir\n  - zzz\n"
    assert words("texte-a-completer", text) == ["XX"]
    assert words("texte-a-completer", text, mots=("ZZ", "à voir")) == ["XX", "zz", "à voir"]
    assert words("texte-a-completer", text, mots=("ZZ",), ignores=("xx",)) == ["zz"]


def test_the_message_shows_what_to_complete() -> None:
    (finding,) = found("texte-a-completer", "moyens: XX\n")
    assert finding.message == "«\u00a0XX\u00a0» reste à compléter"


def test_the_placeholders_of_the_real_plans() -> None:
    # « XX » is all that these ten fiches print under « Dispositif(s) mobilisable(s) »: 1.2.2, 1.3.5, 2.1.1,
    # 2.1.2, 2.2.1, 2.3.1, 3.1.1, 3.1.2, 3.2.1 and 3.3.2.
    lines = [212, 386, 432, 467, 511, 586, 733, 771, 810, 948]
    assert real("texte-a-completer", "fier-et-usses") == [(line, 17, "XX") for line in lines]
    assert real("texte-a-completer", "vie-et-boulogne") == []


@pytest.mark.parametrize(
    "piece", ["xx ", "x", "__/", "[nom ", "(à ", "à définir ", ": ", "..", "? ", "<date"]
)
def test_looking_for_placeholders_takes_time_in_proportion_to_the_text(piece: str) -> None:
    plan = f"""\
format: 1
titre: "{piece * 20_000}"
territoire:
  nom: T
caf: C
periode: 2025
axes:
  - id: a
    titre: A
"""
    rule = rule_named("texte-a-completer")
    reading = read(plan.encode(), "plan.yaml")
    active = [Active(rule, rule.severity, rule.options())]
    with ends():
        lint(reading, active, TODAY)


@pytest.mark.parametrize("unit", ["%", "€", "°", "h/sem."])
def test_a_unit_of_one_sign_is_no_placeholder(unit: str) -> None:
    assert words("CTG307", f'indicateurs:\n  - nom: Taux\n    unite: "{unit}"\n') == []
