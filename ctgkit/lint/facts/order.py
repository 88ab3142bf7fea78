"""What is not in its place in a list that should be sorted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date


def misplaced(dates: Sequence[date]) -> list[int]:
    """The ranks to move, as few as possible, so that dates go from the oldest to the newest.

    Equal dates are in order.
    """
    tails: list[date] = []  # the earliest date that ends an ordered run, by its length
    ends: list[int] = []  # its rank
    before: list[int | None] = []  # what precedes each rank in its run
    for rank, day in enumerate(dates):
        length = bisect_right(tails, day)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [day]
        ends[length : length + 1] = [rank]
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return [rank for rank in range(len(dates)) if rank not in kept]
