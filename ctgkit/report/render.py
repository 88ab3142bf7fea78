"""View + template → document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ctgkit import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

KINDS = ("copil", "plan", "pilote", "territoires")
FORMATS = ("html", "md")


def render(kind: str, output_format: str, context: Mapping[str, Any], today: date) -> str:
    """A document, as text. The same kind, format, context and day give the same text.

    Args:
        kind: one of :data:`KINDS`: the name of its template.
        output_format: one of :data:`FORMATS`.
        context: the view, under the name that the template gives it.
        today: the day of the document.
    """
    template = _environment(output_format).get_template(f"{kind}.{output_format}")
    return template.render(**context, date=today, version=__version__)


@cache
def _environment(output_format: str) -> Environment:
    """The environment of a format: it compiles a template once, however many documents are written."""
    from ctgkit.report.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    return environment(output_format)
