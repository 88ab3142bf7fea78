"""Changing a file by splicing its text: what is not to change keeps every byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from ctgkit.plan.finding import Splice

_LINES = re.compile("[^\r\n]*(?:\r\n|\r|\n|\\Z)")
_BOM = "\ufeff"


def lines_of(data: bytes) -> list[str]:
    """The lines of a file in UTF-8, without their breaks, as findings count them."""
    return [line.rstrip("\r\n") for line in _LINES.findall(data.decode().removeprefix(_BOM))]


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes of a file with its `splices` made, whatever its line breaks.

    Args:
        data: the file, in UTF-8, with or without a byte order mark.
        splices: changes that do not overlap, in any order.

    Raises:
        UnicodeDecodeError: if it is not UTF-8.
        ValueError: if two splices overlap.
    """
    text = data.decode()
    bom = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    starts = [0, *accumulate(len(line) for line in _LINES.findall(text))]
    pieces: list[str] = [bom]
    done = 0
    for place, new in sorted(splices):
        start = starts[place.line - 1] + place.column - 1
        end = starts[place.end_line - 1] + place.end_column - 1
        if start < done:
            raise ValueError(f"splices overlap at {place}")
        pieces += text[done:start], new
        done = end
    return "".join((*pieces, text[done:])).encode()
