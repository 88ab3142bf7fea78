"""Which section and which fiche of the new plan is which of the old one.

By address where what stands there is alike; then by title and content, the nearest first, each used
once. A number that was given to another action pairs nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from ctgkit.versions.pairing import Pairs, candidates, nearest_first
from ctgkit.versions.tree import Node, Tree
from ctgkit.versions.words import dice, doublets, likeness, texts, traits, words

#: What an address, a title or the number alone in common is worth, on a likeness from 0 to 1: enough
#: to choose between partners that are nearly as good.
_SAME_ADDRESS = 0.1
_SAME_TITLE = 0.1
_SAME_NUMBER = 0.05
#: How alike two fiches or sections are that are one: those of one address, and the others. Two
#: commitments of the plan of Vie et Boulogne, written from one model, are alike at 0.59.
_ALIKE = 0.45
_ALIKE_ELSEWHERE = 0.62

#: Where many have one name, how far from its own rank one is looked for.
_BESIDE = 2

#: What says nothing of which fiche it is: where it stands, and its state.
_NOT_CONTENT = frozenset({"numero", "titre", "nature", "origine", "intitules", "suivi"})

_Part = TypeVar("_Part")


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

    complete: str | None  #: its full address
    titre: str
    content: Counter[str]  #: its words, two by two


def _features(fiche: Node) -> _Features:
    content: Counter[str] = Counter()
    for key, value in fiche.data.items():
        if key not in _NOT_CONTENT and value:
            for text in texts(value):
                content.update(doublets(text))
    return _Features(_complete(fiche), fiche.data["titre"], content)


def _fiches(old: Sequence[Node], new: Sequence[Node]) -> Pairs:
    pairs = _unchanged(old, new)
    taken = set(pairs.values())
    left_old = {i: _features(old[i]) for i in range(len(old)) if i not in pairs}
    left_new = {j: _features(new[j]) for j in range(len(new)) if j not in taken}
    likely = _likely(
        left_old,
        left_new,
        names=(
            lambda one: one.complete,
            lambda one: tuple(words(one.titre)),
            lambda one: frozenset(one.content.items()),
        ),
        shared=(lambda one: frozenset(one.content), lambda one: traits(one.titre)),
    )

    def score(i: int, j: int) -> float:
        # The commitment to write actions is never one of them: it is replaced.
        if old[i].data["nature"] != new[j].data["nature"]:
            return 0.0
        return _score(_fiche_likeness(left_old[i], left_new[j]), old[i], new[j])

    pairs.update(nearest_first(likely, score, _ALIKE))
    return pairs


def _complete(node: Node) -> str | None:
    return node.side.complete


def _unchanged(old: Sequence[Node], new: Sequence[Node]) -> Pairs:
    """The fiches that say what they said, follow-up apart, and are where they were."""
    places: defaultdict[str | None, list[int]] = defaultdict(list)
    for j, fiche in enumerate(new):
        places[_complete(fiche)].append(j)
    pairs: Pairs = {}
    for i, fiche in enumerate(old):
        same = places[_complete(fiche)]
        if len(same) == 1:
            (j,) = same
            if all(value == new[j].data[key] for key, value in fiche.data.items() if key != "suivi"):
                pairs[i] = j
    return pairs


def _likely(
    old: Mapping[int, _Part],
    new: Mapping[int, _Part],
    *,
    names: Sequence[Callable[[_Part], Hashable]],
    shared: Sequence[Callable[[_Part], frozenset[str]]],
) -> set[tuple[int, int]]:
    """The pairs worth a closer look, a few for each: of one name, or that share what few others have."""
    found: set[tuple[int, int]] = set()
    for name in names:
        found |= _same({i: name(one) for i, one in old.items()}, {j: name(one) for j, one in new.items()})
    for traits_of in shared:
        found |= candidates(
            {i: traits_of(one) for i, one in old.items()}, {j: traits_of(one) for j, one in new.items()}
        )
    return found


def _same(old: Mapping[int, Hashable], new: Mapping[int, Hashable]) -> set[tuple[int, int]]:
    """Pairs of one name; where many have it, the first with the first and those beside them."""
    holders: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, name in old.items():
        holders[name][0].append(i)
    for j, name in new.items():
        holders[name][1].append(j)
    return {
        (i, j)
        for in_old, in_new in holders.values()
        for rank, i in enumerate(in_old)
        for j in in_new[max(0, rank - _BESIDE) : rank + _BESIDE + 1]
    }


def _fiche_likeness(a: _Features, b: _Features) -> float:
    """How alike two fiches are; one that was only a title is known by it."""
    titles = likeness(a.titre, b.titre)
    return _weighed(titles, dice(a.content, b.content)) if a.content and b.content else titles


def _weighed(titles: float, contents: float) -> float:
    """How alike two are by title and content, or by content that could hardly be another's."""
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
    return alike + (_SAME_TITLE if words(_titre(old)) == words(_titre(new)) else 0.0)


def _titre(node: Node) -> str:
    return node.data["titre"] or ""


def _sections(old: Tree, new: Tree, fiches: Pairs) -> Pairs:
    """Pairs sections by their own words and by the fiches they hold."""
    shared: Counter[tuple[int, int]] = Counter()
    for i, j in fiches.items():
        shared.update(_levels(_above(old, i), _above(new, j)))
    # A fiche that is in one plan only does not tell where its section went.
    held_old = Counter(rank for i in fiches for rank in _above(old, i))
    held_new = Counter(rank for j in fiches.values() for rank in _above(new, j))

    likely = shared.keys() | _likely(
        dict(enumerate(old.sections)),
        dict(enumerate(new.sections)),
        names=(
            _complete,
            lambda node: tuple(words(_titre(node))),
            lambda node: tuple(words(node.data["intitule"] or "")),
        ),
        shared=(lambda node: traits(_titre(node)),),
    )

    def score(i: int, j: int) -> float:
        a, b = old.sections[i], new.sections[j]
        titles = _title_likeness(a, b)
        held = held_old[i] + held_new[j]
        return _score(_weighed(titles, 2 * shared[i, j] / held) if held else titles, a, b)

    return dict(nearest_first(likely, score, _ALIKE))


def _title_likeness(a: Node, b: Node) -> float:
    """How alike the titles of two sections are, or their longer wordings."""
    long_a, long_b = a.data["intitule"], b.data["intitule"]
    return max(likeness(_titre(a), _titre(b)), likeness(long_a, long_b) if long_a and long_b else 0.0)


def _levels(a: Sequence[int], b: Sequence[int]) -> set[tuple[int, int]]:
    """Which section above a fiche may be which of those above it in the other plan.

    Level by level from the axes: an axis with one objective holds what its objective holds. Where a level
    came or went, from the fiche as well: an objective that became an axis holds what it held.
    """
    return {*zip(a, b, strict=False), *zip(reversed(a), reversed(b), strict=False)}


def _above(tree: Tree, fiche: int) -> list[int]:
    """The ranks of the sections a fiche is under, up to its axis."""
    ranks: list[int] = []
    rank = tree.fiches[fiche].parent
    while rank is not None:
        ranks.append(rank)
        rank = tree.sections[rank].parent
    return ranks
