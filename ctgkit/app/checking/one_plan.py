"""One plan, or its findings on standard error: what commands that print a plan start with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ctgkit.app.files.given import read_one
from ctgkit.french.agreement import count
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.text import write_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctgkit.outputs.terminal import Paint
    from ctgkit.plan import Plan
    from ctgkit.plan.finding import Finding


def plan_or_findings(path: str, paint: Paint) -> Plan | None:
    """The plan at `path`; `None` once its findings are printed, since a plan with errors is no plan.

    Raises:
        Misuse: if there is no such file.
    """
    reading = read_one(path)
    if reading.plan is None:
        tell_findings(reading.findings, reading.lines, paint)
    return reading.plan


def tell_findings(
    findings: Sequence[Finding],
    lines: Sequence[str],
    paint: Paint,
    outcome: str = "rien n'est affiché ni écrit",
) -> None:
    """Prints on standard error the findings that stop a command, and what comes of it."""
    write_full(findings, lines, sys.stderr, paint, terminal.width(sys.stderr))
    print(f"{count(len(findings), 'erreur')} : {outcome}", file=sys.stderr)
