"""`ctg schema`: the JSON Schema of the plan, or of what commands write."""

from __future__ import annotations

from importlib import import_module

from ctgkit.app.command_line.values import choose

#: Where each schema is written; only the one that is asked for is imported, since the model is slow to be.
_MODULES = {
    "plan": "ctgkit.plan.schema",
    "findings": "ctgkit.outputs.findings.json_schema",
    "status": "ctgkit.reports.status.schema",
    "calendar": "ctgkit.reports.calendar.schema",
    "diff": "ctgkit.reports.diff.schema",
    "report": "ctgkit.app.documents.report_schema",
}


def schema(what: str) -> int:
    """Prints a schema; returns the exit status."""
    print(import_module(_MODULES[choose("QUOI", what, tuple(_MODULES))]).schema_text(), end="")
    return 0
