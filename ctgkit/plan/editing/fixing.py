"""Mending a file: the fixes that findings carry, made until there are none left.

What a fix writes is read again, and must mean what was meant: every key that a line starts with is still
one, no item of a list is lost, and no text takes over a line that could be a key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from ctgkit.plan.editing.splicing import lines_of, spliced
from ctgkit.plan.finding import Finding, Place
from ctgkit.plan.reading.remedy import could_be_key, entry, known_keys
from ctgkit.vocabulary.gravite import Gravite

#: A file read again after a pass of fixes may show more to fix: what stood behind a mistake.
_MAX_PASSES = 50

#: What a file's bytes have to be mended, in file order.
Check: TypeAlias = Callable[[bytes], Sequence[Finding]]


class Fixed(NamedTuple):
    """A file, mended as far as that is certain."""

    data: bytes
    applied: tuple[Finding, ...]  #: what was mended, in the order in which it was
    left: tuple[Finding, ...]  #: what remains, placed in `data`


def fix(data: bytes, check: Check) -> Fixed:
    """Makes the fixes of a file's findings, those that more findings bring along included.

    A pass makes at most one fix a line, and is looked at afterwards: a fix whose finding is still
    there, or that brings an error, is taken back and never tried again.
    """
    applied: list[Finding] = []
    refused: set[tuple[object, ...]] = set()
    findings = tuple(check(data))
    for _ in range(_MAX_PASSES):
        chosen = _chosen(findings, refused)
        if not chosen:
            break
        # From the end of the file, so that what is made moves no place of what is not.
        for group in (chosen, *([finding] for finding in reversed(chosen) if len(chosen) > 1)):
            after = spliced(data, (splice for finding in group for splice in finding.fix))
            left = tuple(check(after))
            if _better(findings, left, group) and _means_the_same(data, after, group):
                data, findings = after, left
                applied += group
                if group is chosen:
                    break
            elif len(group) == 1:
                refused.add(_name(group[0]))
    return Fixed(data, tuple(applied), findings)


def _chosen(findings: Sequence[Finding], refused: set[tuple[object, ...]]) -> list[Finding]:
    """The fixes of one pass: no two of them on one line."""
    taken: set[int] = set()
    chosen = []
    for finding in findings:
        lines = {line for place, _ in finding.fix for line in range(place.line, place.end_line + 1)}
        if finding.fix and taken.isdisjoint(lines) and _name(finding) not in refused:
            taken |= lines
            chosen.append(finding)
    return chosen


def _better(before: Sequence[Finding], after: Sequence[Finding], chosen: Sequence[Finding]) -> bool:
    """Whether a pass mended what it was meant to, and broke nothing."""
    counts, left = Counter(map(_kind, before)), Counter(map(_kind, after))
    gone = all(left[kind] <= counts[kind] - times for kind, times in Counter(map(_kind, chosen)).items())
    return gone and _errors(after) <= _errors(before)


def _means_the_same(before: bytes, after: bytes, chosen: Sequence[Finding]) -> bool:
    """Whether no key and no item was lost on the way, and no line that could be a key joined another."""
    written, typed = lines_of(before), lines_of(after)
    taken = (written[place.line - 1] for finding in chosen for place, _ in finding.fix if _joins(place))
    return not _starts(written) - _starts(typed) and not any(map(could_be_key, taken))


def _joins(place: Place) -> bool:
    return place.end_line > place.line


def _starts(lines: Sequence[str]) -> Counter[str]:
    """The keys of the plan that lines start with, and how many of them start an item."""
    entries = [entry(line) for line in lines]
    keys = Counter(one.key for one in entries if one.key is not None and one.key in known_keys())
    keys["-"] = sum(one.dashed for one in entries)
    return keys


def _errors(findings: Sequence[Finding]) -> int:
    return sum(finding.severity is Gravite.ERREUR for finding in findings)


def _kind(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.message


def _name(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.message, finding.fix
