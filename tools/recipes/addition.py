"""What an addition is: text by hand in some files, a plan that has the new thing, and where it is found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Misplaced(Exception):  # noqa: N818  (about a recipe, not an error of ctgkit's)
    """A place where something is added is not there, or there twice; the message names it."""


class Lines(NamedTuple):
    """Lines added to a file, beside a line that stands in it once.

    Attributes:
        file: the file.
        place: that line, without its break.
        text: what is added after it.
        before: whether it is added before instead.
    """

    file: str
    place: str
    text: str
    before: bool = False

    def made(self, root: Path) -> None:
        """Adds them.

        Raises:
            Misplaced: if that line is not there, or there twice.
        """
        path = root / self.file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        places = [rank for rank, line in enumerate(lines, 1) if line.rstrip("\n") == self.place]
        if len(places) != 1:
            raise Misplaced(f"{self.file} has {len(places)} lines {self.place!r}, not one")
        lines.insert(places[0] - self.before, self.text)
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
    """Where the new thing is looked for: in what a command prints, or in a file that it writes.

    Attributes:
        words: what must be found; spaces and line breaks are alike.
        command: the words after `ctg`, run beside the files of the addition.
        written: the file that it writes; standard output otherwise.
        status: the status that it ends with.
    """

    words: str
    command: tuple[str, ...]
    written: str | None = None
    status: int = 0


class Generated(NamedTuple):
    """Where the new thing is looked for: in a file that is generated."""

    words: str
    file: str


class Addition(NamedTuple):
    """Something added to ctgkit.

    Attributes:
        name: what it is.
        most: how many files, or folders of its own, may be touched by hand.
        changes: what is written by hand.
        files: the files beside which commands are run: `plan.yaml` has the new thing.
        looks: where it must be found.
        folder: a folder of its own, which counts as one file.
    """

    name: str
    most: int
    changes: tuple[Lines | File, ...]
    files: Mapping[str, str]
    looks: tuple[Look | Generated, ...]
    folder: str | None = None

    @property
    def touched(self) -> tuple[str, ...]:
        """The files that are touched by hand, and the folder of its own."""
        return tuple(sorted({self._counted(change.file) for change in self.changes}))

    def _counted(self, file: str) -> str:
        own = self.folder
        return f"{own}/" if own is not None and file.startswith(f"{own}/") else file
