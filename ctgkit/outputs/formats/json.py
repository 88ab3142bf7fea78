"""`json`: data for programs, each kind with its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.outputs.format import Format

if TYPE_CHECKING:
    from ctgkit.outputs.findings.run import Run

FORMAT = Format(
    name="json",
    rank=6,
    told="des données, pour un programme",
    kinds=("findings", "status", "calendar", "diff", "report", "rule"),
    suffixes=(".json",),
    starts=r'\A{\s*"version": \d+,\s*"tool": {\s*"name": "ctgkit"',
)


def document(run: Run) -> str:
    """All that a run found."""
    from ctgkit.outputs.findings import json_document  # noqa: PLC0415  (only where it is written)

    return json_document.document(run)
