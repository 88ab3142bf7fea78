"""What an addition is: text by hand in some files, a plan that has the new thing, and where it is found."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Misplaced(Exception):  # noqa: N818  (about a recipe, not an error of ctgkit's)
    """A place where something is added is not there, or there twice; the message names it."""


class Lines(NamedTuple):
    """Lines added to a file, after a line that stands in it once."""

    file: str
    after: str  #: the line, without its break
    text: str

    def made(self, root: Path) -> None:
        """Adds them.

        Raises:
            Misplaced: if that line is not there, or there twice.
        """
        path = root / self.file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        places = [rank for rank, line in enumerate(lines, 1) if line.rstrip("\n") == self.after]
        if len(places) != 1:
            raise Misplaced(f"{self.file} has {len(places)} lines {self.after!r}, not one")
        lines.insert(places[0], self.text)
        path.write_text("".join(lines), encoding="utf-8", newline="\n")


class File(NamedTuple):
    """A file that is added."""

    file: str
    text: str

    def made(self, root: Path) -> None:
        """Adds it.

        Raises:
            Misplaced: if it is there.
        """
        path = root / self.file
        if path.exists():
            raise Misplaced(f"{self.file} is there already")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, encoding="utf-8", newline="\n")


class Look(NamedTuple):
    """Where the new thing is looked for: in what a command prints, or in a file that it writes."""

    command: tuple[str, ...]  #: the words after `ctg`; `plan.yaml` is the plan of the addition
    words: str  #: what must be found
    written: str | None = None  #: the file that is written; standard output otherwise


class Addition(NamedTuple):
    """Something added to ctgkit."""

    name: str
    most: int  #: how many files, or folders of its own, may be touched by hand
    changes: tuple[Lines | File, ...]
    plan: str  #: a plan that has the new thing
    looks: tuple[Look, ...]
    folder: str | None = None  #: a folder of its own, which counts as one file

    @property
    def touched(self) -> tuple[str, ...]:
        """The files that are touched by hand, and the folder of its own."""
        own = self.folder
        return tuple(
            sorted(
                {
                    own if own is not None and change.file.startswith(f"{own}/") else change.file
                    for change in self.changes
                }
            )
        )
