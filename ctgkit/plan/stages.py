"""Which lines of money are one line at two stages: what is planned, and what was paid of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctgkit.french.nearest import key
from ctgkit.vocabulary.argent import facts_of

if TYPE_CHECKING:
    from ctgkit.plan.action import Financement


def paid_of(lines: Sequence[Financement]) -> dict[int, int]:
    """The rank of what was paid, by that of what was planned, for the lines that are one.

    Two of the same funder, years, section and object are, where one alone says that it was paid.
    """
    alike: dict[tuple[object, ...], list[int]] = {}
    for rank, one in enumerate(lines):
        # What names no funder may be anybody's.
        if one.financeur:
            called = (key(one.financeur), one.annee, one.section, key(one.objet or ""))
            alike.setdefault(called, []).append(rank)
    found = {}
    for ranks in alike.values():
        paid = [rank for rank in ranks if facts_of(lines[rank].etat).spent]
        planned = [rank for rank in ranks if rank not in paid and facts_of(lines[rank].etat).counted]
        if len(ranks) == 2 and len(paid) == len(planned) == 1 and lines[planned[0]].realise is None:
            found[planned[0]] = paid[0]
    return found
