"""Pairs of small plans, and which section and which fiche a careful reader says is which.

`corpus/*.txt` hold them. A line of a plan starts with a name: what bears one name in both plans is one, and
names were given by reading, before anything was compared. Its number or its short name follows (`.`: none),
after a dash for a fiche, then its title; then come, after `|`, the longer wording of a section or the points
of a fiche. A fiche without a number is a commitment to write the real ones.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.versions.changes import Path as Place
from ctgkit.versions.matching import match
from ctgkit.versions.tree import Node, tree
from tests.versions.real import Data, points

CORPUS = Path(__file__).parent / "corpus"


class Pair(NamedTuple):
    """Two plans as the corpus draws them, and what is to be seen in them."""

    title: str
    old: list[str]
    new: list[str]


def pairs(path: Path) -> list[Pair]:
    """The pairs of a file."""
    found = []
    for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, plans = part.split("\navant\n")
        old, new = plans.split("\naprès\n")
        found.append(Pair(title, old.splitlines(), new.splitlines()))
    return found


class Drawing(NamedTuple):
    """A plan, and where each of its sections and fiches stands, by name."""

    plan: Plan
    names: dict[Place, str]


def drawing(lines: list[str]) -> Drawing:
    """The plan that lines draw."""
    head = {"format": "1", "titre": "Plan", "territoire": {"nom": "Val"}, "caf": "Caf", "periode": "2024"}
    data: Data = head | {"axes": []}
    above: list[tuple[Place, Data]] = [((), data)]
    names: dict[Place, str] = {}
    for line in filter(None, lines):
        depth = (len(line) - len(line.lstrip())) // 2
        name, *words = line.split()
        fiche = words[0] == "-"
        one = _fiche(words[1:]) if fiche else _section(words)
        place, holder = above[depth]
        key = "axes" if not place else "actions" if fiche else "objectifs"
        holder[key].append(one)
        here = (*place, key, len(holder[key]) - 1)
        above[depth + 1 :] = [(here, one)]
        names[here] = name
    return Drawing(judged(Plan, data), names)


def _section(words: list[str]) -> Data:
    name, *_ = words
    titre, *texts = _texts(words)
    key = "numero" if name[0].isdigit() else "id"
    named = {} if name == "." else {key: name}
    intitule = {"intitule": texts[0]} if texts else {}
    return {"titre": titre, "objectifs": [], "actions": []} | named | intitule


def _fiche(words: list[str]) -> Data:
    titre, *texts = _texts(words)
    named = {"nature": "engagement"} if words[0] == "." else {"numero": words[0]}
    return {"titre": titre, "descriptif": points(*texts)} | named


def _texts(words: list[str]) -> list[str]:
    return [text.strip() for text in " ".join(words[1:]).split("|")]


def named(
    old: tuple[Node, ...], new: tuple[Node, ...], pairs: dict[int, int], drawn: tuple[Drawing, Drawing]
) -> dict[str, str]:
    """The pairs that were found, by the names of their nodes."""
    return {drawn[0].names[old[i].path]: drawn[1].names[new[j].path] for i, j in pairs.items()}


PAIRS = [pair for path in sorted(CORPUS.glob("*.txt")) for pair in pairs(path)]
each = pytest.mark.parametrize("pair", PAIRS, ids=[pair.title for pair in PAIRS])


@each
def test_sections_and_fiches_pair_as_a_careful_reader_pairs_them(pair: Pair) -> None:
    drawn = drawing(pair.old), drawing(pair.new)
    old, new = (tree(one.plan) for one in drawn)
    found = match(old, new)
    kept = set(drawn[0].names.values()) & set(drawn[1].names.values())
    assert named(old.sections, new.sections, found.sections, drawn) == {
        name: name for name in kept if name.isupper()
    }
    assert named(old.fiches, new.fiches, found.fiches, drawn) == {
        name: name for name in kept if name.islower()
    }


@each
def test_they_pair_in_the_same_way_from_the_new_plan_to_the_old_one(pair: Pair) -> None:
    old, new = (tree(drawing(lines).plan) for lines in (pair.old, pair.new))
    assert match(new, old) == match(old, new).reversed()


def test_the_corpus_is_read_whole() -> None:
    assert len(PAIRS) > 40
    for pair in PAIRS:
        for lines in (pair.old, pair.new):
            names = drawing(lines).names
            assert len(set(names.values())) == len(names) == len(list(filter(None, lines)))
