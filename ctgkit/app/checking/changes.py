"""What would change, or has changed, in a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctgkit.french.visible import visible
from ctgkit.outputs import terminal

if TYPE_CHECKING:
    from ctgkit.outputs.terminal import Paint

_BREAKS = re.compile("\r\n|\r|\n")
_KINDS = {"+": "added", "-": "removed", "@": "dim"}


def print_diff(old: bytes, new: bytes, name: str, paint: Paint) -> None:
    """Prints a unified diff, without what a terminal would act on."""
    from difflib import unified_diff  # noqa: PLC0415  (only where something changes)

    for line in unified_diff(_lines(old), _lines(new), name, name, lineterm=""):
        _print(line, paint)


def print_addition(old: bytes, new: bytes, paint: Paint) -> None:
    """Prints the lines added at one place, after those that had to be changed there."""
    before, after = _lines(old), _lines(new)
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    for sign, lines in (("-", before), ("+", after)):
        for line in lines[start : len(lines) - end]:
            _print(sign + line, paint)


def _lines(data: bytes) -> list[str]:
    return _BREAKS.split(data.decode())


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """How many lines are the same at the start of two texts."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((rank for rank, (one, other) in pairs if one != other), min(len(some), len(others)))


def _print(line: str, paint: Paint) -> None:
    kind = _KINDS.get(line[:1])
    line = visible(line)
    terminal.show([f"{paint(kind, line) if kind else line}\n"])
