"""The money of the territories."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.page.blocks import Block, Column, Row, Table
from ctgkit.page.writing import paragraph
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.territoires import sentences
from ctgkit.reports.territoires.view import ArgentTerritoires, Dotation, TerritoiresView


def argent(view: TerritoiresView) -> Iterator[Block]:
    """By year and by state, then by territory where there are several."""
    found = view.argent
    if found is None:
        return
    yield from blocks.years_table(found.etats, found.annees, found.par_etat, found.total, found.depense)
    if len(found.territoires) > 1:
        yield _by_territoire(found)
    if left_out := sentences.without_amount(found):
        yield paragraph(left_out, role="note")


def _by_territoire(found: ArgentTerritoires) -> Table:
    states = (Column(shared.state_title(one), numeric=True) for one in found.etats)
    apart = shared.spent_apart(found.etats, found.par_etat, found.depense) is not None
    columns = (Column("Territoire"), *states, *blocks.totals_columns(apart=apart))
    rows = tuple(_row(one, apart=apart) for one in found.territoires)
    return Table("Par territoire et par état", columns, rows)


def _row(one: Dotation, *, apart: bool) -> Row:
    name = blocks.named((sentences.link(one.territoire),))
    return Row(
        (name, *map(blocks.euros, one.etats), *blocks.totals_cells(one.total, one.depense, apart=apart))
    )
