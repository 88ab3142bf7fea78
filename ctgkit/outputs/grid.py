"""A table as a grid: which column a cell stands in, and which rows belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ctgkit.page.blocks import Cell, Column, Row, Table


class Placed(NamedTuple):
    """A cell, and the column that it starts in."""

    cell: Cell
    column: Column


def placed(row: Row, table: Table) -> Iterator[Placed]:
    """The cells of a row with their columns."""
    start = 0
    for cell in row.cells:
        yield Placed(cell, table.columns[start])
        start += cell.span


class Body(NamedTuple):
    """Rows that stay together: a group and those below its head, or the totals."""

    rows: tuple[Row, ...]
    total: bool


def bodies(table: Table) -> Iterator[Body]:
    """The rows of a table, cut where a group starts and where the totals do."""
    rows: list[Row] = []
    for row in table.rows:
        if rows and (row.group or row.total != rows[-1].total):
            yield Body(tuple(rows), rows[-1].total)
            rows = []
        rows.append(row)
    if rows:
        yield Body(tuple(rows), rows[-1].total)
