"""The whole path from bytes to a plan, or to all the findings of a file."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import yaml

from ctgkit.findings import Finding, Place
from ctgkit.source import coherence, faults
from ctgkit.source.broken import Broken
from ctgkit.source.decoding import MAX_BYTES, decode
from ctgkit.source.diagnosis import diagnose, forbidden_characters, unreadable
from ctgkit.source.draft import Draft
from ctgkit.source.nodes import Mapping, Node
from ctgkit.source.tree import Builder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctgkit.model import Plan

#: How often a file is mended and read again, at most; a large one less, since each costs a pass.
_MAX_REPAIRS = 60
_REPAIR_CHARACTERS = 20_000_000
#: How often one line is mended before it is left out.
_MAX_A_LINE = 4


class Reading(NamedTuple):
    """What came of a file.

    `plan` is `None` as soon as there is one error. `lines` are the file's, for excerpts; empty
    where it holds no text.
    """

    file: str
    plan: Plan | None
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    fiches: int


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pauses the garbage collector: a tree is all live objects, and scanning them doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read(data: bytes, file: str) -> Reading:
    """Reads a plan file.

    Args:
        data: its bytes; beyond :data:`MAX_BYTES` they are not looked at.
        file: its name, as findings give it.

    Returns:
        The plan, or every finding of the file, in its order. A file that cannot be read is a
        finding too: nothing is raised.
    """
    if len(data) > MAX_BYTES:
        finding = faults.too_big(file, Place(1, 1, 1, 1), MAX_BYTES)
        return Reading(file, None, (finding,), (), 0)
    with _no_collection():
        return _read(data, file)


def _read(data: bytes, file: str) -> Reading:
    text, early = decode(data, file)
    if text is None:
        return Reading(file, None, early, (), 0)
    draft = Draft(text)
    found = list(early)
    plan: Plan | None = None
    fiches: list[coherence.Spot] = []
    tree = _tree(draft, file, found)
    if tree is not None:
        other = _not_a_plan(tree.root, file, Place(1, 1, 1, len(draft.original[0]) + 1))
        if other is not None:
            found.append(other)
        else:
            from ctgkit.source.validation import validate  # noqa: PLC0415  (the model is slow to import)

            plan, wrong = validate(tree.root, file, tree.blind)
            found += wrong
            fiches = coherence.spots(tree.root)
            found += coherence.check(tree.root, file, fiches)
    found.sort(key=lambda finding: (finding.place, finding.code))
    findings = _addressed(found, fiches)
    if any(finding.severity == "error" for finding in findings):
        plan = None
    return Reading(file, plan, findings, tuple(draft.original), len(fiches))


class _Tree(NamedTuple):
    """A tree, and the lines (0-based) that had to be left out of it."""

    root: Node
    blind: frozenset[int]


def _tree(draft: Draft, file: str, found: list[Finding]) -> _Tree | None:
    """The tree of the file, mended wherever it had to be; `None` where reading had to stop."""
    blind: set[int] = set()
    mended: Counter[int] = Counter()
    size = sum(map(len, draft.lines)) or 1
    for _ in range(max(3, min(_MAX_REPAIRS, _REPAIR_CHARACTERS // size))):
        builder = Builder(draft, file)
        try:
            root = builder.build()
        except Broken as stop:
            faulty = [stop]
        except yaml.YAMLError as error:
            faulty = forbidden_characters(draft, file) or [diagnose(draft, file, error, builder.last)]
        else:
            found += builder.found
            return _Tree(root, frozenset(blind))
        for broken in faulty:
            if not broken.edits:
                found.append(broken.finding)
                return None
            line = broken.edits[0].line
            mended[line] += 1
            mending = broken if mended[line] <= _MAX_A_LINE else unreadable(draft, file, line)
            found.append(mending.finding)
            if mending.lossy:
                blind.update(edit.line for edit in mending.edits)
            for edit in mending.edits:
                draft.apply(edit)
    line = max(finding.place.line for finding in found)
    found.append(faults.too_many_errors(file, Place(line, 1, line, len(draft.original[line - 1]) + 1)))
    return None


def _not_a_plan(root: Node, file: str, place: Place) -> Finding | None:
    """What the file is, where it cannot be a plan."""
    if root is None:
        return faults.empty_file(file, place)
    if isinstance(root, str):
        return faults.other_file(file, place, "un texte sans aucune clé")
    if not isinstance(root, Mapping):
        return faults.other_file(file, place, "une liste")
    from ctgkit.source.keys import KEYS  # noqa: PLC0415  (the model is slow to import)

    if any("Plan" in KEYS.get(key, ()) for key in root):
        return None
    return faults.not_a_plan(file, place)


def _addressed(found: list[Finding], fiches: list[coherence.Spot]) -> tuple[Finding, ...]:
    """The findings, each with the address of the fiche in whose lines it stands."""
    by_line = sorted(fiches, key=lambda fiche: fiche.place)
    starts = [fiche.place.line for fiche in by_line]
    addressed = []
    for finding in found:
        index = bisect_right(starts, finding.place.line) - 1
        address = ""
        if index >= 0:
            place, here = by_line[index].place, finding.place
            if here.line <= place.end_line or here.column > place.column:
                address = by_line[index].address
        addressed.append(finding._replace(address=address) if address else finding)
    return tuple(addressed)
