"""Headings that fiches lack, or have and leave empty."""

import pytest

from tests.lint.examples import TODAY, found, rule_named, run, whole_plan
from tests.lint.spots import HEAD, findings, real, spots, words

#: The headings a fiche needs, by the rule that asks for it.
NEEDED = {
    "sans-pilote": "pilotes",
    "sans-descriptif": "descriptif",
    "sans-resultat": "resultats",
    "sans-indicateur": "indicateurs",
    "sans-calendrier": "calendrier",
}


def plan(*fiches: str) -> str:
    """A plan of some fiches, each given by its keys after `titre`, numbered from 1.1."""
    text = HEAD + "  - id: accueil\n    titre: Accueil\n    actions:\n"
    for number, keys in enumerate(fiches, 1):
        lines = [f"numero: 1.{number}", f"titre: Fiche {number}", *keys.splitlines()]
        text += "      - " + "\n        ".join(lines) + "\n"
    return text


@pytest.mark.parametrize(("rule", "key"), NEEDED.items())
def test_a_fiche_without_a_heading_is_told_at_its_title_and_others_are_not(rule: str, key: str) -> None:
    text = plan("publics: Tous", f"{key}: Dit", "publics: Tous", "publics: Tous")
    assert spots(rule, text) == [(12, 16, "Fiche 1"), (18, 16, "Fiche 3"), (21, 16, "Fiche 4")]


@pytest.mark.parametrize(("rule", "key"), NEEDED.items())
def test_a_heading_that_is_there_but_empty_is_told_at_its_key(rule: str, key: str) -> None:
    assert spots(rule, plan(f"{key}:", f"{key}: []", f"{key}:\n  -")) == [
        (13, 9, key),
        (16, 9, key),
        (19, 9, key),
    ]


@pytest.mark.parametrize(("rule", "key"), NEEDED.items())
def test_a_heading_that_the_document_does_not_have_is_told_once_of_the_plan(rule: str, key: str) -> None:
    (finding,) = findings(rule, plan(*["publics: Tous"] * 12))
    assert (finding.place.line, finding.address) == (2, None)
    assert "des 12 " in finding.message
    assert finding.hint == f"ajoutez «\u00a0{key}:\u00a0» à chaque fiche"
    # Of two fiches, nobody would say that the document has no such heading.
    assert len(findings(rule, plan("publics: Tous", "publics: Tous"))) == 2


@pytest.mark.parametrize("rule", NEEDED)
def test_an_engagement_needs_a_calendar_only(rule: str) -> None:
    assert words(rule, "nature: engagement") == (["Une action inventée"] if rule == "sans-calendrier" else [])


@pytest.mark.parametrize("rule", ["sans-pilote", "sans-calendrier"])
def test_steps_stand_for_the_pilots_and_the_calendar(rule: str) -> None:
    one = "pilotes: Caf\n    calendrier: 2026"
    assert words(rule, f"etapes:\n  - titre: Une\n    {one}\n  - titre: Deux\n    {one}\n") == []


def test_one_step_stands_for_the_pilots_and_all_of_them_for_the_calendar() -> None:
    some = "etapes:\n  - titre: Une\n    pilotes: Caf\n    calendrier: 2026\n  - titre: Deux\n"
    assert words("sans-pilote", some) == []
    assert words("sans-calendrier", some) == ["Une action inventée"]


def test_a_calendar_that_some_steps_have_is_not_said_to_be_of_none() -> None:
    steps = "etapes:\n  - titre: Une\n    calendrier: 2026\n  - titre: Deux\n  - titre: Trois\n"
    (found,) = findings("sans-calendrier", plan(steps))
    assert found.message == "2 étapes sur 3 de cette fiche ne disent pas quand elles ont lieu"


def test_steps_stand_for_a_description_and_one_of_them_for_the_indicators() -> None:
    steps = "etapes:\n  - titre: Une\n  - titre: Deux\n    indicateurs: Nombre de familles\n"
    assert words("sans-descriptif", steps) == []
    assert words("sans-indicateur", steps) == []
    assert words("sans-resultat", steps) == ["Une action inventée"]
    assert words("sans-resultat", "etapes:\n  - titre: Une\n    resultats: Moins d'attente\n") == []
    assert words("sans-indicateur", "etapes:\n  - titre: Une\n") == ["Une action inventée"]


def test_a_finding_has_the_address_of_its_fiche() -> None:
    (finding,) = found("sans-calendrier", "numero: 4.2\n")
    assert finding.address == "4.2"


