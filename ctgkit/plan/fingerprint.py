"""What tells a finding from another, wherever its line has moved to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from ctgkit.plan.finding import Finding, Place

_QUOTED = re.compile("«\u00a0(.*?)\u00a0»")


def words_at(place: Place, lines: Sequence[str]) -> str:
    """The words of a place, those of its first line where it has several, spaces made one."""
    if place.line > len(lines):
        return ""
    end = place.end_column - 1 if place.end_line == place.line else None
    return " ".join(lines[place.line - 1][place.column - 1 : end].split())


def fingerprints(findings: Iterable[Finding], lines: Sequence[str]) -> list[str]:
    """A stable name for each of the findings of one file, in their order.

    It is made of the code, the address of the fiche, the words at the place and those that the
    message quotes (the key that is missing there): it changes when these do, and not when lines are
    added, moved or indented, or a message is worded otherwise. Findings that agree in all are
    counted, so that no two of a file have one name.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for finding in findings:
        quoted = _QUOTED.findall(finding.message)
        key = (finding.code.code, finding.address or "", words_at(finding.place, lines), *quoted)
        seen[key] += 1
        names.append(sha256(ascii((*key, seen[key])).encode()).hexdigest()[:32])
    return names
