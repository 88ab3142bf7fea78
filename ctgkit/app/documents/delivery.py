"""Where what a command writes goes, and in which format."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from ctgkit.app.command_line.options import Word
from ctgkit.app.command_line.shared import endings
from ctgkit.app.command_line.values import choose
from ctgkit.app.files.given import STDIN
from ctgkit.app.files.writing import check, save, send_out
from ctgkit.app.misuse import Misuse
from ctgkit.outputs import terminal
from ctgkit.outputs.format import Format
from ctgkit.outputs.registry import by_suffix, formats, kind_of, named

#: What is not kept of a text in the name of a file.
NOT_IN_NAME = re.compile(r"[^\w.-]+")


class Form(NamedTuple):
    """How a document is written, and where."""

    format: Format
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


def format_of(kind: str, asked: str | None, output: str | None, usual: str | None = None) -> Format:
    """The format asked for, or that of the output's extension, or the usual one.

    Args:
        kind: what is written.
        asked: the value of `--format`.
        output: the value of `-o`.
        usual: the format where nothing says which; that of the registry by default.

    Raises:
        Misuse: for a format or an extension that it is not written in.
    """
    if asked is not None:
        return named(kind, choose("--format", asked, (Word(one.name, one.synonyms) for one in formats(kind))))
    if output is None or output == STDIN:
        return named(kind, usual or kind_of(kind).default)
    found = by_suffix(kind, output)
    if found is None:
        raise Misuse(f"extension inconnue : « {output} » ; écrivez {endings(kind)}, ou donnez --format")
    return found


def target_of(output: str | None) -> Path | None:
    """The file that `-o` names; `None` for standard output."""
    return None if output in {None, STDIN} else Path(output or "")


def refuse(target: Path | None, plans: Iterable[str], *, force: bool) -> None:
    """Makes sure, before anything is read, that a file may be written.

    Args:
        target: where a document is to go.
        plans: the files that it is about, which are never replaced.
        force: whether to replace a file that ctgkit did not write.

    Raises:
        Misuse: if it may not.
    """
    if target is not None:
        check(target, (plan for plan in plans if plan != STDIN), force=force)


def document_target(
    output: str | None, plans: Sequence[str], ending: str, suffix: str, *, force: bool
) -> Path | None:
    """Where a document goes that is a file unless somebody wants it printed; `None` for standard output.

    Args:
        output: what the user asked for; without it, the document is named after the plan.
        plans: the plans it is about, the last of which names it.
        ending: what it is, at the end of its name: `plan`.
        suffix: how the name ends.
        force: whether a file that ctgkit did not write may be replaced.

    Raises:
        Misuse: if something stands in the way.
    """
    if output == STDIN:
        return None
    target = Path(output or f"{stem(plans[-1])}-{ending}{suffix}")
    refuse(target, plans, force=force)
    return target


def deliver(pieces: Iterable[str], form: Form) -> None:
    """Writes a document where it goes: to a file whole, or to standard output as it is made.

    Raises:
        Misuse: if it cannot be written.
    """
    if form.target is not None:
        save(form.target, "".join(pieces))
        print(form.target)
    elif form.format.streamed:
        terminal.show(pieces)
    else:
        send_out(pieces)


def stem(path: str) -> str:
    """A name for the document, from the plan's: `vie-et-boulogne`."""
    name = Path(path.rpartition(":")[2]).stem if path != STDIN else "plan"
    return NOT_IN_NAME.sub("-", name).strip("-.") or "plan"
