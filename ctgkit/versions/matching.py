"""Which section and which fiche of the new plan is which of the old one.

By address where what stands there is alike; then by title and content, the nearest first, each used
once. A number that was given to another action pairs nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple

from ctgkit.versions.pairing import Pairs, candidates, nearest_first
from ctgkit.versions.tree import Node, Tree
from ctgkit.versions.words import dice, doublets, likeness, texts, words

#: What an address, a title or the number alone in common is worth, on a likeness from 0 to 1: enough
#: to choose between partners that are nearly as good.
_SAME_ADDRESS = 0.1
_SAME_TITLE = 0.1
_SAME_NUMBER = 0.05
#: How alike two fiches or sections are that are one: those of one address, and the others. Two
#: commitments of the plan of Vie et Boulogne, written from one model, are alike at 0.59.
_ALIKE = 0.45
_ALIKE_ELSEWHERE = 0.62

#: What says nothing of which fiche it is: where it stands, and its state.
_NOT_CONTENT = frozenset({"numero", "titre", "nature", "origine", "intitules", "suivi"})


class Matching(NamedTuple):
    """Ranks in the old tree to ranks in the new one."""

    sections: Pairs
    fiches: Pairs

    def reversed(self) -> Matching:
        """The same pairs, from the new tree to the old one."""
        return Matching(*({j: i for i, j in pairs.items()} for pairs in self))


def match(old: Tree, new: Tree) -> Matching:
    """Pairs the sections and the fiches of two plans; exchanged sides give the same pairs."""
    fiches = _fiches(old.fiches, new.fiches)
    return Matching(_sections(old, new, fiches), fiches)


class _Features(NamedTuple):
    """What of a fiche is compared."""

    titre: str
    content: Counter[str]  #: its words, two by two


def _features(fiche: Node) -> _Features:
    content: Counter[str] = Counter()
    for key, value in fiche.data.items():
        if key not in _NOT_CONTENT and value:
            for text in texts(value):
                content.update(doublets(text))
    return _Features(fiche.data["titre"], content)


def _fiches(old: Sequence[Node], new: Sequence[Node]) -> Pairs:
    pairs: Pairs = {}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, fiche in enumerate(new):
        places[_complete(fiche)].append(j)
    for i, fiche in enumerate(old):
        same = places[_complete(fiche)]
        if len(same) == 1 and _unchanged(fiche.data, new[same[0]].data):
            pairs[i] = same[0]
    taken = set(pairs.values())
    left_old = {i: _features(old[i]) for i in range(len(old)) if i not in pairs}
    left_new = {j: _features(new[j]) for j in range(len(new)) if j not in taken}

    likely = set(_same(left_old, left_new, lambda i: _complete(old[i]), lambda j: _complete(new[j])))
    likely.update(_same(left_old, left_new, lambda i: _titre(left_old[i]), lambda j: _titre(left_new[j])))
    likely.update(_same(left_old, left_new, lambda i: _content(left_old[i]), lambda j: _content(left_new[j])))
    likely.update(
        candidates(
            {i: frozenset(features.content) for i, features in left_old.items()},
            {j: frozenset(features.content) for j, features in left_new.items()},
        )
    )
    likely.update(
        candidates(
            {i: frozenset(words(features.titre)) for i, features in left_old.items()},
            {j: frozenset(words(features.titre)) for j, features in left_new.items()},
        )
    )

    def score(i: int, j: int) -> float:
        # The commitment to write actions is never one of them: it is replaced.
        if old[i].data["nature"] != new[j].data["nature"]:
            return 0.0
        return _score(_fiche_likeness(left_old[i], left_new[j]), old[i], new[j])

    pairs.update(nearest_first(likely, score, _ALIKE))
    return pairs


def _complete(node: Node) -> str:
    return node.side.complete or ""


def _titre(features: _Features) -> Hashable:
    return tuple(words(features.titre))


def _content(features: _Features) -> Hashable:
    return frozenset(features.content.items())


def _unchanged(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return a == b or all(value == b[key] for key, value in a.items() if key != "suivi")


def _same(old: Iterable[int], new: Iterable[int], name_old: Any, name_new: Any) -> Iterable[tuple[int, int]]:
    """Pairs of one name; where many have it, the first with the first and those beside them."""
    holders: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i in old:
        holders[name_old(i)][0].append(i)
    for j in new:
        holders[name_new(j)][1].append(j)
    for in_old, in_new in holders.values():
        for rank, i in enumerate(in_old):
            for j in in_new[max(0, rank - 2) : rank + 3]:
                yield i, j


def _fiche_likeness(a: _Features, b: _Features) -> float:
    """How alike two fiches are: by title and content, or by content that could hardly be another's.

    A fiche that was only a title is known by it.
    """
    titles = likeness(a.titre, b.titre)
    if not a.content or not b.content:
        return titles
    contents = dice(a.content, b.content)
    return max((titles + contents) / 2, 0.15 * titles + 0.85 * contents)


def _score(alike: float, old: Node, new: Node) -> float:
    """How sure it is that two nodes are one, from how alike they are; 0 if they are two."""
    same_address = _complete(old) == _complete(new)
    if alike < (_ALIKE if same_address else _ALIKE_ELSEWHERE):
        return 0.0
    if same_address:
        alike += _SAME_ADDRESS
    elif old.data["numero"] == new.data["numero"]:
        alike += _SAME_NUMBER
    return alike + (_SAME_TITLE if words(old.side.titre or "") == words(new.side.titre or "") else 0.0)


def _sections(old: Tree, new: Tree, fiches: Pairs) -> Pairs:
    """Pairs sections by their own words and by the fiches they hold."""
    shared: Counter[tuple[int, int]] = Counter()
    for i, j in fiches.items():
        # Level by level: an axis with one objective holds what its objective holds.
        shared.update(zip(_above(old, i), _above(new, j), strict=False))
    # A fiche that is in one plan only does not tell where its section went.
    held_old = Counter(rank for i in fiches for rank in _above(old, i))
    held_new = Counter(rank for j in fiches.values() for rank in _above(new, j))

    likely = set(shared)
    for name in (_complete, lambda node: tuple(words(node.side.titre or ""))):
        likely.update(
            _same(
                range(len(old.sections)),
                range(len(new.sections)),
                lambda i, name=name: name(old.sections[i]),
                lambda j, name=name: name(new.sections[j]),
            )
        )
    likely.update(
        candidates(
            {i: frozenset(words(node.side.titre or "")) for i, node in enumerate(old.sections)},
            {j: frozenset(words(node.side.titre or "")) for j, node in enumerate(new.sections)},
        )
    )

    def score(i: int, j: int) -> float:
        a, b = old.sections[i], new.sections[j]
        titles = likeness(a.side.titre or "", b.side.titre or "")
        if a.data["intitule"] and b.data["intitule"]:
            titles = max(titles, likeness(a.data["intitule"], b.data["intitule"]))
        held = held_old[i] + held_new[j]
        if not held:
            return _score(titles, a, b)
        contents = 2 * shared[i, j] / held
        return _score(max((titles + contents) / 2, 0.15 * titles + 0.85 * contents), a, b)

    return dict(nearest_first(likely, score, _ALIKE))


def _above(tree: Tree, fiche: int) -> list[int]:
    """The ranks of the sections a fiche is under, from its axis down."""
    ranks = []
    rank = tree.fiches[fiche].parent
    while rank is not None:
        ranks.append(rank)
        rank = tree.sections[rank].parent
    return ranks[::-1]
