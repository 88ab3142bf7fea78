"""`ctg report --kind pilote`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.reports.document import Asked, Document, NotWrittenError

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.page.blocks import Page
    from ctgkit.plan import Plan
    from ctgkit.reports.pilote.view import PiloteView


def _facts(plan: Plan, asked: Asked) -> PiloteView:
    """The list of the pilot who is asked for.

    Raises:
        NotWrittenError: if none is, or if the plan has nobody of that name.
    """
    from ctgkit.reports.pilote.facts import pilote  # noqa: PLC0415  (only where it is asked for)
    from ctgkit.reports.pilote.people import unknown  # noqa: PLC0415  (as above)

    view = pilote(plan, asked.pilote, asked.today, since=asked.since) if asked.pilote else None
    if view is None:
        raise NotWrittenError(unknown(plan, asked.pilote))
    return view


def _page(view: PiloteView, _: date) -> Page:
    from ctgkit.reports.pilote.page import page  # noqa: PLC0415  (only where it is asked for)

    return page(view)


DOCUMENT = Document(
    kind="pilote",
    rank=3,
    title="La liste d'un pilote",
    told="la liste d'un pilote, nommé par --pilote",
    name="pilote",
    view="ctgkit.reports.pilote.view.PiloteView",
    facts=_facts,
    page=_page,
    pilote=True,
)
