"""Every wording of the shared table and of that of this folder is read as its row says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctgkit.schedule import Bound, Contract, Lecture, read
from ctgkit.vocabulary.calendrier import Portee
from tests.conftest import SHARED
from tests.schedule.phrases import repeated

TABLE = SHARED / "data" / "calendrier" / "phrases.tsv"
OWN = Path(__file__).with_name("wordings.tsv")
#: That of the head of the tables.
CONTRACT = Contract(date(2023, 1, 1), date(2028, 12, 31), date(2023, 10, 26))
#: Words whose date is not said, or may be refused.
_UNSAID = {"-", "open"}


def rows(table: Path) -> list[list[str]]:
    """The rows of a table: phrase, start, end, whether it is understood, what comes back, and more."""
    lines = table.read_text(encoding="utf-8").splitlines() if table.is_file() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


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
    same = not beats or sorted(repeated(lecture).split("+")) == sorted(beats.removeprefix("0").split("+"))
    return "right" if dated and same else "wrong"


WANTED = {"yes": {"right"}, "no": {"refused"}, "any": {"right", "refused", "part"}, "part": {"part"}}


@pytest.mark.skipif(not TABLE.is_file(), reason="the shared data is not here")
@pytest.mark.parametrize(("text", "start", "end", "understood", "beats"), [row[:5] for row in rows(TABLE)])
def test_a_row_is_read_as_it_says(text: str, start: str, end: str, understood: str, beats: str) -> None:
    assert outcome(read(text, CONTRACT), start, end, beats) in WANTED[understood]


@pytest.mark.parametrize("row", rows(OWN), ids=str)
def test_a_wording_is_read_as_it_says(row: list[str]) -> None:
    text, start, end, understood, beats, doubt = row
    lecture = read(text.replace("\\n", "\n"), CONTRACT)
    assert outcome(lecture, start, end, beats) in WANTED[understood]
    bounds = [bound for bound in (lecture.start, lecture.end) if bound is not None]
    possible = any(bound.portee is Portee.POSSIBLE for bound in bounds)
    assert understood != "yes" or possible == bool(doubt)
