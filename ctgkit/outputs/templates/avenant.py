"""Avenant view + template → document."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ctgkit import __version__

if TYPE_CHECKING:
    from ctgkit.reports.avenant import AvenantView


def render_avenant(view: AvenantView, output_format: str, today: date, templates: Path | None = None) -> str:
    """The draft of an avenant, as text. The same view, format and day give the same text.

    Args:
        view: the avenant.
        output_format: `html` or `md`.
        today: the day on which it is drafted.
        templates: the user's folder of templates; without one, the built-in ones alone.

    Raises:
        TemplateFault: if a template of the user's cannot be used.
    """
    from ctgkit.outputs.templates.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    template = environment(output_format, templates).get_template(f"avenant.{output_format}")
    return template.render(document=view, date=today, version=__version__)
