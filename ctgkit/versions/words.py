"""Texts compared by their words: how alike they are, and which words changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ctgkit.french.nearest import fold
from ctgkit.french.normal import normal
from ctgkit.plan.suivi import cles_de_suivi
from ctgkit.versions.alignment import longest_common
from ctgkit.versions.changes import Json, Run

_WORD = re.compile(r"\w+")
#: What is no part of what a text is known by.
_FOLLOWUP = cles_de_suivi()
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")

#: Up to so many words, a text is also compared by its letters: one misspelt word weighs too much.
_SHORT = 5

#: Folding a word costs more than looking it up, and a plan has few different ones.
_folded = lru_cache(maxsize=1 << 16)(fold)


def words(text: str) -> list[str]:
    """The words of `text`, without accents and case."""
    return [_folded(word) for word in _WORD.findall(text)]


def doublets(text: str) -> list[str]:
    """The words of `text` two by two, its ends included: what few texts have in common."""
    return [f"{a} {b}" for a, b in pairwise(["", *words(text), ""])]


def texts(value: Json) -> Iterator[str]:
    """All the texts in `value`, in order, those of its follow-up apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _FOLLOWUP:
                yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def likeness(a: str, b: str) -> float:
    """How alike two texts are, from 0 to 1 (the same words); the order of the sides does not count."""
    if a == b:
        return 1.0
    in_a, in_b = words(a), words(b)
    found = dice(Counter(in_a), Counter(in_b))
    if min(len(in_a), len(in_b)) <= _SHORT:
        found = max(found, dice(_letters(in_a), _letters(in_b)) - 0.1)
    return found


def traits(text: str) -> frozenset[str]:
    """What texts that are alike share: words, and of a short text, letters three by three."""
    found = words(text)
    return frozenset((*found, *_letters(found))) if len(found) <= _SHORT else frozenset(found)


def dice(a: Counter[str], b: Counter[str]) -> float:
    """Twice what two bags share, over what they hold; 0 when both are empty."""
    if len(b) < len(a):
        a, b = b, a
    held = a.total() + b.total()
    return 2 * sum(min(count, b[word]) for word, count in a.items()) / held if held else 0.0


def _letters(of: list[str]) -> Counter[str]:
    text = f" {' '.join(of)} "
    return Counter(text[rank : rank + 3] for rank in range(len(text) - 2))


def same(a: Json, b: Json) -> bool:
    """Whether two values differ by their typography at most."""
    if isinstance(a, str) and isinstance(b, str):
        return a == b or normal(a) == normal(b)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return a == b


def runs(old: str, new: str) -> tuple[Run, ...]:
    """The words that stay, go and come between two texts.

    Equal and removed runs, joined, are `old`; equal and added ones are `new`, and of what differs by
    typography only, which is equal, that of `new` is told; unless nothing else differs. A few words in
    common between two longer changes are part of the change.
    """
    typed = same(old, new)
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    blocks: list[tuple[str, str, str]] = []  # what goes, what comes, then what stays
    done_a = done_b = 0
    for i, j in [*longest_common(a, b), (len(a), len(b))]:
        gone, come = "".join(a[done_a:i]), "".join(b[done_b:j])
        kept = a[i] if i < len(a) else ""
        if not typed and (gone or come):
            before = a[done_a - 1] if done_a else ""
            if same(f"{before}{gone}{kept}", f"{before}{come}{kept}"):
                gone, come, kept = "", "", come + kept
        if blocks and not gone and not come:
            blocks[-1] = (*blocks[-1][:2], blocks[-1][2] + kept)
        else:
            blocks.append((gone, come, kept))
        done_a, done_b = i + 1, j + 1
    found = []
    for gone, come, kept in _readable(blocks):
        found += [Run("removed", gone)] if gone else []
        found += [Run("added", come)] if come else []
        found += [Run("equal", kept)] if kept else []
    return tuple(found)


def _readable(blocks: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Blocks without the equal words that are shorter than the changes on both sides of them."""
    found: list[tuple[str, str, str]] = []
    for gone, come, kept in blocks:
        if found and any(found[-1][:2]) and (gone or come):
            old_gone, old_come, between = found[-1]
            size = len(between.strip())
            if size <= max(len(old_gone), len(old_come)) and size <= max(len(gone), len(come)):
                found[-1] = (old_gone + between + gone, old_come + between + come, kept)
                continue
        found.append((gone, come, kept))
    return found
