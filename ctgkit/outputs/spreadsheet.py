"""CSV that a French spreadsheet opens as it should, and that runs nothing.

`;` between cells and a byte order mark are what such a spreadsheet expects; every other reader takes
them too, once told. A cell that a spreadsheet would take for a formula starts with an apostrophe.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from datetime import date
from io import StringIO

from ctgkit.french.visible import one_line

BOM = "\ufeff"
#: What starts a formula; the wide forms do too where such characters are typed.
_FORMULA = re.compile("[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")

Cell = str | int | date | None


def line(cells: Iterable[Cell]) -> str:
    """A line of a sheet, with its end; dates are written AAAA-MM-JJ, and what is absent is empty."""
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(map(_text, cells))
    return out.getvalue()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    return f"'{one_line(cell)}" if _FORMULA.match(cell) else one_line(cell)
