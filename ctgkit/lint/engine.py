"""Runs the rules over a plan and makes findings of what they say."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.lint import faults
from ctgkit.lint.context import Context
from ctgkit.lint.positions import fix_of, place_of, related_of
from ctgkit.lint.rule import Active
from ctgkit.lint.suppressions import silence, suppressions
from ctgkit.plan.finding import Finding
from ctgkit.plan.reading import Reading
from ctgkit.plan.reading.collector import no_collection
from ctgkit.plan.reading.comments import comments

if TYPE_CHECKING:
    from ctgkit.plan import Plan
    from ctgkit.plan.reading.nodes import Mapping


class Linted(NamedTuple):
    """What the rules found in one plan."""

    findings: tuple[Finding, ...]  #: in file order
    silenced: int = 0  #: how many more there were, that comments silence
    misused: bool = False  #: whether some suppression is wrong


def lint(reading: Reading, active: Iterable[Active], today: date) -> Linted:
    """Runs rules over a plan.

    Args:
        reading: a file that was read. With an error in it there is no plan yet, and no rule runs:
            its findings are given back.
        active: the rules to run, and how severe each is.
        today: the day for which the plan is judged.
    """
    if reading.plan is None or reading.tree is None:
        return Linted(reading.findings)
    with no_collection():
        return _lint(reading, reading.plan, reading.tree, active, today)


def _lint(reading: Reading, plan: Plan, tree: Mapping, active: Iterable[Active], today: date) -> Linted:
    file = reading.file
    rules = sorted(active, key=lambda one: one.rule.code)
    remarks = tuple(comments(tree.draft))
    silencers, wrong = suppressions(remarks, tree.draft.original, file)
    ran = frozenset(one.rule.code.code for one in rules)
    context = Context(plan, tree, today, remarks, silencers, ran)
    found = [finding for one in rules if not one.rule.last for finding in _run(one, context, file)]
    kept, silenced = silence(found, silencers)
    for one in rules:
        if one.rule.last:
            left, more = silence(_run(one, context, file), silencers)
            kept += left
            silenced += more
    kept += wrong
    kept.sort(key=lambda finding: (finding.place, finding.code))
    return Linted((*reading.findings, *kept), silenced, misused=bool(wrong))


def _run(one: Active, context: Context, file: str) -> list[Finding]:
    """What one rule finds; that it broke, where it did, after what it had found until then."""
    found: list[Finding] = []
    code = one.rule.code
    try:
        for remark in one.rule.check(context, one.options):
            place = place_of(remark, context.tree)
            related = related_of(remark, context.tree)
            fix = fix_of(remark, context.tree)
            address = context.address(remark.path)
            found.append(
                Finding(file, place, code, remark.message, remark.hint, one.severity, address, related, fix)
            )
    except Exception as error:
        if os.environ.get("CTG_DEBUG"):
            raise
        found.append(faults.broken_rule(file, code, error))
    return found
