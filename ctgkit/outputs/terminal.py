"""What the terminal is like: colours, and how wide it is."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

from ctgkit.french.visible import inert, one_line

_COLORS = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "strong": "1",
    "dim": "2",
    "link": "36",
    "added": "32",
    "removed": "31",
}
#: Where lines are cut when nobody says how wide the screen is.
_PIPE_WIDTH = 100


class Paint:
    """Colours text, or leaves it alone."""

    def __init__(self, *, enabled: bool) -> None:
        self.enabled = enabled

    def __call__(self, kind: str, text: str) -> str:
        """`text` in the colour of `kind`."""
        return f"\x1b[{_COLORS[kind]}m{text}\x1b[0m" if self.enabled and text else text


def colored(when: str, stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: `always`, `never`, or `auto`.

    `NO_COLOR` and dumb terminals count under `auto`.
    """
    if when != "auto":
        return when == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(when: str) -> Paint:
    """The colours of standard output."""
    return Paint(enabled=colored(when, sys.stdout))


def width(stream: TextIO) -> int:
    """The columns of the terminal that `stream` is, or a constant where it is none."""
    return shutil.get_terminal_size().columns if stream.isatty() else _PIPE_WIDTH


def show(pieces: Iterable[str]) -> None:
    """Prints what somebody reads, on standard output: no line of a plan's text is a command there."""
    sys.stdout.writelines(map(inert, pieces))


def note(sentences: Iterable[str]) -> None:
    """Says on standard error what somebody should know, and what is no fault."""
    for sentence in sentences:
        print(f"ctg : {one_line(sentence)}", file=sys.stderr)


def complain(problems: Iterable[str]) -> int:
    """Says on standard error what could not be done, once a line; the exit status that this makes."""
    told = list(dict.fromkeys(problems))
    note(told)
    return 2 if told else 0
