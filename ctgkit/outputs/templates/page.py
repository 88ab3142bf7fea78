"""A page + templates → document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ctgkit import __version__
from ctgkit.outputs.outline import outline

if TYPE_CHECKING:
    from ctgkit.outputs.templates.environment import Templates
    from ctgkit.page.blocks import Page


class Source(NamedTuple):
    """Where templates come from.

    Attributes:
        folder: the user's; without one, the built-in ones alone.
        again: whether other documents follow: the templates are then read and compiled once for the process.
    """

    folder: Path | None = None
    again: bool = False


def templated(kind: str, output_format: str, source: Source) -> frozenset[str]:
    """The names of the sections of a document that the user has a template for."""
    folder = source.folder / kind if source.folder is not None else None
    if folder is None or not folder.is_dir():
        return frozenset()
    return frozenset(path.stem for path in folder.glob(f"*.{output_format}"))


def write(
    page: Page,
    output_format: str,
    views: Mapping[str, object],
    today: date,
    source: Source = Source(),  # noqa: B008  (it never changes)
) -> str:
    """A document, as text. The same page, views, format and day give the same text.

    Args:
        page: what it says.
        output_format: `html` or `md`.
        views: what the page was made of, under the names that templates give it.
        today: the day of the document.
        source: where templates come from.

    Raises:
        TemplateFault: if a template of the user's cannot be used.
    """
    made = (_kept if source.again else _environment)(output_format, source.folder)
    template = made.select_template([f"{page.kind}.{output_format}", f"document.{output_format}"])
    return template.render(**views, page=page, parts=outline(page.sections), date=today, version=__version__)


def _environment(output_format: str, templates: Path | None) -> Templates:
    from ctgkit.outputs.templates.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    return environment(output_format, templates)


_kept = cache(_environment)
