"""`ctg report --kind territoires`: :mod:`ctgkit.app.documents.territoires` makes its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.reports.document import Document

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.page.blocks import Page
    from ctgkit.reports.territoires.view import TerritoiresView


def _page(view: TerritoiresView, _: date) -> Page:
    from ctgkit.reports.territoires.page import page  # noqa: PLC0415  (only where it is asked for)

    return page(view)


DOCUMENT = Document(
    kind="territoires",
    rank=4,
    title="Le rapport sur les territoires d'une Caf",
    told="un seul rapport sur tous",
    name="territoires",
    view="ctgkit.reports.territoires.view.TerritoiresView",
    page=_page,
    compared=False,
    uncompared="--since ne va pas avec un rapport sur plusieurs plans ; "
    "« ctg status --since » dit ce qui a bougé",
)
