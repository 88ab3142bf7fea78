"""`json`: everything a run knows, in ctgkit's own grammar (:mod:`ctgkit.outputs.findings.json_schema`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctgkit.outputs.findings.run import Checked, Run
from ctgkit.outputs.json_text import dumped
from ctgkit.plan.finding import Finding, Place
from ctgkit.plan.fingerprint import fingerprints

#: Changes when a reader of the last one would misread the next one; a new key is no such change.
VERSION = 1


def document(run: Run) -> str:
    """A run, as :func:`~ctgkit.outputs.findings.json_schema.json_schema` describes it."""
    totals = run.totals
    return dumped(
        {
            "version": VERSION,
            "tool": {"name": "ctgkit", "version": run.version},
            "command": run.command,
            "totals": {
                "files": totals.files,
                "fiches": totals.fiches,
                "findings": totals.findings,
                "errors": totals.errors,
                "warnings": totals.warnings,
                "infos": totals.infos,
                "problems": totals.problems,
            },
            "problems": list(run.problems),
            "files": [
                {"file": checked.file, "fiches": checked.fiches, "findings": list(_findings(checked))}
                for checked in run.checked
            ],
        }
    )


def _findings(checked: Checked) -> Iterator[dict[str, Any]]:
    names = fingerprints(checked.findings, checked.lines)
    for finding, name in zip(checked.findings, names, strict=True):
        yield {
            "code": finding.code.code,
            "name": finding.code.name,
            "severity": finding.severity,
            "message": finding.message,
            "hint": finding.hint,
            **_place(finding.place),
            "address": finding.address,
            "related": [{"message": other.message, **_place(other.place)} for other in finding.related],
            "fix": _fix(finding),
            "fingerprint": name,
        }


def _fix(finding: Finding) -> list[dict[str, Any]] | None:
    return [{"text": splice.text, **_place(splice.place)} for splice in finding.fix] or None


def _place(place: Place) -> dict[str, int]:
    return place._asdict()
