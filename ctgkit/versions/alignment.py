"""The longest run of elements that two sequences have in common, in near-linear time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

#: Pairs of equal elements that are looked at, for each element: what repeats most is left out.
_PAIRS = 64


def longest_common(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Pairs of indices of equal elements, both increasing: as many as can be (Hunt and Szymanski).

    The work is bounded: in long sequences, elements that repeat too often only join the pairs
    beside them. The sides may be exchanged: the pairs are the same.
    """
    if b < a:
        return [(i, j) for j, i in longest_common(b, a)]
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    end = 0
    while end < len(a) - start and end < len(b) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    middle = _subsequence(a, b, range(start, len(a) - end), range(start, len(b) - end))
    ends = [(len(a) - end + rank, len(b) - end + rank) for rank in range(end)]
    return _filled(a, b, [*((rank, rank) for rank in range(start)), *middle, *ends])


def _subsequence(a: Sequence[str], b: Sequence[str], in_a: range, in_b: range) -> list[tuple[int, int]]:
    """The longest increasing run of pairs of equal elements, the rarest elements first."""
    counts_a, counts_b = Counter(a[i] for i in in_a), Counter(b[j] for j in in_b)
    budget = _PAIRS * (len(in_a) + len(in_b))
    places: dict[str, list[int]] = {}
    for pairs, token in sorted((count * counts_b[token], token) for token, count in counts_a.items()):
        budget -= pairs
        if budget < 0:
            break
        places[token] = []
    for j in reversed(in_b):
        if b[j] in places:
            places[b[j]].append(j)

    tails: list[int] = []
    # Each pair with the one before it, as a chain: only the best of each length is kept.
    chains: list[tuple[int, int, object]] = []
    for i in in_a:
        for j in places.get(a[i], ()):
            rank = bisect_left(tails, j)
            chain = (i, j, chains[rank - 1] if rank else None)
            if rank == len(tails):
                tails.append(j)
                chains.append(chain)
            else:
                tails[rank], chains[rank] = j, chain
    found = []
    link: object = chains[-1] if chains else None
    while isinstance(link, tuple):
        i, j, link = link
        found.append((i, j))
    return found[::-1]


def _filled(a: Sequence[str], b: Sequence[str], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`pairs`, with the equal elements that stand right after or right before one of them."""
    found: list[tuple[int, int]] = []
    done_a = done_b = 0
    for i, j in [*pairs, (len(a), len(b))]:
        while done_a < i and done_b < j and a[done_a] == b[done_b]:
            found.append((done_a, done_b))
            done_a, done_b = done_a + 1, done_b + 1
        before = 0
        while i - before > done_a and j - before > done_b and a[i - 1 - before] == b[j - 1 - before]:
            before += 1
        found += [(i - rank, j - rank) for rank in range(before, -1, -1)]
        done_a, done_b = i + 1, j + 1
    return found[:-1]
