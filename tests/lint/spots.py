"""Where findings are, with the words under their caret."""

from __future__ import annotations

from typing import Any

from ctgkit.plan.finding import Finding, Place
from tests.conftest import PLANS
from tests.lint.examples import TODAY, rule_named, run, whole_plan

#: A whole plan but for its axes, which start at line 8.
HEAD = """\
format: 1
titre: Plan d'actions d'un territoire inventé
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
axes:
"""

Spot = tuple[int, int, str]


def spot(place: Place, text: str) -> Spot:
    """The line, the column and the characters of a place on one line."""
    assert place.line == place.end_line
    return (
        place.line,
        place.column,
        text.splitlines()[place.line - 1][place.column - 1 : place.end_column - 1],
    )


def spots(word: str, plan: str, **options: Any) -> list[Spot]:
    """Where the rule with that code or name finds something in a plan, or in a piece of one."""
    text = plan if plan.startswith("format:") else whole_plan(plan)
    return [spot(finding.place, text) for finding in findings(word, text, **options)]


def words(word: str, plan: str, **options: Any) -> list[str]:
    """The characters under the caret of each finding."""
    return [found for _, _, found in spots(word, plan, **options)]


def findings(word: str, text: str, **options: Any) -> list[Finding]:
    """What the rule finds in a whole plan."""
    return list(run(text, rule_named(word), today=TODAY, **options).findings)


def under(findings: list[Finding], text: str) -> list[tuple[int, str]]:
    """The line of each finding, and the characters under its caret."""
    return [(line, found) for line, _, found in (spot(one.place, text) for one in findings)]


def mend(text: str, findings: list[Finding]) -> str:
    """The text once the fixes of all findings are applied."""
    lines = text.split("\n")
    for place, new in sorted((splice for one in findings for splice in one.fix), reverse=True):
        assert place.line == place.end_line
        line = lines[place.line - 1]
        lines[place.line - 1] = line[: place.column - 1] + new + line[place.end_column - 1 :]
    return "\n".join(lines)


def real(word: str, name: str) -> list[Spot]:
    """What the rule finds in a real plan."""
    text = (PLANS / f"{name}.yaml").read_text(encoding="utf-8")
    return [spot(finding.place, text) for finding in findings(word, text)]
