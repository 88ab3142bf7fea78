"""What is said of a user's template that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ctgkit.french.nearest import nearest

#: How many names are listed to somebody whose word is near none of them.
_LISTED = 40


class Spot(NamedTuple):
    """A line of a template."""

    file: str  #: as the user named it
    line: int  #: 1-based
    source: str  #: the whole text of the template


class TemplateFault(Exception):  # noqa: N818  (the template is at fault, not ctgkit)
    """A user's template that cannot be used: one sentence in French, without a final stop.

    Attributes:
        spot: where it is; `None` where no line is at fault.
        column: the first character at fault in that line, 1-based; `None` where none stands out.
        end: the one after the last.
    """

    def __init__(self, message: str, spot: Spot | None = None, word: str = "") -> None:
        """Tells what is wrong where, and the word of that line that is at fault."""
        super().__init__(f"{spot.file}:{spot.line}\u00a0: {message}" if spot else message)
        self.spot = spot
        self.column: int | None = None
        self.end: int | None = None
        lines = spot.source.splitlines() if spot else []
        if spot and word and spot.line <= len(lines):
            whole = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lines[spot.line - 1])
            if whole:
                self.column, self.end = whole.start() + 1, whole.end() + 1


def quoted(words: object) -> str:
    """`words` between guillemets."""
    return f"«\u00a0{words}\u00a0»"


def unknown(written: str, possible: Iterable[str], *, listed: bool = True) -> str:
    """The end of a sentence about a name that does not exist: the one meant, or those there are."""
    possible = sorted(set(possible))
    near = nearest(written, possible)
    if near is not None:
        return f"\u00a0; vouliez-vous dire {quoted(near)}\u00a0?"
    if listed and possible:
        more = ", …" if len(possible) > _LISTED else ""
        return f"\u00a0; il y a\u00a0: {', '.join(possible[:_LISTED])}{more}"
    return ""
