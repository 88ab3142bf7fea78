"""`ctg report`: writes the document of a plan."""

from __future__ import annotations

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day
from ctgkit.cli.documents import chosen_format, chosen_target, deliver
from ctgkit.cli.plans import plan_or_findings
from ctgkit.report import KINDS, render


def report(
    path: str,
    kind: str,
    output: str | None,
    output_format: str | None,
    date: str | None,
    *,
    force: bool,
    color: str,
) -> int:
    """Writes the document and prints its name; returns the exit status."""
    choose("--kind", kind, KINDS)
    chosen = chosen_format(output, output_format)
    today = day("--date", date)
    target = chosen_target(output, [path], kind, chosen, force=force)
    plan = plan_or_findings(path, terminal.paint(color))
    if plan is None:
        return 1
    deliver(target, render(plan, kind, chosen, today))
    return 0
