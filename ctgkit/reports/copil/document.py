"""`ctg report --kind copil`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.reports.document import Asked, Document

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.page.blocks import Page
    from ctgkit.plan import Plan
    from ctgkit.reports.copil.view import CopilView


def _facts(plan: Plan, asked: Asked) -> CopilView:
    from ctgkit.reports.copil.facts import copil  # noqa: PLC0415  (only where it is asked for)

    return copil(plan, asked.today, since=asked.since, coordonnees=asked.coordonnees)


def _page(view: CopilView, _: date) -> Page:
    from ctgkit.reports.copil.page import page  # noqa: PLC0415  (only where it is asked for)

    return page(view)


DOCUMENT = Document(
    kind="copil",
    rank=1,
    title="Le rapport au comité de pilotage",
    told="le rapport au comité de pilotage",
    name="copil",
    view="ctgkit.reports.copil.view.CopilView",
    facts=_facts,
    page=_page,
)
