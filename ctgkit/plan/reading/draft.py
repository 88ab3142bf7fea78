"""A working copy of a file's lines, repaired as reading goes, that knows where it came from.

One mistake must not hide the next ones: the reader mends it in its own copy and goes on. Places
in the copy are turned back into places in the file, and a mended line is what the hint shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ctgkit.plan.finding import Place, Splice

_BREAKS = re.compile("\r\n|\r|\n")
#: YAML 1.1, which the C parser follows, breaks lines at these; YAML 1.2 and every editor do not.
_SOFT_BREAKS = "\x85\u2028\u2029"


class Edit(NamedTuple):
    """Characters `start` to `end` (excluded) of one line, 0-based, replaced by `text`."""

    line: int
    start: int
    end: int
    text: str


class Draft:
    """The lines of a file, without their line breaks, as mended so far."""

    def __init__(self, text: str) -> None:
        """Takes the decoded text of the file."""
        self._stand_ins: dict[int, int] = {}
        self._back: dict[int, int] = {}
        if not text.isascii() and any(c in text for c in _SOFT_BREAKS):
            private = (point for point in range(0xE000, 0xF8FF) if chr(point) not in text)
            self._stand_ins = {ord(c): next(private) for c in _SOFT_BREAKS}
            self._back = {value: key for key, value in self._stand_ins.items()}
        self.original: list[str] = _BREAKS.split(text)
        self.lines = list(self.original)
        self._columns: dict[int, list[int]] = {}

    def text(self) -> str:
        """What the parser reads: lines broken by line feeds only."""
        text = "\n".join(self.lines)
        return text.translate(self._stand_ins) if self._stand_ins else text

    def restore(self, value: str) -> str:
        """A value of :meth:`text` with the characters the file has."""
        return value.translate(self._back) if self._back else value

    def apply(self, edit: Edit) -> None:
        """Changes one line; its breaks stay, so that lines keep their numbers."""
        line, start, end, text = edit
        columns = self._columns.setdefault(line, list(range(len(self.lines[line]) + 1)))
        anchor = columns[start]
        columns[start:end] = [anchor] * len(text)
        old = self.lines[line]
        self.lines[line] = old[:start] + text + old[end:]

    def splices(self, edits: Iterable[Edit]) -> tuple[Splice, ...]:
        """`edits` as changes of the file itself; none where the copy has left it on one of the lines.

        A line whose words another one takes over is taken out.
        """
        splices = []
        for rank, (line, start, end, text) in enumerate(edits):
            if line in self._columns:
                return ()
            joined = rank > 0 and not text and (start, end) == (0, len(self.lines[line]))
            if joined and line + 1 < len(self.lines):
                splices.append(Splice(Place(line + 1, 1, line + 2, 1), ""))
            else:
                splices.append(Splice(Place(line + 1, start + 1, line + 1, end + 1), text))
        return tuple(splices)

    def place(self, line: int, column: int, end_line: int, end_column: int) -> Place:
        """The place in the file of a range of the copy, both 0-based with an excluded end."""
        if end_line >= len(self.lines):
            end_line = len(self.lines) - 1
            end_column = len(self.lines[end_line])
        start = line + 1, self._column(line, column) + 1
        end = end_line + 1, self._column(end_line, end_column) + 1
        # What starts after the words of a line ends is white: all of it is shown.
        return Place(*min(start, end), *max(start, end))

    def _column(self, line: int, column: int) -> int:
        columns = self._columns.get(line)
        return column if columns is None else columns[min(column, len(columns) - 1)]
