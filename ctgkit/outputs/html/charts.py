"""Charts as coordinates: what templates draw, computed from values and dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from ctgkit.page.blocks import Bar, Curve, Mark, Span, Timeline, TimelineRow

#: What a curve is drawn in: its height and width are those of the view box of its SVG.
_LEFT, _WIDTH = 22, 276
_BOTTOM, _HEIGHT = 118, 92
#: Above that height, the words of a mark stand below it: there is no room above.
_HIGH = 34
#: Left of it, the words of the last mark start at the mark; elsewhere they are centred on it.
_FAR_LEFT = 56


class Stretch(NamedTuple):
    """A piece of a line, in percent of its length.

    Attributes:
        x: where it starts: `12.5%`.
        width: how long it is.
        end: where it ends.
        shade: what it is shown in.
        goes_on: whether it goes on after its end.
    """

    x: str
    width: str
    end: str
    shade: str
    goes_on: bool = False


def bar(block: Bar) -> Iterator[Stretch]:
    """The parts of a bar, from its start; those that are nothing are left out."""
    before = 0.0
    for part in block.parts:
        if part.value:
            yield _stretch(before / block.whole, part.value / block.whole, part.shade)
            before += part.value


def _stretch(start: float, width: float, shade: str, *, goes_on: bool = False) -> Stretch:
    return Stretch(_percent(start), _percent(width), _percent(start + width), shade, goes_on)


def _percent(share: float) -> str:
    return Markup(f"{round(100 * share, 2):g}%")  # noqa: S704  (a length for SVG, and no words)


class Point(NamedTuple):
    """A mark of a curve, in its view box.

    Attributes:
        x: from the left.
        y: from the top.
        words: what stands beside it.
        words_y: where, from the top.
    """

    x: float
    y: float
    words: str
    words_y: float


class Drawn(NamedTuple):
    """A curve.

    Attributes:
        reference: where it starts from.
        measures: where it went.
        target: where it should get.
        last: the last mark that is known; `None` where there is only the target.
        last_words: whether the words of that mark have room of their own.
        anchor: how they stand on it, as SVG says it.
        trace: the known marks in order, as SVG says it; empty where there are not two.
    """

    reference: Point | None
    measures: tuple[Point, ...]
    target: Point | None
    last: Point | None
    last_words: bool
    anchor: str
    trace: str


def curve(block: Curve) -> Drawn:
    """The marks of a curve where they stand."""
    reference, target = _point(block.reference, block), _point(block.target, block)
    measures = tuple(place(one, block) for one in block.measures)
    known = ((reference,) if reference else ()) + measures
    last = known[-1] if known else None
    return Drawn(
        reference=reference,
        measures=measures,
        target=target,
        last=last,
        last_words=last is not None and (target is None or last.x != target.x),
        anchor="start" if last is not None and last.x < _FAR_LEFT else "middle",
        trace=" ".join(f"{one.x:g},{one.y:g}" for one in known) if len(known) > 1 else "",
    )


def _point(mark: Mark | None, block: Curve) -> Point | None:
    return None if mark is None else place(mark, block)


def place(mark: Mark, block: Curve) -> Point:
    """Where a mark stands; a curve whose values are all the same stands in the middle."""
    across = (mark.day - block.first).days / ((block.last - block.first).days or 1)
    up = (mark.value - block.low) / (block.high - block.low) if block.high != block.low else 0.5
    x, y = round(_LEFT + _WIDTH * across, 1), round(_BOTTOM - _HEIGHT * up, 1)
    return Point(x, y, mark.words, round(y + (18 if y < _HIGH else -9), 1))


class Day(NamedTuple):
    """A day on a timeline."""

    day: date
    x: str


class Axis(NamedTuple):
    """What is drawn through all the rows of a timeline.

    Attributes:
        years: where each year starts, or the first day of the first.
        meetings: the meetings.
        today: the day of the document, where the timeline holds it.
    """

    years: tuple[Day, ...]
    meetings: tuple[Day, ...]
    today: Day | None


def axis(block: Timeline) -> Axis:
    """The days of a timeline that are drawn through it."""
    firsts = (max(date(year, 1, 1), block.first) for year in range(block.first.year, block.last.year + 1))
    return Axis(
        years=tuple(_day(one, block) for one in firsts),
        meetings=tuple(_day(one, block) for one in block.meetings if block.first <= one <= block.last),
        today=_day(block.today, block) if block.today and block.first <= block.today <= block.last else None,
    )


def _day(one: date, block: Timeline) -> Day:
    return Day(one, _percent(_share(one, block)))


def _share(one: date, block: Timeline) -> float:
    """Where a day starts, as a share of the timeline."""
    return (one - block.first).days / ((block.last - block.first).days + 1)


def stretches(row: TimelineRow, block: Timeline) -> Iterator[Stretch]:
    """The stretches of a row, as far as they are on the timeline."""
    for span in row.spans:
        first, last = max(span.first, block.first), min(span.last, block.last)
        if first <= last:
            yield _drawn(span, first, last, block)


def _drawn(span: Span, first: date, last: date, block: Timeline) -> Stretch:
    start = _share(first, block)
    end = 1.0 if last == block.last else _share(last + timedelta(days=1), block)
    return _stretch(start, end - start, span.shade, goes_on=span.open_end or span.last > last)
