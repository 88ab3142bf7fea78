"""View + template → document."""

from __future__ import annotations

from datetime import date

from ctgkit import __version__
from ctgkit.document import build
from ctgkit.model import Plan

KINDS = ("plan",)
FORMATS = ("html", "md")


def render(plan: Plan, kind: str, output_format: str, today: date) -> str:
    """A document about `plan`, as text. The same plan, kind, format and day give the same text."""
    from ctgkit.report.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    template = environment(output_format).get_template(f"{kind}.{output_format}")
    return template.render(document=build(plan), date=today, version=__version__)
