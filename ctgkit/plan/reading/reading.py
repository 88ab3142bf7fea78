"""The whole path from bytes to a plan, or to all the findings of a file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import yaml

from ctgkit.plan.finding import Finding, Place
from ctgkit.plan.reading import codes, coherence, faults, named_fiches
from ctgkit.plan.reading.broken import Broken
from ctgkit.plan.reading.collector import no_collection
from ctgkit.plan.reading.decoding import decode
from ctgkit.plan.reading.diagnosis import diagnose, forbidden_characters
from ctgkit.plan.reading.draft import Draft
from ctgkit.plan.reading.layout import NO_BREAK, unreadable
from ctgkit.plan.reading.limits import MAX_BYTES
from ctgkit.plan.reading.nodes import Mapping, Node
from ctgkit.plan.reading.remedy import entry, indentation
from ctgkit.plan.reading.tree import Builder
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.plan import Plan

#: How often a file is mended and read again, at most; a large one less, since each costs a pass.
_MAX_REPAIRS = 250
_REPAIR_CHARACTERS = 20_000_000
#: How often one line is mended before it is left out.
_MAX_A_LINE = 4
#: What is wrong with a key itself.
_OF_KEYS = frozenset({codes.UNKNOWN_KEY, codes.MISPLACED_KEY})
#: What is wrong whatever else is with its line.
_OF_THEIR_OWN = frozenset({codes.ENCODING, codes.CONTROL, codes.DUPLICATE_KEY, codes.SECOND_DOCUMENT})
_PLAN_KEY = re.compile(r"\W*(?:format|titre|territoire|caf|periode|axes)\W*:")


class Reading(NamedTuple):
    """What came of a file.

    `plan` is `None` as soon as there is one error, and so is `tree`, where everything in it was
    written. `lines` are the file's, for excerpts; empty where it holds no text.
    """

    file: str
    plan: Plan | None
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    fiches: int
    tree: Mapping | None = None


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
    with no_collection():
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
        other = _not_a_plan(tree.root, file, _first_words(draft))
        if other is not None:
            if not found[len(early) :] or not _has_plan_keys(draft):
                # Another encoding is what is wrong with a file, unless it holds nothing.
                found = [other] if tree.root is None or not early else list(early)
        else:
            from ctgkit.plan.reading.validation import validate  # noqa: PLC0415  (the model is slow to import)

            plan, wrong = validate(tree.root, file, tree.blind)
            off = {finding.place.line for finding in found if finding.code is codes.INDENTATION} | tree.moved
            quoted: dict[int, list[int]] = {}
            for one in found:
                if one.code in faults.QUOTING:
                    quoted.setdefault(one.place.line, []).append(one.place.column)
            # A line is told once: what its key is comes second to where it stands.
            found += [
                one
                for one in _renamed_alone(wrong)
                if (one.code not in _OF_KEYS or one.place.line not in off)
                and not _holds_one(one.place, quoted)
            ]
            fiches = coherence.spots(tree.root)
            found += coherence.check(tree.root, file, fiches, tree.blind)
            found += named_fiches.check(tree.root, file, fiches, tree.blind)
    lacking = {finding.place.line for finding in found if finding.code is codes.MISSING_KEY}
    found = [one for one in found if one.code is not codes.NULL or one.place.line not in lacking]
    found = _once_a_line(found)
    found.sort(key=lambda finding: (finding.place, finding.code))
    if early:  # bytes that are no UTF-8 text cannot be spliced
        found = [finding._replace(fix=()) for finding in found]
    findings = _addressed(found, fiches, draft)
    if any(finding.severity is Gravite.ERREUR for finding in findings):
        plan = None
    root = tree.root if plan is not None and tree is not None and isinstance(tree.root, Mapping) else None
    return Reading(file, plan, findings, tuple(draft.original), len(fiches), root)


def _holds_one(value: Place, quoted: dict[int, list[int]]) -> bool:
    """Whether a value was told already: what it should have been is told once YAML reads it."""
    columns = quoted.get(value.line, ()) if value.line == value.end_line else ()
    return any(value.column <= column < value.end_column for column in columns)


def _renamed_alone(found: list[Finding]) -> list[Finding]:
    """The findings, where no key beside one that is none at all gets its name: both may be pasted words."""
    foreign = {one.place.line for one in found if one.code is codes.UNKNOWN_KEY and not one.fix}
    return [
        one._replace(fix=())
        if one.code is codes.UNKNOWN_KEY and not foreign.isdisjoint({one.place.line - 1, one.place.line + 1})
        else one
        for one in found
    ]


def _once_a_line(found: list[Finding]) -> list[Finding]:
    """The findings of reading, each line told once: what comes of a mended line is no second mistake."""
    told: set[int] = set()
    kept = []
    for finding in found:
        of_a_line = finding.code.code < codes.UNKNOWN_KEY.code and finding.code not in _OF_THEIR_OWN
        if not of_a_line or finding.place.line not in told:
            kept.append(finding)
        if of_a_line:
            told.add(finding.place.line)
    return kept


def _first_words(draft: Draft) -> Place:
    """The first line that has something to read, or the first line."""
    for number, line in enumerate(draft.original):
        if line.strip() and not line.lstrip().startswith("#"):
            return Place(number + 1, indentation(line) + 1, number + 1, len(line.rstrip()) + 1)
    return Place(1, 1, 1, len(draft.original[0]) + 1)


class _Tree(NamedTuple):
    """A tree, and the lines (from 0) that had to be left out of it, with the column of each."""

    root: Node
    blind: dict[int, int]
    moved: set[int]  #: the lines (from 1) that stand at the column of one that stood at none


def _tree(draft: Draft, file: str, found: list[Finding]) -> _Tree | None:
    """The tree of the file, mended wherever it had to be; `None` where reading had to stop."""
    repairs = _Repairs(draft, file, found)
    early = len(found)
    size = sum(map(len, draft.lines)) or 1
    for _ in range(max(3, min(_MAX_REPAIRS, _REPAIR_CHARACTERS // size))):
        builder = Builder(draft, file)
        try:
            root = builder.build()
        except Broken as stop:
            faulty = _each(stop)
        except yaml.YAMLError as error:
            faulty = forbidden_characters(draft, file) or _each(diagnose(draft, file, error, builder.state))
        else:
            found += builder.found
            return _Tree(root, repairs.blind | builder.blind, repairs.moved)
        if not repairs.mend(faulty):
            return None
    if _has_plan_keys(draft):
        line = min(max(finding.place.line for finding in found) + 1, len(draft.original))
        found.append(faults.too_many_errors(file, Place(line, 1, line, len(draft.original[line - 1]) + 1)))
    else:
        found[early:] = [faults.not_a_plan(file, _first_words(draft))]
    return None


def _each(broken: Broken) -> list[Broken]:
    return [broken, *broken.also]


class _Repairs:
    """What was mended in the working copy of a file."""

    def __init__(self, draft: Draft, file: str, found: list[Finding]) -> None:
        self.draft = draft
        self.file = file
        self.found = found
        self.blind: dict[int, int] = {}
        self.often: Counter[int] = Counter()
        self.moved: set[int] = set()

    def mend(self, faulty: list[Broken]) -> bool:
        """Mends what stopped one pass, and tells of it; says whether there can be another pass."""
        self.often.update({edit.line for broken in faulty for edit in broken.edits[:1]})
        for broken in faulty:
            if not broken.edits:
                self.found.append(broken.finding)
                return False
            line = broken.edits[0].line
            again = _quoted_again(broken.finding, self.found)
            give_up = again or self.often[line] > _MAX_A_LINE
            mending = unreadable(self.draft, self.file, line) if give_up else broken
            if not again:
                self.found.append(mending.told(self.draft))
            column = indentation(self.draft.lines[line])
            for edit in mending.edits:
                if mending.finding.code is codes.INDENTATION and edit.line != line:
                    beside = indentation(self.draft.lines[edit.line]) == column
                    self.moved |= {edit.line + 1} if beside else set()
                if mending.lossy:
                    self.blind[edit.line] = entry(self.draft.lines[edit.line]).content
                self.draft.apply(edit)
        return True


def _has_plan_keys(draft: Draft) -> bool:
    """Whether some line starts with a required key of a plan, however badly it is written."""
    return any(_PLAN_KEY.match(line) for line in draft.original)


def _quoted_again(finding: Finding, found: list[Finding]) -> bool:
    """Whether quotes were already asked for where `finding` asks for some: they did not help."""
    here = finding.place
    return finding.code in faults.QUOTING and any(
        there.code in faults.QUOTING
        and there.place.line == here.line
        and there.place.column < here.end_column
        and here.column < there.place.end_column
        for there in found
    )


def _not_a_plan(root: Node, file: str, place: Place) -> Finding | None:
    """What the file is, where it cannot be a plan."""
    if root is None:
        return faults.empty_file(file, place)
    if isinstance(root, str):
        return faults.other_file(file, place, "un texte sans aucune clé")
    if not isinstance(root, Mapping):
        return faults.other_file(file, place, "une liste")
    from ctgkit.plan.reading.keys import KEYS  # noqa: PLC0415  (the model is slow to import)

    if any("Plan" in KEYS.get(key.strip(NO_BREAK + " "), ()) for key in root):
        return None
    return faults.not_a_plan(file, place)


def _addressed(found: list[Finding], fiches: list[coherence.Spot], draft: Draft) -> tuple[Finding, ...]:
    """The findings, each with the address of the fiche in whose lines it stands."""
    by_line = sorted(fiches, key=lambda fiche: fiche.place)
    starts = [fiche.place.line for fiche in by_line]
    ends = [
        _last_line(draft, fiche.place, until - 1)
        for fiche, until in zip(by_line, [*starts[1:], len(draft.lines) + 1], strict=False)
    ]
    addressed = []
    for finding in found:
        index = bisect_right(starts, finding.place.line) - 1
        inside = index >= 0 and finding.place.line <= ends[index]
        addressed.append(finding._replace(address=by_line[index].address or None) if inside else finding)
    return tuple(addressed)


def _last_line(draft: Draft, fiche: Place, until: int) -> int:
    """The last line (1-based) of a fiche, with what could not be read below it, up to `until`."""
    for number in range(fiche.end_line, until):
        text = draft.lines[number] if draft.lines[number].strip() else draft.original[number]
        outside = indentation(text) < fiche.column - 1 and not text.lstrip().startswith("#")
        if text.strip() and outside:
            return number
    return max(until, fiche.end_line)
