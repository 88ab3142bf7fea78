"""Where a document goes and in which format: what the commands that write several formats share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from ctgkit.app.command_line.values import choose
from ctgkit.app.files.given import STDIN, STDIN_NAME
from ctgkit.app.files.writing import save, send
from ctgkit.app.misuse import Misuse
from ctgkit.outputs import terminal


class Form(NamedTuple):
    """How a document is written, and where."""

    kind: str  #: its format
    target: Path | None  #: a file, or standard output
    color: str

    @property
    def colored(self) -> bool:
        """Whether it has colours; a file has none unless they are asked for."""
        return terminal.colored(self.color, sys.stdout if self.target is None else StringIO())

    @property
    def paint(self) -> terminal.Paint:
        """Its colours."""
        return terminal.Paint(enabled=self.colored)

    @property
    def columns(self) -> int:
        """How long a line may be."""
        return terminal.width(sys.stdout if self.target is None else StringIO())


def format_of(asked: str | None, output: str | None, suffixes: Mapping[str, str], formats: str) -> str:
    """The format asked for, or that of the output's extension, or text.

    Args:
        asked: the value of `--format`.
        output: the value of `-o`.
        suffixes: the format of each extension.
        formats: the extensions to tell to who gave another one.

    Raises:
        Misuse: for a format or an extension that is none of these.
    """
    if asked is not None:
        return choose("--format", asked, tuple(dict.fromkeys(suffixes.values())))
    if output is None or output == STDIN:
        return "text"
    suffix = Path(output).suffix.lower()
    if suffix not in suffixes:
        raise Misuse(f"extension inconnue : « {output} » ; écrivez {formats}, ou donnez --format")
    return suffixes[suffix]


def target_of(output: str | None) -> Path | None:
    """The file that `-o` names; `None` for standard output."""
    return None if output in {None, STDIN} else Path(output or "")


def shown_name(path: str) -> str:
    """How a plan is called in what is written."""
    return STDIN_NAME if path == STDIN else path


def deliver(pieces: Iterable[str], form: Form) -> None:
    """Writes a document where it goes: to a file whole, or to standard output as it is made."""
    if form.target is not None:
        save(form.target, "".join(pieces))
        print(form.target)
    elif form.kind == "text":
        sys.stdout.writelines(pieces)
    else:
        sys.stdout.flush()
        for piece in pieces:
            send(sys.stdout.fileno(), piece)
