"""Which element of a list is which of another: by what is the same, by key, then by likeness.

Every function here gives the same pairs when its sides are exchanged.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from ctgkit.french.normal import normal
from ctgkit.plan.declaration import Liste
from ctgkit.versions.alignment import longest_common
from ctgkit.versions.changes import Json
from ctgkit.versions.fields import name_of
from ctgkit.versions.words import doublets, likeness, texts, words

#: Two texts this alike are one text, modified.
ALIKE = 0.5
#: Up to so many pairs of elements, each is looked at.
_ALL_PAIRS = 2500
#: A word in more elements than this tells nothing of which is which.
_COMMON = 12
#: How many likely partners of an element are looked at, where there are many elements.
_LIKELY = 6

Pairs = dict[int, int]


def pair(old: list[Json], new: list[Json], rule: Liste) -> Pairs:
    """The indices in `new` of the elements of `old`, for those that are in both."""
    if rule.single and len(old) == len(new) == 1:
        return {0: 0}
    pairs: Pairs = {}
    names_old, names_new = [_name(item) for item in old], [_name(item) for item in new]
    if rule.ordered:
        pairs.update(longest_common(names_old, names_new))
    _in_turn(pairs, names_old, names_new)
    if len(pairs) == min(len(old), len(new)):
        return pairs
    for rank in range(max(1, len(rule.keys))):
        _in_turn(pairs, [_key(item, rule, rank) for item in old], [_key(item, rule, rank) for item in new])
    _alike(pairs, [_texts(item, rule) for item in old], [_texts(item, rule) for item in new])
    return pairs


def _name(item: Json) -> str:
    """All that an element says, its typography apart."""
    return normal(item if isinstance(item, str) else json.dumps(item, ensure_ascii=False, sort_keys=True))


def _key(item: Json, rule: Liste, rank: int) -> tuple[str, ...] | None:
    """The key of that rank of an element; a text is its own.

    Elements that lack all that a key is made of have nothing in common by it, unless nothing names
    them at all: a line of funding that is only an amount.
    """
    if not isinstance(item, dict):
        return (_folded(item),)
    key = tuple(_folded(item.get(name)) for name in rule.keys[rank])
    return key if any(key) or not name_of(item, rule) else None


def _folded(value: Json) -> str:
    """A value without what is only typing; a text of signs alone as it is."""
    if value is None:
        return ""
    return " ".join(words(value)) or value if isinstance(value, str) else _name(value)


def _texts(item: Json, rule: Liste) -> tuple[str, str]:
    """The text that names an element, and all that is compared of it."""
    if not isinstance(item, dict):
        return _name(item), ""
    first = item.get(rule.texts[0]) if rule.texts else None
    whole = " ".join(text for name in rule.texts for text in texts(item.get(name)))
    return (first if isinstance(first, str) else ""), whole


def _in_turn(pairs: Pairs, old: Iterable[Hashable], new: Iterable[Hashable]) -> None:
    """Pairs what is left and the same, the first with the first; `None` is not the same as itself."""
    taken = set(pairs.values())
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for j, name in enumerate(new):
        if j not in taken and name is not None:
            waiting[name].append(j)
    for places in waiting.values():
        places.reverse()
    for i, name in enumerate(old):
        if i not in pairs and waiting.get(name):
            pairs[i] = waiting[name].pop()


def _alike(pairs: Pairs, old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    """Pairs what is left by likeness, the most alike first."""
    taken = set(pairs.values())
    left_old = [i for i in range(len(old)) if i not in pairs]
    left_new = [j for j in range(len(new)) if j not in taken]
    if len(left_old) * len(left_new) <= _ALL_PAIRS:
        likely: Iterable[tuple[int, int]] = ((i, j) for i in left_old for j in left_new)
    else:
        likely = candidates(
            {i: _rarities(" ".join(old[i])) for i in left_old},
            {j: _rarities(" ".join(new[j])) for j in left_new},
        )

    def score(i: int, j: int) -> float:
        return max(likeness(a, b) if a and b else 0.0 for a, b in zip(old[i], new[j], strict=True))

    pairs.update(nearest_first(likely, score, ALIKE))


def _rarities(text: str) -> frozenset[str]:
    """What of a text others may not have."""
    return frozenset((*words(text), *doublets(text)))


def nearest_first(
    likely: Iterable[tuple[int, int]], score: Callable[[int, int], float], least: float
) -> list[tuple[int, int]]:
    """Pairs of at least `least`, the best first, each side used once; then those nearest in rank."""
    # Two pairs that share an element and are equally far apart never have the same sum of ranks:
    # what is chosen depends neither on the order of the pairs nor on the side that comes first.
    scored = sorted(
        (-found, abs(i - j), i + j, i, j) for i, j in set(likely) if (found := score(i, j)) >= least
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    chosen = []
    for *_, i, j in scored:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            chosen.append((i, j))
    return chosen


def candidates(old: Mapping[int, frozenset[str]], new: Mapping[int, frozenset[str]]) -> set[tuple[int, int]]:
    """Pairs that share features few others have: a few for each element, so not all pairs."""
    holders_old, holders_new = _holders(old), _holders(new)
    shared: Counter[tuple[int, int]] = Counter()
    for feature, in_old in holders_old.items():
        in_new = holders_new.get(feature, ())
        if len(in_old) <= _COMMON and len(in_new) <= _COMMON:
            shared.update((i, j) for i in in_old for j in in_new)
    of_old: defaultdict[int, list[tuple[int, int, int, int, int]]] = defaultdict(list)
    of_new: defaultdict[int, list[tuple[int, int, int, int, int]]] = defaultdict(list)
    for (i, j), count in shared.items():
        entry = (-count, abs(i - j), i + j, i, j)
        of_old[i].append(entry)
        of_new[j].append(entry)
    return {
        (i, j) for entries in (*of_old.values(), *of_new.values()) for *_, i, j in sorted(entries)[:_LIKELY]
    }


def _holders(of: Mapping[int, frozenset[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for rank, features in of.items():
        for feature in features:
            found[feature].append(rank)
    return found
