"""`gitlab`: a Code Quality report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.outputs.format import Format

if TYPE_CHECKING:
    from ctgkit.outputs.findings.run import Run

FORMAT = Format(
    name="gitlab",
    rank=10,
    told="le rapport de GitLab",
    kinds=("findings",),
    # It names no tool, but its first finding has a code of ours; an empty list is nobody's work.
    starts=r'\A(?:\[\]\s*\Z|\[\s*{\s*"check_name": "CTG\d)',
)


def document(run: Run) -> str:
    """All that a run found."""
    from ctgkit.outputs.findings import gitlab  # noqa: PLC0415  (only where it is written)

    return gitlab.document(run)
