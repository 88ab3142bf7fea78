"""All that differs between two plans, once it is known what is what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ctgkit.french.normal import normal
from ctgkit.plan.declaration import Liste
from ctgkit.versions.changes import Edit, Json, Side
from ctgkit.versions.fields import LISTS, MAPS, NOT_PROSE, RECORDS, TREE, in_tree, name_of, rule_at
from ctgkit.versions.matching import Matching
from ctgkit.versions.pairing import pair
from ctgkit.versions.tree import Node, Tree
from ctgkit.versions.words import runs


def raw(old: Tree, new: Tree, matching: Matching) -> tuple[Edit, ...]:
    """The edits that make `new` of `old`, each told once: the head, then in the order of `new`."""
    walk = _Walk(old, new, matching)
    return (*_fields(old.data, new.data, Side(()), Side(())), *walk.below(None, None))


class _Branch:
    """One plan: what hangs from each section, and what each node is in the other plan."""

    def __init__(self, tree: Tree, sections: dict[int, int], fiches: dict[int, int]) -> None:
        self.tree = tree
        self.sections, self.fiches = sections, fiches
        self._children: defaultdict[tuple[int | None, str], list[int]] = defaultdict(list)
        for rank, section in enumerate(tree.sections):
            self._children[section.parent, "axes" if section.parent is None else "objectifs"].append(rank)
        for rank, fiche in enumerate(tree.fiches):
            self._children[fiche.parent, "actions"].append(rank)

    def children(self, section: int | None, field: str) -> list[int]:
        """The ranks of what stands in a list of a section (`None`: the top), in order."""
        return self._children[section, field]

    def node(self, field: str, rank: int) -> Node:
        """The node of that rank, of the kind that stands in lists of that name."""
        return (self.tree.fiches if field == "actions" else self.tree.sections)[rank]

    def other(self, field: str, rank: int) -> int | None:
        """Its rank in the other plan."""
        return (self.fiches if field == "actions" else self.sections).get(rank)

    def place(self, section: int | None, field: str) -> Side:
        """A list of a section, or the one at the top."""
        if section is None:
            return Side((field,))
        side = self.tree.sections[section].side
        return replace(side, path=(*side.path, field))

    def titre(self, section: int | None) -> Json:
        """The title of a section."""
        return None if section is None else self.tree.sections[section].side.titre

    def whole(self, field: str, rank: int) -> Json:
        """A node with what hangs from it and is not in the other plan."""
        data = self.node(field, rank).data
        if field == "actions":
            return data
        parts = {
            below: [
                self.whole(below, child)
                for child in self.children(rank, below)
                if self.other(below, child) is None
            ]
            for below in TREE
        }
        return data | parts


class _Walk:
    """Goes through the new plan, and tells what differs from the old one."""

    def __init__(self, old: Tree, new: Tree, matching: Matching) -> None:
        self.old = _Branch(old, matching.sections, matching.fiches)
        back = matching.reversed()
        self.new = _Branch(new, back.sections, back.fiches)

    def below(self, old: int | None, new: int | None) -> Iterator[Edit]:
        """What differs below two sections that are one; `None` for both is the top of the plans."""
        for field in ("axes", "actions") if new is None else TREE:
            yield from self._order(old, new, field)
            yield from self._new_children(old, new, field)
            for child in self.old.children(old, field):
                if self.old.other(field, child) is None:
                    side, list_new = self.old.node(field, child).side, self.new.place(new, field)
                    yield Edit("remove", side, list_new, before=self.old.whole(field, child))

    def _below_added(self, new: int) -> Iterator[Edit]:
        """What moved into a section that is new."""
        for field in TREE:
            for child in self.new.children(new, field):
                other = self.new.other(field, child)
                if other is not None:
                    yield from self._kept(field, other, child)
                elif field == "objectifs":
                    yield from self._below_added(child)

    def _new_children(self, old: int | None, new: int | None, field: str) -> Iterator[Edit]:
        for child in self.new.children(new, field):
            other = self.new.other(field, child)
            if other is not None:
                yield from self._kept(field, other, child)
                continue
            side = self.new.node(field, child).side
            yield Edit("add", self.old.place(old, field), side, after=self.new.whole(field, child))
            if field != "actions":
                yield from self._below_added(child)

    def _kept(self, field: str, old: int, new: int) -> Iterator[Edit]:
        """What differs in a node that is in both plans, and below it."""
        a, b = self.old.node(field, old), self.new.node(field, new)
        if not self._same(a.parent, b.parent):
            yield self._move(a, b)
        yield from _fields(a.data, b.data, a.side, b.side)
        if field != "actions":
            yield from self.below(old, new)

    def _same(self, old: int | None, new: int | None) -> bool:
        """Whether two parents are one section, or both the plan."""
        if old is None or new is None:
            return old is new
        return self.old.sections.get(old) == new

    def _move(self, a: Node, b: Node) -> Edit:
        into, out_of = str(b.path[-2]), str(a.path[-2])
        home_old = home_new = None
        if b.parent is None or b.parent in self.new.sections:
            parent = None if b.parent is None else self.new.sections[b.parent]
            home_old = self.old.place(parent, into).path
        if a.parent is None or a.parent in self.old.sections:
            parent = None if a.parent is None else self.old.sections[a.parent]
            home_new = self.new.place(parent, out_of).path
        before, after = self.old.titre(a.parent), self.new.titre(b.parent)
        return Edit("move", a.side, b.side, before, after, homes=(home_old, home_new))

    def _order(self, old: int | None, new: int | None, field: str) -> Iterator[Edit]:
        ranks = {child: index for index, child in enumerate(self.new.children(new, field))}
        kept = [
            (index, ranks[other])
            for index, child in enumerate(self.old.children(old, field))
            if (other := self.old.other(field, child)) in ranks
        ]
        yield from _ordered(kept, self.old.place(old, field), self.new.place(new, field))


def _at(side: Side, key: str | int) -> Side:
    return replace(side, path=(*side.path, key))


def _in(side: Side, index: int, item: Json, rule: Liste) -> Side:
    """The inside of an element of a list."""
    return replace(side, path=(*side.path, index), within=(*side.within, name_of(item, rule)))


def _fields(
    a: dict[str, Any], b: dict[str, Any], old: Side, new: Side, above: Liste | None = None
) -> Iterator[Edit]:
    """What differs between two parts that are one; `above` is the rule of the list they are in."""
    for key, x in a.items():
        y = b[key]
        if in_tree((*old.path, key)):
            continue
        if key in MAPS:
            yield from _keys(x, y, _at(old, key), _at(new, key), ordered=MAPS[key])
        elif key in RECORDS and isinstance(x, dict) and isinstance(y, dict):
            yield from _fields(x, y, _at(old, key), _at(new, key))
        elif x == y:
            continue
        elif isinstance(x, list):
            # Lists of sub-points are compared as the points above them.
            rule = above if above is not None and key == "points" else rule_at((*old.path, key))
            yield from _items(x, y, _at(old, key), _at(new, key), rule)
        else:
            yield _set(x, y, _at(old, key), _at(new, key))


def _set(x: Json, y: Json, old: Side, new: Side) -> Edit:
    prose = isinstance(x, str) and isinstance(y, str) and old.path[-1] not in NOT_PROSE
    return Edit("set", old, new, x, y, runs(str(x), str(y)) if prose else ())


def _items(x: list[Any], y: list[Any], old: Side, new: Side, rule: Liste) -> Iterator[Edit]:
    """What differs between two lists."""
    if x == y:
        return
    pairs = pair(x, y, rule)
    if rule.ordered:
        yield from _ordered(sorted(pairs.items()), old, new)
    back = {j: i for i, j in pairs.items()}
    for j, item in enumerate(y):
        i = back.get(j)
        if i is None:
            yield Edit("add", old, _at(new, j), after=item)
        elif isinstance(item, dict):
            yield from _fields(x[i], item, _in(old, i, x[i], rule), _in(new, j, item, rule), rule)
        elif x[i] != item:
            yield _set(x[i], item, _at(old, i), _at(new, j))
    for i, item in enumerate(x):
        if i not in pairs:
            yield Edit("remove", _at(old, i), new, before=item)


def _keys(x: dict[str, Any], y: dict[str, Any], old: Side, new: Side, *, ordered: bool) -> Iterator[Edit]:
    """What differs between two mappings whose keys are the plan's own."""
    pairs = _same_keys(x, y)
    staying = frozenset(pairs.values())
    kept_old, kept_new = [key for key in x if key in staying], list(pairs.values())
    if ordered and kept_old != kept_new:
        yield Edit("order", old, new, list(kept_old), list(kept_new))
    for rank, (key, value) in enumerate(y.items()):
        if key not in pairs:
            yield Edit("add", old, _at(new, key), after=value, rank=rank)
            continue
        before, after = _at(old, pairs[key]), _at(new, key)
        if pairs[key] != key:
            yield Edit("rename", before, after, pairs[key], key, runs(pairs[key], key))
        if isinstance(value, list):
            yield from _items(x[pairs[key]], value, before, after, LISTS["rubriques"])
        elif value != x[pairs[key]]:
            yield _set(x[pairs[key]], value, before, after)
    for rank, (key, value) in enumerate(x.items()):
        if key not in staying:
            yield Edit("remove", _at(old, key), new, before=value, rank=rank)


def _same_keys(x: dict[str, Any], y: dict[str, Any]) -> dict[str, str]:
    """The keys of `y` that `x` has, in their order, each with its writing there."""
    others = {normal(key): key for key in x if key not in y}
    pairs: dict[str, str] = {}
    for key in y:
        if key in x:
            pairs[key] = key
        elif other := others.pop(normal(key), None):
            pairs[key] = other
    return pairs


def _ordered(kept: list[tuple[int, int]], old: Side, new: Side) -> Iterator[Edit]:
    """The edit for a list whose elements (old and new indices, in the old order) changed places."""
    if any(a > b for (_, a), (_, b) in pairwise(kept)):
        after: list[Json] = [i for i, _ in sorted(kept, key=lambda one: one[1])]
        yield Edit("order", old, new, [j for _, j in kept], after)
