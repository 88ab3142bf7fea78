"""The comments of a file: the parser drops them, but they stand between its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from ctgkit.plan.reading.draft import Draft

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_START = re.compile(r"(?:^|(?<=[ \t]))#")


class Comment(NamedTuple):
    """One comment, from its `#` to the end of its line."""

    line: int  #: 1-based
    column: int  #: of the `#`, 1-based
    text: str  #: `#` included, the spaces at its end excluded
    alone: bool  #: whether nothing stands before it on its line


def comments(draft: Draft) -> Iterator[Comment]:
    """The comments of a file that the parser reads without an error, in order."""
    candidates = {number: line for number, line in enumerate(draft.lines) if "#" in line}
    if not candidates:
        return
    texts = _texts(draft, candidates.keys())
    for number, line in candidates.items():
        for sign in _START.finditer(line):
            inside = any(start <= (number, sign.start()) < end for start, end in texts.get(number, ()))
            if not inside:
                text = draft.restore(line[sign.start() :].rstrip())
                yield Comment(number + 1, sign.start() + 1, text, not line[: sign.start()].strip())
                break


_Range = tuple[tuple[int, int], tuple[int, int]]


def _texts(draft: Draft, lines: Any) -> dict[int, list[_Range]]:
    """The ranges of the quoted and block texts that touch some lines, by line."""
    parser = _LOADER(draft.text())
    found: dict[int, list[_Range]] = {}
    try:
        while parser.check_token():
            token = parser.get_token()
            if token.__class__ is yaml.ScalarToken and token.style:
                start, end = token.start_mark, token.end_mark
                first = start.line, start.column
                if token.style in "|>":  # a comment may follow the sign that opens a block
                    first = start.line + 1, 0
                for number in lines & range(start.line, end.line + 1):
                    found.setdefault(number, []).append((first, (end.line, end.column)))
    finally:
        parser.dispose()
    return found
