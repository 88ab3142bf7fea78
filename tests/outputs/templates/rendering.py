"""Documents rendered many times over, with the template compiled once."""

from __future__ import annotations

from datetime import date
from functools import cache

from jinja2 import Template

from ctgkit import __version__
from ctgkit.outputs.templates.environment import environment
from ctgkit.plan import Plan
from ctgkit.reports.fiches import build

#: "Today", in every document that the tests write.
DAY = date(2026, 11, 21)


def rendered(plan: Plan, output_format: str) -> str:
    """What `render` gives for the whole plan."""
    return _template(output_format).render(document=build(plan), date=DAY, version=__version__)


@cache
def _template(output_format: str) -> Template:
    return environment(output_format).get_template(f"plan.{output_format}")
