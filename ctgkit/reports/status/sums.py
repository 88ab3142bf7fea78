"""Several plans, summed up while they go by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ctgkit.followup import Totals


class Sum(NamedTuple):
    """A plan among several."""

    file: str
    territoire: str
    totals: Totals
    moved: int | None  #: how many fiches moved since the day asked for
    uncounted: int  #: entries and measures that are not counted


class Sums:
    """All of them.

    Attributes:
        plans: how many there are.
        moved: how many of their fiches moved since the day asked for.
        uncounted: how many entries and measures are not counted.
        totals: the totals of all their fiches.
        invalid: how many errors each plan has that has some: it is not counted.
    """

    def __init__(self, invalid: Mapping[str, int]) -> None:
        """Starts without any; `invalid` is filled while they go by."""
        from ctgkit.followup import Totals  # noqa: PLC0415  (slow, and one plan needs none of it)

        self.plans = self.moved = self.uncounted = 0
        self.totals = Totals()
        self.invalid = invalid

    def add(self, one: Sum) -> None:
        """Counts a plan."""
        self.plans += 1
        self.totals += one.totals
        self.moved += one.moved or 0
        self.uncounted += one.uncounted
