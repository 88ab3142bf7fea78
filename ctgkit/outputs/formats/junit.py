"""`junit`: findings as the failures of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.outputs.format import Format

if TYPE_CHECKING:
    from ctgkit.outputs.findings.run import Run

FORMAT = Format(
    name="junit",
    rank=12,
    told="du JUnit",
    kinds=("findings",),
    suffixes=(".xml",),
    starts=r'\A<\?xml [^>]*>\s*<testsuites name="ctgkit ',
)


def document(run: Run) -> str:
    """All that a run found."""
    from ctgkit.outputs.findings import junit  # noqa: PLC0415  (only where it is written)

    return junit.document(run)
