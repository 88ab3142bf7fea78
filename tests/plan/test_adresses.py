"""How fiches are called: the number alone where no other has it, and names where nothing is printed."""

from __future__ import annotations

from textwrap import indent

import pytest

from ctgkit.app.misuse import Misuse
from ctgkit.app.tracking.addresses import find
from ctgkit.plan import Plan, fiches
from ctgkit.plan.reading import read

HEAD = "format: 1\ntitre: Plan\nterritoire: {nom: Val}\ncaf: Caf\nperiode: 2024-2027\n"


def written(*axes: tuple[str, str], top: str = "") -> str:
    """A plan: axes by their names, and the names of their fiches, `engagement` for one without."""
    text = HEAD + ("axes:\n" if axes else "")
    for name, those in axes:
        held = "".join(map(_fiche, those.split()))
        text += f"  - {name}\n    titre: Axe\n    actions:\n{indent(held, '    ')}"
    return text + ("actions:\n" + "".join(map(_fiche, top.split())) if top else "")


def _fiche(name: str) -> str:
    if name == "engagement":
        return "  - titre: Engagement\n    nature: engagement\n"
    key, _, word = name.rpartition("=")
    return f"  - {key or 'numero'}: {word}\n    titre: Fiche {word}\n"


def plan(text: str) -> Plan:
    reading = read(text.encode(), "plan.yaml")
    assert reading.plan is not None, reading.findings
    return reading.plan


def shown(text: str) -> list[str]:
    return [fiche.adresse for fiche in fiches(plan(text))]


def full(text: str) -> list[str]:
    return [fiche.complete for fiche in fiches(plan(text))]


def test_the_number_alone_is_shown_wherever_no_other_fiche_has_it() -> None:
    text = written(("id: a", "1 2"), ("id: b", "1 3"))
    assert shown(text) == ["a/1", "2", "b/1", "3"]
    assert full(text) == ["a/1", "a/2", "b/1", "b/3"]


def test_that_an_axis_bears_the_number_too_changes_nothing() -> None:
    assert shown(written(("numero: 1", "8"), ("numero: 8", "9"))) == ["8", "9"]


def test_unless_that_axis_holds_an_engagement_without_a_number() -> None:
    text = written(("numero: 1", "8 7"), ("numero: 8", "9 engagement"))
    assert shown(text) == ["1/8", "7", "9", "8"]
    assert find(plan(text), "8").action.titre == "Engagement"
    assert find(plan(text), "1/8").action.titre == "Fiche 8"


def test_fiches_of_no_section_come_last_under_a_bar() -> None:
    text = written(("id: a", "1 2"), top="id=bus 2")
    assert full(text) == ["a/1", "a/2", "/bus", "/2"]
    assert shown(text) == ["1", "a/2", "bus", "/2"]
    assert [find(plan(text), name).complete for name in ("bus", "/bus", "/2", "a/2")] == [
        "/bus",
        "/bus",
        "/2",
        "a/2",
    ]


def test_an_address_that_several_have_names_them() -> None:
    with pytest.raises(Misuse, match="plusieurs fiches ont le numéro 1 : a/1, b/1"):
        find(plan(written(("id: a", "1"), ("id: b", "1"))), "1")


def test_an_axis_is_named_by_its_number_too_and_a_fiche_by_its_id() -> None:
    text = (
        HEAD
        + "axes:\n  - id: a\n    numero: 4\n    titre: A\n    actions:\n"
        + "      - id: bus\n        numero: 1\n        titre: Bus\n"
    )
    assert [find(plan(text), name).complete for name in ("a/1", "4/1", "4/bus", "a/bus", "bus", "1")] == [
        "a/1"
    ] * 6


@pytest.mark.parametrize(
    "text",
    [
        written(("id: a", "1 1")),
        written(("id: a", "id=x x")),
        written(top="1 2 1"),
        written(("id: a", "engagement engagement")),
    ],
)
def test_two_fiches_of_one_address_are_an_error_that_gives_both_lines(text: str) -> None:
    (finding,) = read(text.encode(), "plan.yaml").findings
    assert finding.code.code == "CTG201"
    (first,) = finding.related
    assert f"lignes {first.place.line} et {finding.place.line}" in finding.message


def codes(text: str) -> list[tuple[str, str]]:
    return [(one.code.code, one.message) for one in read(text.encode(), "plan.yaml").findings]


def test_what_stands_for_something_else_is_missed_once() -> None:
    bare = HEAD.replace("caf: Caf\n", "")
    assert codes(bare) == [
        ("CTG102", "il manque la clé «\u00a0caf\u00a0» en tête du plan"),
        ("CTG102", "il manque la clé «\u00a0axes\u00a0» en tête du plan"),
    ]
    assert codes(bare + "signataires:\n  - structure: ARS\nactions:\n  - id: bus\n    titre: Bus\n") == []
    assert codes(HEAD + "actions: []\n") == [("CTG114", "ce plan n'a aucune fiche")]
    assert [code for code, _ in codes(HEAD + "axe:\n  - id: a\n    titre: A\n")] == ["CTG101"]


def test_a_fiche_of_no_section_has_a_name_even_if_it_is_an_engagement() -> None:
    assert codes(written(top="engagement")) == [("CTG205", "cette action n'a pas de numéro")]
