"""A page as somebody wants it: the sections that they chose, by the templates that they have, in a format."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeAlias

from ctgkit.app.documents.templating import Presentation, faults_told
from ctgkit.outputs.registry import page_writer
from ctgkit.outputs.templates.page import templated
from ctgkit.page.arranging import arranged

if TYPE_CHECKING:
    from ctgkit.outputs.format import Given
    from ctgkit.page.blocks import Page

#: What a page becomes once nothing else changes; it is told which sections have a template of the user's.
Last: TypeAlias = "Callable[[Page, Collection[str]], Page]"


def written(
    page: Page, output_format: str, given: Given, shown: Presentation, last: Last | None = None
) -> str:
    """A page, as text.

    Args:
        page: what a document says.
        output_format: a format of pages.
        given: what it is written with.
        shown: how it is to look.
        last: what is done to it once its sections are those that are asked for.

    Raises:
        Misuse: if a template of the user's cannot be used, or if the configuration makes no sense.
    """
    with faults_told():
        own = templated(page.kind, output_format, given.source)
        made = arranged(page, shown.arrangement(page.kind), own)
        return page_writer(output_format)(last(made, own) if last else made, given)
