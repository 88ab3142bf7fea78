"""The time axis of `ctg calendar` in the terminal: semesters by year, or the months of one year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ctgkit.french.dates import long_date

#: What stands between years, what marks today in a row, and what does above it.
SEPARATOR, TODAY, ABOVE = "│", "┃", "▼"
_WIDEST = 4
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cell:
    """The days of one column, both included."""

    first: date
    last: date
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Columns of one width, in groups between lines.

    Attributes:
        cells: the columns.
        groups: the label of each group.
        group: how many columns a group has; the last one may have fewer.
        size: how many characters a column has.
        day: today, which has a character of its own; `None` where it is none of these days.
        years: how many years a column stands for, where semesters do not fit.
    """

    cells: tuple[Cell, ...]
    groups: tuple[str, ...]
    group: int
    size: int
    day: date | None
    years: int | None = field(default=None)

    @property
    def first(self) -> date:
        """The first day of the first column."""
        return self.cells[0].first

    @property
    def last(self) -> date:
        """The last day of the last one."""
        return self.cells[-1].last

    @property
    def columns(self) -> int:
        """How many characters a row takes, the marks at its two ends included."""
        return _columns(len(self.cells), self.group, self.size, today=self.day is not None)

    @property
    def cut(self) -> tuple[int, int] | None:
        """Where today stands: its column, and before which of its characters."""
        for rank, cell in enumerate(self.cells):
            if self.day is not None and cell.first <= self.day <= cell.last:
                share = (self.day - cell.first) / (cell.last - cell.first + _DAY)
                return rank, round(share * self.size)
        return None

    def row(
        self,
        parts: Sequence[str],
        left: str = " ",
        right: str = "",
        color: Callable[[str], str] = str,
        today: str = TODAY,
    ) -> str:
        """A row: the characters of each column, between the marks of what lies before and after."""
        cut = self.cut
        text = color(left) if left != " " else left
        for rank, part in enumerate(parts):
            if rank % self.group == 0:
                text += SEPARATOR
            if cut is not None and cut[0] == rank:
                pieces = (part[: cut[1]], part[cut[1] :])
                text += today.join(color(piece) if piece.strip() else piece for piece in pieces)
            else:
                text += color(part) if part.strip() else part
        return f"{text}{SEPARATOR}{color(right) if right else ''}"

    def heads(self) -> Iterator[str]:
        """The lines above: today, the groups, the columns."""
        if (cut := self.cut) is not None and self.day is not None:
            at = 1 + cut[0] * self.size + cut[0] // self.group + 1 + cut[1]
            told = long_date(self.day)
            if at > len(told):
                yield f"{told} {ABOVE}".rjust(at + 1)
            else:
                after = f"{ABOVE} {told}"
                yield " " * at + (after if at + len(after) <= self.columns else ABOVE)
        yield self._line(self.groups, self.group)
        if any(cell.label for cell in self.cells):
            yield self._line([cell.label for cell in self.cells], 1)

    def _line(self, labels: Sequence[str], span: int) -> str:
        """Labels, each above so many columns, and above today if it is one of them."""
        text = " "
        for rank, label in enumerate(labels):
            at = rank * span
            many = min(span, len(self.cells) - at)
            here = self.cut is not None and at <= self.cut[0] < at + many
            if at % self.group == 0:
                text += SEPARATOR
            room = many * self.size + here
            text += label[:room].ljust(room)
        return text + SEPARATOR


def months(year: int, day: date, room: int) -> Axis:
    """The months of a year, by quarter, in at most `room` characters."""
    starts = [date(year, month, 1) for month in range(1, 13)]
    ends = [*(start - _DAY for start in starts[1:]), date(year, 12, 31)]
    cells = tuple(
        Cell(start, end, label) for start, end, label in zip(starts, ends, "JFMAMJJASOND", strict=True)
    )
    if _columns(12, 3, 1, today=True) > room:
        return Axis(cells, (str(year),), 12, 1, _within(day, cells))
    quarters = tuple(f"T{number}" for number in range(1, 5))
    return Axis(cells, quarters, 3, _size(12, 3, room), _within(day, cells))


def semesters(first: int, last: int, day: date, room: int) -> Axis:
    """The semesters of some years, both included, in at most `room` characters.

    Where there is no room for so many, a column stands for a year, or for more.
    """
    many = last - first + 1
    if _columns(2 * many, 2, 1, today=True) > room:
        return _years(first, last, day, room)
    size = _size(2 * many, 2, room)
    names = ("1", "2") if size == 1 else ("S1", "S2")
    cells = tuple(
        cell
        for year in range(first, last + 1)
        for cell in (
            Cell(date(year, 1, 1), date(year, 6, 30), names[0]),
            Cell(date(year, 7, 1), date(year, 12, 31), names[1]),
        )
    )
    # Two characters have no room for four figures.
    labels = tuple(f"{year:04}"[-2 * size :] for year in range(first, last + 1))
    return Axis(cells, labels, 2, size, _within(day, cells))


def _years(first: int, last: int, day: date, room: int) -> Axis:
    """One or more years a column, all in one group."""
    many = last - first + 1
    # What is left for columns between their marks; one, where there is no room at all.
    each = -(-many // max(room - _columns(0, 1, 1, today=True) - 1, 1))
    cells = tuple(
        Cell(date(year, 1, 1), date(min(year + each - 1, last), 12, 31), "")
        for year in range(first, last + 1, each)
    )
    return Axis(cells, (f"{first}-{last}",), len(cells), 1, _within(day, cells), each)


def _within(day: date, cells: Sequence[Cell]) -> date | None:
    return day if cells[0].first <= day <= cells[-1].last else None


def _size(cells: int, group: int, room: int) -> int:
    """The widest columns that fit."""
    sizes = (size for size in range(_WIDEST, 1, -1) if _columns(cells, group, size, today=True) <= room)
    return next(sizes, 1)


def _columns(cells: int, group: int, size: int, *, today: bool) -> int:
    return cells * size + -(-cells // group) + 3 + today
