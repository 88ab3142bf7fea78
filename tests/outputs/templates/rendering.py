"""Documents rendered many times over, with the template compiled once."""

from __future__ import annotations

from datetime import date

from ctgkit.outputs.templates.page import Source, write
from ctgkit.plan import Plan
from ctgkit.reports.fiches import build
from ctgkit.reports.plan.page import page

#: "Today", in every document that the tests write.
DAY = date(2026, 11, 21)


def rendered(plan: Plan, output_format: str) -> str:
    """The whole plan as a document, from templates that are compiled once."""
    return written(plan, output_format, Source(again=True))


def written(plan: Plan, output_format: str, source: Source) -> str:
    """The whole plan as a document."""
    document = build(plan)
    return write(page(document, DAY), output_format, {"document": document}, DAY, source)
