"""`ctg diff --git`: the program that git calls to compare two versions of a plan.

git gives it `path old-file old-hex old-mode new-file new-hex new-mode` (and, for a renamed file, its
new path and how alike the two are), and takes any exit status but 0 for a failure.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple

from ctgkit.app.documents.comparison import CONTEXT, Pair, compared, document
from ctgkit.app.files.given import load
from ctgkit.app.misuse import Misuse
from ctgkit.app.streams import forget_output
from ctgkit.french.agreement import count
from ctgkit.french.visible import one_line, visible
from ctgkit.outputs import terminal
from ctgkit.plan.reading import read
from ctgkit.reports.diff import Scope

#: What git gives where a file is added or removed.
_NOTHING = "."
_HEX = 9


class _Side(NamedTuple):
    """One of the two files that git gives."""

    name: str  #: the path, and the beginning of the object's name where git has it
    data: bytes | None  #: `None` where there is no such file


def driven(arguments: list[str], color: str) -> int:
    """Prints what differs between the two files that git gives; returns the exit status.

    Raises:
        Misuse: if the arguments are not those of git.
    """
    if len(arguments) not in {7, 9}:
        raise Misuse(
            f"--git attend les sept arguments (neuf pour un fichier renommé) que git donne, et il y en a "
            f"{len(arguments)} ; voir « diff.ctg.command » dans docs/commandes.md"
        )
    path, *rest = arguments
    renamed = rest[6] if len(rest) == 8 else path
    old, new = _side(path, rest[0], rest[1]), _side(renamed, rest[3], rest[4])
    if color == "auto" and os.environ.get("GIT_PAGER_IN_USE") == "true" and not os.environ.get("NO_COLOR"):
        color = "always"  # git colours what goes to its pager, too
    paint = terminal.Paint(enabled=terminal.colored(color, sys.stdout))
    name = path if renamed == path else f"{path} → {renamed}"
    try:
        terminal.show(f"{line}\n" for line in _lines(name, old, new, paint))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads git (head, less) has enough; git takes any status for a failure
        forget_output()
    return 0


def _side(path: str, file: str, name: str) -> _Side:
    if name == _NOTHING:
        return _Side(path, None)
    known = name.strip("0")
    return _Side(f"{path} ({name[:_HEX] if known else 'copie de travail'})", load(file))


def _lines(path: str, old: _Side, new: _Side, paint: terminal.Paint) -> Iterator[str]:
    yield paint("strong", f"ctg diff {one_line(path)}")
    if old.data is None or new.data is None:
        there, word = (new, "ajouté") if old.data is None else (old, "retiré")
        yield f"Fichier {word}{_content(there)}"
        return
    pair = Pair(read(old.data, old.name), read(new.data, new.name))
    if all(reading.plan is not None for reading in pair):
        view, comparison = compared(pair, Scope(context=CONTEXT))
        # git tells its programs how wide the screen behind its pager is.
        columns = (
            int(told) if (told := os.environ.get("COLUMNS", "")).isdecimal() else terminal.width(sys.stdout)
        )
        yield from (
            line.removesuffix("\n") for line in document(view, comparison, "text", paint, columns, stat=False)
        )
        return
    for word, reading in zip(("L'ancienne version", "La nouvelle version"), pair, strict=True):
        if reading.plan is None:
            yield f"{word} n'est pas un plan : {count(len(reading.findings), 'erreur')} ; voici le texte"
    before, after = (data.decode(errors="replace").splitlines() for data in (old.data, new.data))
    for line in unified_diff(before, after, old.name, new.name, lineterm=""):
        kind = {"+": "added", "-": "removed"}.get(line[:1])
        yield paint(kind, visible(line)) if kind else visible(line)


def _content(side: _Side) -> str:
    """What a file that was added or removed holds."""
    reading = read(side.data or b"", side.name)
    if reading.plan is None:
        return f" ; ce n'est pas un plan : {count(len(reading.findings), 'erreur')}"
    return f" : {one_line(reading.plan.titre)}, {count(reading.fiches, 'fiche', none='aucune')}"
