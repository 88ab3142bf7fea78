"""Lines of a screen that is so wide."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from ctgkit.french.visible import one_line

if TYPE_CHECKING:
    from ctgkit.outputs.terminal import Paint


class Layout:
    """A screen of so many columns, and its colours; no line is longer than `columns`."""

    def __init__(self, paint: Paint, columns: int) -> None:
        self.paint = paint
        self.columns = max(columns, 20)

    def wrap(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        """`text` under a prefix, its next lines under another."""
        rest = " " * len(first) if rest is None else rest
        lines = wrapped(text, max(self.columns - max(len(first), len(rest)), 10))
        return [f"{first if rank == 0 else rest}{line}" for rank, line in enumerate(lines)]


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns; what is longer than a line is cut, and nothing is lost."""
    return textwrap.wrap(one_line(text), columns, break_on_hyphens=False) or [""]
