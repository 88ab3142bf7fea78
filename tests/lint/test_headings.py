"""Headings that fiches lack, or have and leave empty."""

import pytest

from tests.lint.examples import found
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
def test_steps_stand_for_the_pilots_and_the_calendar_when_all_have_theirs(rule: str) -> None:
    one = "pilotes: Caf\n    calendrier: 2026"
    assert words(rule, f"etapes:\n  - titre: Une\n    {one}\n  - titre: Deux\n    {one}\n") == []
    some = f"etapes:\n  - titre: Une\n    {one}\n  - titre: Deux\n"
    assert words(rule, some) == ["Une action inventée"]


def test_steps_stand_for_a_description_and_one_of_them_for_the_indicators() -> None:
    steps = "etapes:\n  - titre: Une\n  - titre: Deux\n    indicateurs: Nombre de familles\n"
    assert words("sans-descriptif", steps) == []
    assert words("sans-indicateur", steps) == []
    assert words("sans-resultat", steps) == ["Une action inventée"]
    assert words("sans-indicateur", "etapes:\n  - titre: Une\n") == ["Une action inventée"]


def test_a_finding_has_the_address_of_its_fiche() -> None:
    (finding,) = found("sans-calendrier", "numero: 4.2\n")
    assert finding.address == "4.2"


@pytest.mark.parametrize("rule", NEEDED)
@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_every_fiche_of_the_real_plans_has_what_it_needs(rule: str, name: str) -> None:
    # 22 fiches and 28: the documents print each of these headings on all of them, and fill it.
    assert real(rule, name) == []
