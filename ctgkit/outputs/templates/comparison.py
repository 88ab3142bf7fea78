"""What changed between two plans → document."""

from __future__ import annotations

from pathlib import Path

from ctgkit import __version__
from ctgkit.reports.diff import View


def render(view: View, output_format: str, templates: Path | None = None, *, stat: bool) -> str:
    """A document about a comparison, as text.

    Args:
        view: the comparison, in words.
        output_format: `html` or `md`.
        templates: the user's folder of templates; without one, the built-in ones alone.
        stat: whether to give only the numbers, fiche by fiche.

    Raises:
        TemplateFault: if a template of the user's cannot be used.
    """
    from ctgkit.outputs.templates.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    template = environment(output_format, templates).get_template(f"diff.{output_format}")
    return template.render(document=view, stat=stat, version=__version__)
