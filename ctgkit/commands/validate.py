"""`ctg validate`: is this a plan?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ctgkit.app.bulk import each
from ctgkit.app.checking.fixing import after_fixes, fix_all
from ctgkit.app.checking.presenting import ignored, present, refuse, settled
from ctgkit.app.files.given import STDIN, find, read_one
from ctgkit.french.agreement import count
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.run import Checked

if TYPE_CHECKING:
    from ctgkit.app.checking.against import Against
    from ctgkit.app.files.given import Found
    from ctgkit.outputs.findings.run import Totals
    from ctgkit.plan.finding import Finding


def validate(
    plans: list[str],
    output_format: str | None,
    output: str | None,
    color: str,
    against: str | None,
    *,
    force: bool,
    fix: bool,
    diff: bool,
    only_plans: bool,
) -> int:
    """Prints or writes the findings of the plans and a summary; returns the exit status."""
    chosen = settled(output_format, output, color)
    found = find(plans, only_plans=only_plans)
    refuse(chosen, found.paths, force=force)
    other = None
    if against is not None:
        from ctgkit.app.checking.against import settled as meant  # noqa: PLC0415  (few checks compare versions)

        other = meant(against, found.paths, force=force)
    made, problems = 0, list(found.problems)
    if diff or fix:
        made, failed = fix_all(found.paths, _findings, paint=terminal.paint(color) if diff else None)
        problems += failed
    if diff:
        return terminal.complain(problems) or int(made > 0)
    totals = present(
        each(partial(_checked, against=other), found.paths, alone=STDIN in {*found.paths, against}),
        chosen,
        "validate",
        partial(_summary, found=found, made=made),
        problems=problems,
    )
    if totals.problems:
        return 2
    return 1 if totals.errors else 0


def _findings(data: bytes, file: str) -> tuple[Finding, ...]:
    from ctgkit.plan.reading import read  # noqa: PLC0415

    return read(data, file).findings


def _checked(path: str, against: Against | None) -> Checked:
    """What is found in a file, cheap to send between processes: excerpts only where it is wrong.

    Raises:
        Misuse: if it cannot be read.
    """
    reading = read_one(path)
    findings = reading.findings
    if against is not None:
        from ctgkit.app.checking.against import findings as changed  # noqa: PLC0415

        findings += changed(reading, against)
    return Checked(reading.file, findings, reading.lines if findings else (), reading.fiches)


def _summary(totals: Totals, found: Found, made: int) -> str:
    told = count(totals.errors, "erreur") if totals.errors else "aucune erreur"
    told += f", {count(totals.infos, 'remarque')}" if totals.infos else ""
    line = f"{after_fixes(made)}{count(totals.files, 'plan')}, {count(totals.fiches, 'fiche')}, {told}"
    return line + ignored(found)
