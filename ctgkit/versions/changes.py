"""What a comparison is made of: plain frozen data, which prints as JSON as it stands.

Two layers. An :class:`Edit` is a raw difference, and says enough to be applied. A :class:`Change`
is what a person would name, and owns the edits it explains; every edit belongs to one change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from ctgkit.vocabulary.changement import NatureChangement, Volet

#: A value as JSON has it: numbers with decimals and dates are text (`12.5`, `2024-03-01`).
Json: TypeAlias = "str | int | list[Json] | dict[str, Json] | None"

#: The keys and indices that lead to a value from the top of its plan.
Path: TypeAlias = tuple[str | int, ...]

Op: TypeAlias = Literal["set", "add", "remove", "move", "order", "rename"]

#: What a change is about: the code of what the elements of a list are called. `plan` is the head of the file;
#: `rubrique` a heading, or its label.
Subject: TypeAlias = str


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stay, go or come. Those that stay and go are the old text, in order."""

    op: Literal["equal", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """A place in one of the two plans.

    The addresses and the title are those of the fiche or section it is in, `None` in the head of
    the plan. `within` are the elements of lists that it is in, outermost first, each as it is called
    there: the step and the indicator of a measure, the funder and year of an amount, the points
    above a sub-point.
    """

    path: Path
    adresse: str | None = None  #: as it is shown
    complete: str | None = None  #: `<axis>/<numero>`
    titre: str | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A raw difference.

    Which places and values it has depends on `op`:

    - `set`: the value at `old` was `before`; at `new` it is `after`. `words` when both are text.
    - `add`: `after` stands at `new`; `old` is the list (or mapping) that lacks it.
    - `remove`: `before` stood at `old`; `new` is the list (or mapping) it is gone from.
    - `move`: the section or fiche at `old` is now at `new`, below another section. `before` and
      `after` are the titles of the sections (`None` for the plan itself). `homes` are the list of
      the old plan that receives it, and the list of the new plan that lacks it; `None` where that
      section is itself added or removed.
    - `order`: the elements that stay in the list at `old` and `new` change places. `before` gives
      their new indices in the old order, `after` their old indices in the new order. For a mapping,
      they are its keys in the old order and in the new one.
    - `rename`: the key `before` of a mapping is written `after`.

    `paid` tells that it is about what was paid of a line of money, planned in another: follow-up.

    `rank` is where an added or removed key stands among those of its mapping.

    An added or removed section or fiche is whole, without the parts that moved in or out of it.
    """

    op: Op
    old: Side
    new: Side
    before: Json = None
    after: Json = None
    words: tuple[Run, ...] = ()
    homes: tuple[Path | None, Path | None] | None = None
    rank: int | None = None
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What a person would name as one change.

    `edits` starts with the edit that names it; the others are those it explains: the numbers of
    the fiches of a renumbered objective, the actions that replace an engagement (after its
    removal), the fields of a line of funding that changed together.
    """

    kind: NatureChangement
    subject: Subject
    field: str | None  #: the key in the fiche, section or plan that it is about; `None` for all of it
    volet: Volet  #: what it is to the convention
    edits: tuple[Edit, ...]
    #: The same as long as the change is: whatever else changes, and wherever it stands.
    fingerprint: str
    #: Of what the committee validated, or a correction explains: where the new plan says so.
    because: Path | None = None

    @property
    def contract(self) -> bool:
        """Whether it changes the signed plan, and nothing in the file allows it."""
        return self.volet is Volet.CONTRAT

    @property
    def old(self) -> Side:
        """Where it is in the old plan."""
        return self.edits[0].old

    @property
    def new(self) -> Side:
        """Where it is in the new plan."""
        return self.edits[0].new


@dataclass(frozen=True, slots=True)
class Correspondance:
    """A fiche that has not the same full address in both plans, or is in one only."""

    old: Side | None
    new: Side | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two plans, in the order of the new one.

    `fiches` are those whose address is not the same on both sides, replaced engagements and what
    replaces them included.
    """

    changes: tuple[Change, ...]
    fiches: tuple[Correspondance, ...]

    @property
    def contract(self) -> tuple[Change, ...]:
        """The changes of the signed plan that nothing in the file allows."""
        return self.of(Volet.CONTRAT)

    @property
    def followup(self) -> tuple[Change, ...]:
        """The changes of the follow-up."""
        return self.of(Volet.SUIVI)

    def of(self, *volets: Volet) -> tuple[Change, ...]:
        """The changes that are one of these to the convention."""
        return tuple(change for change in self.changes if change.volet in volets)


_OPPOSITE: dict[Op, Op] = {
    "add": "remove",
    "remove": "add",
    "set": "set",
    "move": "move",
    "order": "order",
    "rename": "rename",
}
_OPPOSITE_RUN: dict[str, Literal["equal", "removed", "added"]] = {
    "equal": "equal",
    "removed": "added",
    "added": "removed",
}


def mirrored(edit: Edit) -> Edit:
    """The edit that undoes `edit`."""
    return replace(
        edit,
        op=_OPPOSITE[edit.op],
        old=edit.new,
        new=edit.old,
        before=edit.after,
        after=edit.before,
        words=_mirrored_runs(edit.words),
        homes=edit.homes and (edit.homes[1], edit.homes[0]),
    )


def _mirrored_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs with the sides exchanged: what goes stays before what comes."""
    found: list[Run] = []
    for run in runs:
        turned = Run(_OPPOSITE_RUN[run.op], run.text)
        if turned.op == "removed" and found and found[-1].op == "added":
            found.insert(-1, turned)
        else:
            found.append(turned)
    return tuple(found)
