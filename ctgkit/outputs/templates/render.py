"""View + template → document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctgkit import __version__

if TYPE_CHECKING:
    from ctgkit.outputs.templates.environment import Templates

KINDS = ("copil", "plan", "pilote", "territoires")
FORMATS = ("html", "md")


def render(
    kind: str, output_format: str, context: Mapping[str, Any], today: date, templates: Path | None = None
) -> str:
    """A document, as text. The same kind, format, context and day give the same text.

    Args:
        kind: one of :data:`KINDS`: the name of its template.
        output_format: one of :data:`FORMATS`.
        context: the view, under the name that the template gives it.
        today: the day of the document.
        templates: the user's folder of templates; without one, the built-in ones alone.

    Raises:
        TemplateFault: if a template of the user's cannot be used.
    """
    made = _environment(output_format, templates)
    return made.get_template(f"{kind}.{output_format}").render(**context, date=today, version=__version__)


def render_one_of_many(
    kind: str, output_format: str, context: Mapping[str, Any], today: date, templates: Path | None = None
) -> str:
    """:func:`render`, where others follow: the templates are read and compiled once for the process."""
    made = _kept(output_format, templates)
    return made.get_template(f"{kind}.{output_format}").render(**context, date=today, version=__version__)


def _environment(output_format: str, templates: Path | None) -> Templates:
    from ctgkit.outputs.templates.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    return environment(output_format, templates)


_kept = cache(_environment)
