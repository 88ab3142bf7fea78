"""`ctg report --kind plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.reports.document import Asked, Document

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.page.blocks import Page
    from ctgkit.plan import Plan
    from ctgkit.reports.fiches import DocumentView


def _facts(plan: Plan, asked: Asked) -> DocumentView:
    from ctgkit.reports.fiches import build  # noqa: PLC0415  (only where it is asked for)
    from ctgkit.reports.handed_out import handed_out  # noqa: PLC0415  (as above)

    return build(plan if asked.coordonnees else handed_out(plan))


def _page(view: DocumentView, today: date) -> Page:
    from ctgkit.reports.plan.page import page  # noqa: PLC0415  (only where it is asked for)

    return page(view, today)


DOCUMENT = Document(
    kind="plan",
    rank=2,
    title="Le plan entier",
    told="le plan entier",
    name="document",
    view="ctgkit.reports.fiches.view.DocumentView",
    facts=_facts,
    page=_page,
    compared=False,
    uncompared="--since ne va pas avec --kind plan, qui ne compare rien",
)
