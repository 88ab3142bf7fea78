"""Every wording of the shared table is read as its row says, and none otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.schedule import Bound, Contract, Lecture, read
from tests.conftest import SHARED
from tests.schedule.phrases import repeated

TABLE = SHARED / "data" / "calendrier" / "phrases.tsv"
#: That of the head of the table.
CONTRACT = Contract(date(2023, 1, 1), date(2028, 12, 31), date(2023, 10, 26))
#: Words whose date is not said, or may be refused.
_UNSAID = {"-", "open"}


def rows() -> list[list[str]]:
    """The rows of the table: phrase, start, end, whether it is understood, what comes back."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.is_file() else []
    return [line.split("\t")[:5] for line in lines if line and not line.startswith("#")]


def agrees(day: date | None, cell: str) -> bool:
    """Whether a bound is what a cell says: a day, one of some days, none, or not told."""
    if cell == "*":
        return True
    if cell in _UNSAID or day is None:
        return cell in _UNSAID and day is None
    first, _, last = cell.partition("..")
    return date.fromisoformat(first) <= day <= date.fromisoformat(last or first)


def outcome(lecture: Lecture, start: str, end: str, beats: str) -> str:
    """« refused », « right » or « wrong », as a row judges what was read."""
    if not lecture.understood or not lecture.periods:
        return "part" if lecture.periods else "refused"

    def first(bound: Bound | None) -> date | None:
        return bound.premier if bound else None

    dated = agrees(first(lecture.start), start) and agrees(lecture.end.dernier if lecture.end else None, end)
    same = not beats or sorted(repeated(lecture).split("+")) == sorted(beats.replace("0", "").split("+"))
    return "right" if dated and same else "wrong"


@pytest.mark.skipif(not TABLE.is_file(), reason="the shared data is not here")
@pytest.mark.parametrize(("text", "start", "end", "understood", "beats"), rows())
def test_a_row_is_read_as_it_says(text: str, start: str, end: str, understood: str, beats: str) -> None:
    wanted = {"yes": {"right"}, "no": {"refused"}, "any": {"right", "refused", "part"}, "part": {"part"}}
    assert outcome(read(text, CONTRACT), start, end, beats) in wanted[understood]
