"""What was decided before, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.page.blocks import Block
from ctgkit.page.writing import paragraph
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed.blocks import decisions_table


def decidees(view: CopilView) -> Iterator[Block]:
    """The decisions of the last meetings, and those of before that are still to be carried out."""
    if view.decidees:
        yield decisions_table("Les décisions prises", view.decidees)
    if view.decidees_closes:
        yield paragraph(sentences.closed_before(view.decidees_closes), role="note")
