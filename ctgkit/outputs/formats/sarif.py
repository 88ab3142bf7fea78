"""`sarif`: what code scanners exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.outputs.format import Format

if TYPE_CHECKING:
    from ctgkit.outputs.findings.run import Run

FORMAT = Format(
    name="sarif",
    rank=11,
    told="du SARIF",
    kinds=("findings",),
    suffixes=(".sarif", ".sarif.json"),
    starts=r'\A{\s*"\$schema": "[^"]*sarif[^[]*\[\s*{\s*"tool": {\s*"driver": {\s*"name": "ctgkit"',
)


def document(run: Run) -> str:
    """All that a run found."""
    from ctgkit.outputs.findings import sarif  # noqa: PLC0415  (only where it is written)

    return sarif.document(run)
