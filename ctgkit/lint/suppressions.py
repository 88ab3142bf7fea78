"""`# ctg: ignore[CTG301] raison`: a finding silenced on one line, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ctgkit.french.nearest import nearest
from ctgkit.lint import faults
from ctgkit.lint.registry import all_rules, find_rule
from ctgkit.plan.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctgkit.plan.reading.comments import Comment

_MARK = re.compile(r"#+\s*ctg\s*:\s*", re.IGNORECASE)
_IGNORE = re.compile(r"ignore\s*\[(?P<codes>[^\[\]]*)\]\s*(?P<reason>.*)", re.IGNORECASE)
_CODE = re.compile(r"[^,;\s]+")


@dataclass(frozen=True)
class Suppression:
    """One comment that silences rules on one line."""

    comment: Comment
    target: int  #: the line it speaks of, 1-based
    codes: tuple[tuple[str, Place], ...]  #: the codes of the rules, and where each is written
    reason: str
    used: set[str] = field(default_factory=set)  #: the codes that silenced something

    @property
    def place(self) -> Place:
        """The comment."""
        comment = self.comment
        return Place(comment.line, comment.column, comment.line, comment.column + len(comment.text))


def suppressions(
    comments: Iterable[Comment], lines: list[str], file: str
) -> tuple[tuple[Suppression, ...], list[Finding]]:
    """The suppressions of a file, and what is wrong with those that cannot be read."""
    found = []
    wrong: list[Finding] = []
    for comment in comments:
        mark = _MARK.match(comment.text)
        if mark is None:
            continue
        asked = _IGNORE.fullmatch(comment.text, mark.end())
        names = [] if asked is None else list(_CODE.finditer(comment.text, *asked.span("codes")))
        if asked is None or not names:
            place = Place(comment.line, comment.column, comment.line, comment.column + len(comment.text))
            wrong.append(faults.unreadable_suppression(file, place))
            continue
        codes = []
        for name in names:
            start = comment.column + name.start()
            place = Place(comment.line, start, comment.line, start + len(name[0]))
            rule = find_rule(name[0])
            if rule is not None:
                codes.append((rule.code.code, place))
            else:
                words = [word for rule in all_rules() for word in rule.code]
                wrong.append(faults.unknown_suppression(file, place, name[0], nearest(name[0], words)))
        target = comment.line if not comment.alone else _next(lines, comment.line)
        if codes:
            found.append(Suppression(comment, target, tuple(codes), asked["reason"].strip()))
    return tuple(found), wrong


def _next(lines: list[str], line: int) -> int:
    """The line (1-based) that a comment alone on its own speaks of: the next with something in it."""
    for number in range(line, len(lines)):
        text = lines[number].strip()
        if text and not text.startswith("#"):
            return number + 1
    return line


def silence(findings: Iterable[Finding], every: Iterable[Suppression]) -> tuple[list[Finding], int]:
    """The findings that nobody silenced, and how many were; marks the suppressions that were used."""
    by_line: dict[tuple[int, str], list[Suppression]] = {}
    for suppression in every:
        for code, _ in suppression.codes:
            by_line.setdefault((suppression.target, code), []).append(suppression)
    kept = []
    silenced = 0
    for finding in findings:
        code = finding.code.code
        matching = by_line.get((finding.place.line, code), ())
        for suppression in matching:
            suppression.used.add(code)
        if matching:
            silenced += 1
        else:
            kept.append(finding)
    return kept, silenced
