"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctgkit.french.lists import NOTHING


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table; its cells are Markdown already."""
    names = tuple(heads)
    yield row(names)
    yield "|---" * len(names) + "|"
    yield from map(row, rows)


def row(cells: Iterable[str]) -> str:
    """A line of a table; an empty cell has the dash of what is not there."""
    return f"| {' | '.join(cell or NOTHING for cell in cells)} |"
