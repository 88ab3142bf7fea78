"""The texts under a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from ctgkit.reports.diff import values
from ctgkit.reports.diff.crumbs import crumbs
from ctgkit.reports.diff.places import Places
from ctgkit.reports.diff.view import Line
from ctgkit.versions.changes import Edit, Json, Run
from ctgkit.versions.fields import NAMES, owner_of

#: Words that come, or words that go.
Op = Literal["added", "removed"]


def op_of(edit: Edit) -> Op:
    """Whether an edit brings an element or takes one."""
    return "added" if edit.op == "add" else "removed"


def whole(edit: Edit) -> Any:
    """The element that an edit brings or takes."""
    return edit.after if edit.op == "add" else edit.before


def is_name(edit: Edit) -> bool:
    """Whether an edit gives a section or a fiche another number or id."""
    path = edit.old.path
    return edit.op == "set" and len(path) > 1 and path[-1] in NAMES and owner_of(path) == path[:-1]


def between(label: str | None, before: str, after: str) -> Line:
    """Two texts of which nothing stays."""
    runs = [Run("removed", before)] if before else []
    runs += [Run("added", after)] if after else []
    return Line(label, tuple(runs))


def words(edit: Edit, label: str | None) -> Line:
    """The value that an edit changes, word by word where it is prose."""
    if edit.words:
        return Line(label, edit.words)
    key = next(str(step) for step in reversed(edit.new.path) if isinstance(step, str))
    return between(label, values.field(key, edit.before), values.field(key, edit.after))


def explained(edits: Iterable[Edit], new: Places) -> Iterator[Line]:
    """What a change explains: new numbers, the texts that refer to them, and what moved along."""
    edits = tuple(edits)
    pairs = [f"{edit.before or '–'} → {edit.after or '–'}" for edit in edits if is_name(edit)]
    if pairs:
        yield Line("numéro" if len(pairs) == 1 else "numéros", (Run("equal", ", ".join(pairs)),))
    for edit in edits:
        if edit.op == "move":
            yield Line(None, (Run("equal", f"{values.short(str(edit.new.titre))}, {way(edit)}"),))
        elif edit.op == "set" and not is_name(edit):
            where = [edit.new.adresse or "", *crumbs(new, edit.new, edit.new.path)]
            yield words(edit, f"renvoi ({values.listed(where)})")


def way(edit: Edit) -> str:
    """From where to where a section or fiche went."""
    of_fiche = edit.new.path[-2:-1] == ("actions",)
    before = f"de {values.short(str(edit.before))}" if edit.before is not None else None
    if edit.after is None:
        return f"{before} hors de toute section" if of_fiche else f"{before} vers le premier niveau"
    after = f"vers {values.short(str(edit.after))}"
    if before is None:
        return f"{after}, hors de toute section jusque-là" if of_fiche else f"du premier niveau {after}"
    return f"{before} {after}"


def content(part: dict[str, Any], op: Op, labels: dict[str, str]) -> Iterator[Line]:
    """All that a section or a fiche says besides its title."""
    for label, text in values.content(part, labels):
        # A heading may stand there with nothing under it.
        yield Line(label, (Run(op, text),)) if text else Line(None, (Run(op, label),))


def fiches_of(value: Json) -> list[dict[str, Any]]:
    """The fiche itself, or those of a section, in document order."""
    if not isinstance(value, dict):
        return []
    if "objectifs" not in value:
        return [value]
    parts: Any = [*value["objectifs"], *value["actions"]]  # type: ignore[misc]
    return [fiche for part in parts for fiche in fiches_of(part)]


def fiche_lines(fiche: dict[str, Any], op: Op, labels: dict[str, str]) -> Iterator[Line]:
    """A whole fiche under a sentence about more than it."""
    name = f"{fiche['numero']} – {fiche['titre']}" if fiche["numero"] else str(fiche["titre"])
    yield Line(None, (Run(op, name),))
    yield from content(fiche, op, labels)
