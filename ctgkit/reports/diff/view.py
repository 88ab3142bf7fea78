"""The shapes of what is told: plain frozen data, worded, that a writer only lays out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ctgkit.versions.changes import Change, Path, Run


class Position(NamedTuple):
    """Where something is written: line and column, from 1."""

    line: int
    column: int


#: Where the value at a path is written; `None` where the file does not have it.
Locate: TypeAlias = Callable[[Path], Position | None]

#: The sign of each kind of change, which its sentence says too.
MARKS = {
    "added": "+",
    "removed": "-",
    "modified": "~",
    "moved": "→",
    "renumbered": "#",
    "reordered": "↕",
    "replaced": "±",
}


#: What the kinds are, in a table of numbers.
MARK_NAMES = {
    "+": "ajouts",
    "-": "retraits",
    "~": "modifications",
    "→": "déplacements",
    "#": "renumérotations",
    "↕": "ordre",
    "±": "remplacements",
}

#: What stands around words that go, and words that come.
SIGNS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "equal": ("", "")}


@dataclass(frozen=True, slots=True)
class Line:
    """A text under a sentence: what it was and what it is, word by word."""

    label: str | None  #: what it is the text of, where the sentence does not say it
    runs: tuple[Run, ...]

    @property
    def signed(self) -> str:
        """The words, with signs around those that go and those that come."""
        return "".join(run.text.join(SIGNS[run.op]) for run in self.runs)


@dataclass(frozen=True, slots=True)
class Told:
    """One change, in words."""

    change: Change
    sentence: str  #: without a final stop
    lines: tuple[Line, ...]
    old: Position | None  #: in the old file
    new: Position | None  #: in the new file

    @property
    def mark(self) -> str:
        """The sign of what its sentence says: of a field that had no value, that one is added."""
        change, edit = self.change, self.change.edits[0]
        if change.kind == "modified" and change.subject in {"plan", "section", "fiche"}:
            return "+" if edit.before is None else "-" if edit.after is None else "~"
        return MARKS[change.kind]

    @property
    def place(self) -> str | None:
        """Its line in the old file and in the new one: `l. 12 → 14`, or `l. 12`; a dash where it is not."""
        if self.old is None and self.new is None:
            return None
        old, new = (str(side.line) if side else "–" for side in (self.old, self.new))
        return f"l.\u00a0{old}" if old == new else f"l.\u00a0{old}\u00a0→\u00a0{new}"


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one fiche, of one section, or of the head of the plan."""

    heading: str
    changes: tuple[Told, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many changes there are of each sign, in the order of :data:`MARKS`."""
        return _counts(self.changes)

    def count(self, mark: str) -> int:
        """How many changes of that sign there are."""
        return dict(self.counts)[mark]


@dataclass(frozen=True, slots=True)
class Part:
    """The contract, or the follow-up."""

    name: str
    remark: str  #: what that means
    groups: tuple[Group, ...]

    @property
    def changes(self) -> Iterator[Told]:
        """All its changes."""
        return (one for group in self.groups for one in group.changes)

    @property
    def number(self) -> int:
        """How many changes it has."""
        return sum(len(group.changes) for group in self.groups)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many changes there are of each sign."""
        return _counts(tuple(self.changes))


def _counts(changes: tuple[Told, ...]) -> tuple[tuple[str, int], ...]:
    found = Counter(one.mark for one in changes)
    return tuple((mark, found[mark]) for mark in MARKS.values())


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two plans."""

    name: str  #: as the user gave it
    titre: str
    territoire: str
    fiches: int


@dataclass(frozen=True, slots=True)
class View:
    """All that is told of a comparison; a part that was not asked for is not there."""

    old: Version
    new: Version
    parts: tuple[Part, ...]
    summary: str  #: `3 changements au contrat, 1 changement au suivi`
    only: str | None  #: the addresses it is limited to

    @property
    def mark_names(self) -> dict[str, str]:
        """What each sign stands for."""
        return MARK_NAMES

    @property
    def number(self) -> int:
        """How many changes are told."""
        return sum(part.number for part in self.parts)
