"""What changed between two plans → document."""

from __future__ import annotations

from ctgkit import __version__
from ctgkit.telling import View


def render(view: View, output_format: str, *, stat: bool) -> str:
    """A document about a comparison, as text.

    Args:
        view: the comparison, in words.
        output_format: `html` or `md`.
        stat: whether to give only the numbers, fiche by fiche.
    """
    from ctgkit.report.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    template = environment(output_format).get_template(f"diff.{output_format}")
    return template.render(document=view, stat=stat, version=__version__)