@pytest.mark.parametrize("rule", NEEDED)
@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_every_fiche_of_the_real_plans_has_what_it_needs(rule: str, name: str) -> None:
    # 22 fiches and 28: the documents print each of these headings on all of them, and fill it.
    assert real(rule, name) == []


EMPTY = """\
format: 1
titre: Plan inventé
territoire:
  nom: Territoire inventé
  communes:
caf: Caf inventée
periode: 2025-2028
signature:
contacts: []
vocabulaire:
  rubriques:
    pilotes:
preambule:
  - titre: Introduction
    texte:
axes:
  - id: accueil
    titre: Accueil
    description:
      - Des constats :
          - Un besoin
          -
      - Une phrase qui finit par deux points :
      - calendrier:
    actions:
      - numero: 1.1
        titre: Fiche
        intitules:
          constats:
        origine:
        partenaires: []
        moyens:
          -
        vigilance:
          - Premier
          -    # rien encore
          - texte: Dernier
            points:
        indicateurs:
          - nom: Nombre de places
            cible:
          - Nombre de places : 12
        calendrier:
          texte: 2026
          fin:
        rubriques:
          Secteur:
          Communes visées:
            - Toutes
            -
        etapes:
          - titre: Première
            pilotes:
            suivi:
              - date: 2026-01-01
                statut: en cours
                note:
        financements:
          - financeur: Caf
            montant:
"""


def test_every_key_and_dash_with_nothing_behind_it_is_told_whatever_its_level() -> None:
    assert spots("rubrique-vide", EMPTY) == [
        (5, 3, "communes"),
        (8, 1, "signature"),
        (9, 1, "contacts"),
        (12, 5, "pilotes"),
        (15, 5, "texte"),
        (22, 11, "-"),
        (29, 11, "constats"),
        (30, 9, "origine"),
        (31, 9, "partenaires"),
        (32, 9, "moyens"),
        (36, 11, "-"),
        (38, 13, "points"),
        (41, 13, "cible"),
        (45, 11, "fin"),
        (47, 11, "Secteur"),
        (50, 13, "-"),
        (53, 13, "pilotes"),
        (57, 17, "note"),
        (60, 13, "montant"),
    ]


def test_a_heading_is_called_so_and_any_other_key_by_its_name_alone() -> None:
    messages = {finding.place.line: finding.message for finding in findings("rubrique-vide", EMPTY)}
    assert messages[31] == "la rubrique «\u00a0partenaires\u00a0» est vide"
    assert messages[47] == "la rubrique «\u00a0Secteur\u00a0» est vide"
    assert messages[30] == "«\u00a0origine\u00a0» est vide"
    assert messages[36] == "rien ne suit ce tiret"


@pytest.mark.parametrize(("rule", "key"), NEEDED.items())
def test_an_empty_heading_is_told_by_one_rule_only(rule: str, key: str) -> None:
    text = whole_plan(f"{key}:\n")
    both = run(text, rule_named(rule), rule_named("rubrique-vide"), today=TODAY).findings
    assert [(finding.code.name, finding.place.column) for finding in both] == [(rule, 9)]
    # Alone, or where the other rule has nothing to ask of the fiche, it tells.
    assert words("rubrique-vide", f"{key}:\n") == [key]
    text = whole_plan(f"nature: engagement\n{key}:\n")
    both = run(text, rule_named(rule), rule_named("rubrique-vide"), today=TODAY).findings
    expected = "sans-calendrier" if key == "calendrier" else "rubrique-vide"
    assert [finding.code.name for finding in both] == [expected]


def test_a_heading_that_steps_stand_for_is_told_when_it_is_empty() -> None:
    steps = "pilotes:\netapes:\n  - titre: Une\n    pilotes: Caf\n"
    both = run(whole_plan(steps), rule_named("sans-pilote"), rule_named("rubrique-vide"), today=TODAY)
    assert [finding.code.name for finding in both.findings] == ["rubrique-vide"]


def test_the_headings_that_a_real_document_leaves_empty() -> None:
    # « Dispositifs mobilisables » on the fiches 1.3.1 and 1.3.2, « Partenaires à associer » on 1.3.2.
    assert real("rubrique-vide", "fier-et-usses") == [
        (272, 13, "dispositifs"),
        (285, 13, "partenaires"),
        (294, 13, "dispositifs"),
    ]
    assert real("rubrique-vide", "vie-et-boulogne") == []
