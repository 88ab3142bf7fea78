"""A key that stands one column away from its own: it is told as a key, and never becomes prose."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.plan import Plan
from ctgkit.plan.declaration import declared
from ctgkit.plan.editing.fixing import Fixed, fix
from ctgkit.plan.finding import Finding
from ctgkit.plan.reading import codes, read
from ctgkit.plan.reading.keys import TREE
from ctgkit.plan.reading.remedy import entry
from tests.examples import examples
from tests.plan.reading.plans import PLAN, with_lines
from tests.plan.reading.test_properties import REAL


class Spot(NamedTuple):
    """Where the keys of a part of the plan stand: the lines above them, and their column."""

    above: tuple[str, ...]
    column: int
    first: str  #: what stands before the first key: its indentation, or a dash


def spots() -> dict[str, Spot]:
    """One for each part of the plan, read off the model."""
    found = {"Plan": Spot((), 0, "")}
    todo: list[Any] = [Plan]
    while todo:
        part = todo.pop(0)
        above, column, first = found[part.__name__]
        for name, below in TREE[part].items():
            listed = declared(part)[name].shape.container is tuple
            for inner in below:
                if inner.__name__ not in found:
                    deeper = column + (4 if listed else 2)
                    start = " " * (column + 2) + "- " if listed else " " * deeper
                    found[inner.__name__] = Spot((*above, f"{first}{name}:"), deeper, start)
                    todo.append(inner)
    return found


SPOTS = spots()
KEYS = [(part.__name__, key) for part in TREE for key in part.KEYS]
#: What may stand between the key before and the one that is moved, each line at the level of both.
BEFORE = {
    "plain": ["{}: Un texte"],
    "quoted": ['{}: "Un texte"'],
    "long": ["{}: Un texte", "  qui continue"],
    "list": ["{}:", "  - Un texte"],
    "brackets": ["{}: [un, deux]"],
}


def moved(part: str, key: str, before: list[str], by: int, written: str | None = None) -> tuple[str, int]:
    """A plan whose `key` (as `written`) stands `by` columns away from where it should, and its line."""
    spot = SPOTS[part]
    other = next(name for name in next(p for p in TREE if p.__name__ == part).KEYS if name != key)
    head, *rest = (line.format(other) for line in before)
    margin = " " * spot.column
    lines = [*spot.above, spot.first + head, *(margin + line for line in rest)]
    lines += [" " * (spot.column + by) + f"{written or key}: Val de Brume"]
    return "\n".join(lines) + "\n", len(lines)


def told_of_the_key(text: str, line: int, column: int) -> Finding:
    """The one finding about the key that stands there; its value may be wrong too."""
    found = read(text.encode(), "plan.yaml").findings
    (told,) = [
        finding for finding in found if (finding.place.line, finding.place.column) == (line, column + 1)
    ]
    return told


def fixed(text: str) -> Fixed:
    return fix(text.encode(), lambda tried: read(tried, "plan.yaml").findings)


CASES = [
    pytest.param(part, key, before, by, id=f"{part}-{key}-{before}{by:+}")
    for part, key in KEYS
    for before in BEFORE
    for by in (1, -1)
    if SPOTS[part].column + by >= 0
]


def test_every_key_of_the_model_is_tried_on_both_sides() -> None:
    assert len({key for _, key in KEYS}) > 60
    assert {part for part, _ in KEYS} == set(SPOTS)


@pytest.mark.parametrize(("part", "key", "before", "by"), CASES)
def test_a_key_one_column_away_is_told_at_its_place_and_stays(
    part: str, key: str, before: str, by: int
) -> None:
    text, line = moved(part, key, BEFORE[before], by)
    column = SPOTS[part].column
    told = told_of_the_key(text, line, column + by)
    assert told.code is codes.INDENTATION
    assert told.hint == f"alignez-la à la colonne {column + 1}\u00a0: {' ' * column}{key}: Val de Brume"
    assert told.fix == ()
    assert fixed(text).data == text.encode()


@pytest.mark.parametrize(("part", "key", "before", "by"), CASES)
def test_a_misspelt_key_one_column_away_keeps_its_line_and_its_value(
    part: str, key: str, before: str, by: int
) -> None:
    written = key[:-1] if key.endswith("s") else f"{key}s"
    if any(written == other for _, other in KEYS):
        written = f"{key}x"
    text, line = moved(part, key, BEFORE[before], by, written)
    assert told_of_the_key(text, line, SPOTS[part].column + by).code is codes.INDENTATION
    assert fixed(text).data == text.encode()


#: Lines of the fiche, the last of which is moved: what its key is, nobody knows.
UNKNOWN = ["budget: 3000", "Budget de la mairie : 3000", "Secteur géographique: le bourg"]


@pytest.mark.parametrize("line", UNKNOWN)
@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("by", [1, -1])
def test_an_unknown_key_one_column_away_is_told_once_and_stays(line: str, before: str, by: int) -> None:
    text = with_lines(*(shape.format("constats") for shape in BEFORE[before])) + " " * (8 + by) + line + "\n"
    (told,) = read(text.encode(), "plan.yaml").findings
    assert (told.code, told.place.column) == (codes.INDENTATION, 8 + by + 1)
    assert told.hint == f"alignez-la à la colonne 9\u00a0:         {line}"
    assert fixed(text).data == text.encode()


def test_two_keys_one_column_away_and_a_list_below_are_one_mistake() -> None:
    text = PLAN + "         partenaire: CAF\n         budget:\n           - 3000 euros\n"
    found = read(text.encode(), "plan.yaml").findings
    assert [(f.place.line, f.place.column, f.code) for f in found] == [(13, 10, codes.INDENTATION)]
    assert found[0].hint == "alignez-la à la colonne 9\u00a0:         partenaires: CAF"
    assert fixed(text).data == text.encode()


@pytest.mark.parametrize("key", ["pilotes", "partenaires", "calendrier", "suivi", "numero"])
def test_a_key_one_column_right_of_one_without_a_value_is_no_text_of_it(key: str) -> None:
    text = PLAN.replace("      - numero: 1.1\n        titre", "      - titre")
    text += f"        constats:\n         {key}: 2024-1\n"
    told = told_of_the_key(text, 13, 9)
    assert told.code is codes.INDENTATION
    assert told.hint == f"alignez-la à la colonne 9\u00a0:         {key}: 2024-1"


@pytest.mark.parametrize(
    ("below", "texts"),
    [
        ("intitules:\n         constats: Contexte", None),
        ("rubriques:\n         publics: Familles", None),
        ("constats:\n         Un constat : le maintien", ["Un constat : le maintien"]),
        ("constats:\n          - publics : les familles", ["publics : les familles"]),
    ],
)
def test_headings_and_prose_below_a_key_stay_what_they_are(below: str, texts: list[str] | None) -> None:
    reading = read(f"{PLAN}        {below}\n".encode(), "plan.yaml")
    assert reading.findings == ()
    assert reading.plan is not None
    if texts is not None:
        assert [point.texte for point in reading.plan.axes[0].actions[0].constats] == texts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("titre: Ouvrir", "  budget: 3000"),
        ("constats:\n          - Un constat", "    suite ici : avec deux-points"),
        ("constats:\n          - @constat", "    Lieu : le bourg"),
        ('constats:\n          - "Un" constat', "    Lieu: le bourg"),
        ('constats:\n          - "C:\\école', '    lieu: le bourg"'),
        ("constats:\n          - Un lieu : ici", "    lieu : là"),
    ],
)
def test_two_lines_are_not_joined_where_the_second_could_be_a_key(first: str, second: str) -> None:
    text = with_lines(first, second)
    done = fixed(text)
    assert (done.data, done.applied) == (text.encode(), ())
    assert done.left


def test_a_sentence_that_goes_on_without_a_heading_is_still_mended() -> None:
    text = with_lines("constats:", "  - Un lieu : ouvert : le soir", "    et le samedi")
    assert fixed(text).data.decode() == with_lines(
        "constats:", '  - "Un lieu : ouvert : le soir et le samedi"'
    )


def keys_of_lines(data: bytes) -> int:
    """How many lines start with a key of the plan; after a dash, it may be the first word of a text."""
    names = {key for _, key in KEYS}
    return sum(not start.dashed and start.key in names for start in map(entry, data.decode().split("\n")))


@examples(300)
@given(st.randoms(use_true_random=True))
def test_no_fix_of_a_broken_plan_takes_a_key_away(chance: random.Random) -> None:
    text = chance.choice(REAL)
    lines = text[: chance.randrange(4000, 9000)].split("\n")
    for _ in range(6):
        number = chance.randrange(len(lines))
        line = lines[number]
        by = chance.choice((-1, 1, 2))
        lines[number] = " " * max(len(line) - len(line.lstrip()) + by, 0) + line.lstrip()
        lines[chance.randrange(len(lines))] += chance.choice((" : a : b", " :", ' "x" y', ""))
    data = "\n".join(lines).encode()
    assert keys_of_lines(fixed(data.decode()).data) >= keys_of_lines(data)


@pytest.mark.parametrize(("part", "key"), KEYS)
def test_a_sentence_with_two_colons_is_mended_and_its_key_stays_one(part: str, key: str) -> None:
    spot = SPOTS[part]
    text = "\n".join([*spot.above, f"{spot.first}{key}: Val : de : Brume"]) + "\n"
    assert fixed(text).data.decode() == text.replace("Val : de : Brume", '"Val : de : Brume"')


@pytest.mark.parametrize(
    "above", [["rubriques:", "  Objectifs:"], ["constats:", "  - texte: Un", "    points:"]]
)
def test_so_are_the_keys_of_a_point_wherever_it_stands(above: list[str]) -> None:
    margin = " " * (len(above) + (len(above[-1]) - len(above[-1].lstrip())))
    text = with_lines(*above, f"{margin}- texte: Le lieu : ouvert : le soir", f"{margin}  points: un")
    done = fixed(text)
    assert done.data.decode() == text.replace("Le lieu : ouvert : le soir", '"Le lieu : ouvert : le soir"')
    assert done.left == ()
