"""`md`: Markdown, for CommonMark, GitHub and GitLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.outputs.format import Format

if TYPE_CHECKING:
    from ctgkit.outputs.format import Given
    from ctgkit.page.blocks import Page

FORMAT = Format(
    name="md",
    rank=2,
    told="du Markdown",
    kinds=("status", "calendar"),
    page=True,
    suffixes=(".md", ".markdown"),
    synonyms=("markdown",),
    starts="<!-- ctgkit ",
)


def page(page: Page, given: Given) -> str:
    """A page, by the templates."""
    from ctgkit.outputs.templates.page import write  # noqa: PLC0415  (only where a page is written)

    return write(page, FORMAT.name, given.views, given.today, given.source)
