"""Several things in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

#: What stands where there is nothing to say: the same dash in every table.
NOTHING = "–"


def listing(parts: Iterable[str], last: str = "et") -> str:
    """`a, b et c`."""
    *others, final = parts
    return f"{', '.join(others)} {last} {final}" if others else final


def between_commas(parts: Iterable[str | None]) -> str:
    """The parts there are: `a, b, c`."""
    return ", ".join(part for part in parts if part)
