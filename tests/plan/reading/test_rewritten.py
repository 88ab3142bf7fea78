"""Plans that another program has read and written: long keys as `? …` / `: …`, quotes, escapes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from ctgkit.plan.reading import read
from ctgkit.plan.reading.keys import KEYS
from tests.conftest import PLANS
from tests.plan.dump import dumped as fields
from tests.plan.reading.plans import PLAN, fiche, plan, with_points

#: More than the 128 characters of a key that YAML's writers leave on its line.
LONG = (
    "Le diagnostic partagé, conduit de septembre 2022 à mars 2023 avec les élus, les professionnels et les "
    "habitants du territoire, a retenu ces constats"
)
QUOTED = f"L'école d'abord : {LONG} # entre autres"
WAYS: dict[str, dict[str, Any]] = {
    "unicode": {"allow_unicode": True},
    "escapes": {},
    "wide": {"allow_unicode": True, "width": 4000},
    "narrow": {"allow_unicode": True, "width": 20, "indent": 4},
    "double": {"default_style": '"'},
    "double-unicode": {"default_style": '"', "allow_unicode": True},
    "single": {"default_style": "'", "allow_unicode": True},
    "single-escapes": {"default_style": "'"},
    "blocks": {"default_style": "|"},
}
#: What a program has in memory of a point, and the point: its text and its sub-points.
POINTS: list[tuple[Any, tuple[str, ...]]] = [
    ({LONG: ["un", "deux"]}, (f"{LONG} :", "un", "deux")),
    ({LONG: "le maintien de la natalité"}, (f"{LONG} : le maintien de la natalité",)),
    ({LONG: None}, (f"{LONG} :",)),
    ({LONG: f"{LONG} {LONG}"}, (f"{LONG} : {LONG} {LONG}",)),
    ({LONG: "12:30 # midi : oui"}, (f"{LONG} : 12:30 # midi : oui",)),
    ({LONG: {LONG: "fin"}}, (f"{LONG} : {LONG} : fin",)),
    ({LONG: "deux\nlignes"}, (f"{LONG} : deux lignes",)),
    ({f"{LONG}\nsuite": "fin"}, (f"{LONG} suite : fin",)),
    ({QUOTED: "fin"}, (f"{QUOTED} : fin",)),
    ({QUOTED: ["un"]}, (f"{QUOTED} :", "un")),
]


def dumped(points: Any, way: dict[str, Any]) -> str:
    data = yaml.safe_load(PLAN)
    data["axes"][0]["actions"][0].update(numero="1.1", constats=points)
    text: str = yaml.safe_dump(data, sort_keys=False, **way)
    return text


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("data", "expected"), POINTS)
def test_a_long_key_that_a_program_wrote_is_the_same_sentence_on_one_line(
    data: Any, expected: tuple[str, ...], way: str
) -> None:
    text = dumped(["Un constat", data, "fin"], WAYS[way])
    assert "? " in text
    first, point, last = fiche(text).constats
    assert (first.texte, last.texte) == ("Un constat", "fin")
    assert (point.texte, *(below.texte for below in point.points)) == expected


@pytest.mark.parametrize("way", ["double", "escapes", "single-escapes"])
def test_the_quotes_and_escapes_of_a_program_are_no_words(way: str) -> None:
    text = dumped([{"L'école": "été"}, {"Été": ["été"]}], WAYS[way])
    assert "\\x" in text
    sentence, heading = fiche(text).constats
    assert sentence.texte == "L'école: été"
    assert (heading.texte, heading.points[0].texte) == ("Été:", "été")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["? Trois constats", ": - un"], "Trois constats :"),
        (["?   Trois constats", "", "# en commentaire", ":   - un"], "Trois constats :"),
        (["? Trois", "  constats", ":", "  - un"], "Trois constats :"),
        (["? >-", "  Trois", "  constats", ": - un"], "Trois constats :"),
        (["? Trois constats", ": un"], "Trois constats : un"),
        (["? Trois constats", ":"], "Trois constats :"),
        (["? Trois constats", ": ~"], "Trois constats :"),
        (["? 'Trois constats'", ": >-", "  un", "  deux"], "Trois constats : un deux"),
        (['"Trois": "constats"'], "Trois: constats"),
        # Typed by somebody:
        (["? mois"], "? mois"),
        (["? mois : deux"], "? mois : deux"),
        (['"Trois" : "constats"'], '"Trois" : "constats"'),
        (['Trois: "constats"'], 'Trois: "constats"'),
    ],
)
def test_what_other_programs_write_is_told_from_what_somebody_types(
    written: list[str], expected: str
) -> None:
    text = with_points("\n            ".join(written), "fin")
    assert [point.texte for point in fiche(text).constats] == [expected, "fin"]


def test_a_key_that_is_no_text_is_read_or_told() -> None:
    for written in ("? [a]\n            : b", "? {a: b}\n            : - c", "? a : b\n            : c"):
        reading = read(with_points(written, "fin").encode(), "plan.yaml")
        assert (reading.plan is None) == bool(reading.findings)


def spaced(part: Any) -> Any:
    """A part of a plan without what is lost where a sentence is a key and its value: space around a colon."""
    if isinstance(part, dict):
        return {key: spaced(value) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [spaced(item) for item in part]
    return re.sub(r"\s*:\s*", " : ", part).strip() if isinstance(part, str) else part


def points_of(part: Any) -> list[Any]:
    """Every point of a part of a plan, with its sub-points."""
    if isinstance(part, dict):
        here = [part] if part.keys() == {"texte", "points"} else []
        return here + [point for value in part.values() for point in points_of(value)]
    return [point for item in part for point in points_of(item)] if isinstance(part, (list, tuple)) else []


# Lines of 80 characters may start with a dash of the sentence, which is told as a lost list.
@pytest.mark.parametrize("way", ["wide", "escapes"])
@pytest.mark.parametrize("path", sorted(PLANS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_points_of_a_real_plan_are_the_same_when_a_program_has_written_it(path: Path, way: str) -> None:
    text = path.read_text(encoding="utf-8")
    # Texts are texts to it, and what is empty stays so.
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    written = yaml.safe_dump(without_empty(data), sort_keys=False, **WAYS[way])
    before, after = (points_of(fields(plan(version))) for version in (text, written))
    assert len(before) > 300
    told = [(old, new) for old, new in zip(spaced(before), spaced(after), strict=True) if old != new]
    # A year that starts a sentence is put between quotes, to stay a text.
    assert [new for old, new in told if not re.match("'20\\d\\d' : ", new["texte"])] == []


def without_empty(data: Any) -> Any:
    """Plain data without keys and items of nothing; a sentence that ends with its colon is null below it."""
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if value or key not in KEYS}
        return {key: without_empty(value) if value else None for key, value in kept.items()}
    return [without_empty(item) for item in data if item] if isinstance(data, list) else data
