"""The committees that come, and the conventions that end."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.french.dates import long_date
from ctgkit.french.lists import NOTHING
from ctgkit.page.blocks import Block, Cell, Column, Row, Table
from ctgkit.page.writing import paragraph
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.territoires import sentences
from ctgkit.reports.territoires.view import Lieu, TerritoiresView


def copils(view: TerritoiresView) -> Iterator[Block]:
    """The committees of the year that comes, and the territories that have planned none."""
    if view.copils:
        rows = (
            Row(
                (
                    blocks.told_in(long_date(one.seance.date)),
                    _lieu(one.territoire),
                    blocks.told_in(one.seance.objet or NOTHING),
                )
            )
            for one in view.copils
        )
        columns = (Column("Date", width=22), Column("Territoire", width=30), Column("Objet"))
        yield Table("Dans les douze mois qui viennent", columns, tuple(rows))
    if view.sans_copil:
        yield paragraph(sentences.without_meeting(view.sans_copil), role="lead")


def termes(view: TerritoiresView) -> Iterator[Block]:
    """The conventions that end within a year, or have ended."""
    if view.termes:
        rows = (
            Row(
                (
                    blocks.told_in(sentences.end(one, view.jour)),
                    _lieu(one.territoire),
                    blocks.told_in(shared.percent(one.avancement)),
                    blocks.told_in(sentences.following(one)),
                )
            )
            for one in view.termes
        )
        columns = (
            Column("Terme", width=32),
            Column("Territoire"),
            Column("Avancement", numeric=True, width=14),
            Column("Plan suivant", width=26),
        )
        yield Table("Terminées, ou à terme dans les douze mois", columns, tuple(rows))


def _lieu(one: Lieu) -> Cell:
    return blocks.named((sentences.link(one),))
