"""Where charts draw what their blocks say; expected places are worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.outputs.html.charts import Stretch, axis, bar, curve, place, stretches
from ctgkit.page.blocks import Bar, Curve, Mark, Part, Span, Timeline, TimelineRow


def test_the_parts_of_a_bar_follow_each_other_and_leave_its_rest() -> None:
    parts = (Part(1, "faite", ""), Part(0, "pause", ""), Part(2, "encours", ""))
    assert list(bar(Bar(parts, 8, ""))) == [
        Stretch("0%", "12.5%", "12.5%", "faite"),
        Stretch("12.5%", "25%", "37.5%", "encours"),
    ]


def test_a_third_is_rounded() -> None:
    assert next(bar(Bar((Part(1, "faite", ""),), 3, ""))).width == "33.33%"


def measured(*values: tuple[int, float], target: tuple[int, float] | None = None) -> Curve:
    """A curve over the days of January 2024 that are given with their values."""
    marks = [Mark(date(2024, 1, day), value, str(value)) for day, value in values]
    aim = Mark(date(2024, 1, target[0]), target[1], str(target[1])) if target else None
    every = [*marks, *([aim] if aim else [])]
    numbers = [one.value for one in every]
    return Curve(
        marks[0] if marks else None,
        tuple(marks[1:]),
        aim,
        min(one.day for one in every),
        max(one.day for one in every),
        min(numbers),
        max(numbers),
        "",
    )


def test_marks_go_from_the_lowest_left_to_the_highest_right() -> None:
    drawn = curve(measured((1, 10), (11, 15), target=(21, 20)))
    assert drawn.reference is not None
    assert drawn.target is not None
    assert (drawn.reference.x, drawn.reference.y) == (22, 118)
    assert [(one.x, one.y) for one in drawn.measures] == [(160, 72)]
    assert (drawn.target.x, drawn.target.y) == (298, 26)
    assert drawn.trace == "22,118 160,72"
    assert drawn.last_words


def test_words_stand_below_the_marks_that_have_no_room_above() -> None:
    drawn = curve(measured((1, 10), target=(21, 20)))
    assert drawn.reference is not None
    assert drawn.target is not None
    assert drawn.reference.words_y == 109
    assert drawn.target.words_y == 44
    assert (drawn.trace, drawn.anchor) == ("", "start")


def test_a_flat_curve_stands_in_the_middle() -> None:
    block = measured((1, 5), (21, 5))
    assert {place(one, block).y for one in block.measures} == {72}


def test_the_words_of_a_last_mark_above_the_target_are_left_out() -> None:
    assert not curve(measured((1, 10), (21, 15), target=(21, 20))).last_words
    assert curve(measured(target=(21, 20))).last is None


YEARS = Timeline(
    "", date(2023, 7, 1), date(2025, 6, 30), (), date(2024, 7, 1), (date(2023, 7, 1), date(2026, 1, 1))
)


def test_the_axis_has_years_meetings_and_today() -> None:
    drawn = axis(YEARS)
    # 731 days; 1 January is the 185th, 1 July 2024 the 367th.
    assert [(one.day, one.x) for one in drawn.years] == [
        (date(2023, 7, 1), "0%"),
        (date(2024, 1, 1), "25.17%"),
        (date(2025, 1, 1), "75.24%"),
    ]
    assert [one.day for one in drawn.meetings] == [date(2023, 7, 1)]
    assert drawn.today is not None
    assert drawn.today.x == "50.07%"
    assert axis(YEARS._replace(today=date(2026, 1, 1))).today is None


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(date(2023, 7, 1), date(2025, 6, 30), "faite"), [Stretch("0%", "100%", "100%", "faite")]),
        (
            Span(date(2020, 1, 1), date(2030, 1, 1), "faite"),
            [Stretch("0%", "100%", "100%", "faite", goes_on=True)],
        ),
        (
            Span(date(2024, 7, 1), date(2024, 7, 1), "faite", open_end=True),
            [Stretch("50.07%", "0.14%", "50.21%", "faite", goes_on=True)],
        ),
        (Span(date(2022, 7, 1), date(2023, 6, 30), "faite"), []),
    ],
)
def test_a_stretch_is_drawn_as_far_as_it_is_on_the_timeline(span: Span, expected: list[Stretch]) -> None:
    assert list(stretches(TimelineRow((), "", (span,), ""), YEARS)) == expected
