"""Dates in words: the first of a month is an ordinal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ctgkit.french.dates import long_date, period


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 3, 1), "1er mars 2024"),
        (date(2024, 1, 1), "1er janvier 2024"),
        (date(2024, 3, 2), "2 mars 2024"),
        (date(2024, 2, 29), "29 février 2024"),
        (date(2024, 8, 11), "11 août 2024"),
        (date(2023, 12, 31), "31 décembre 2023"),
    ],
)
def test_a_date_is_written_in_words_that_do_not_part(day: date, text: str) -> None:
    assert long_date(day) == text.replace(" ", "\u00a0")


def test_only_the_first_of_a_month_is_an_ordinal() -> None:
    days = [date(2024, 1, 1) + timedelta(days) for days in range(366)]
    assert {day.day for day in days if long_date(day).startswith(f"{day.day}er\u00a0")} == {1}


def test_each_month_has_its_name() -> None:
    names = [long_date(date(2024, month, 2)).split("\u00a0")[1] for month in range(1, 13)]
    assert " ".join(names) == (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    )


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2021, 1, 1), date(2024, 12, 31), "2021-2024"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2023, 3, 1), date(2027, 2, 28), "du 1er\u00a0mars\u00a02023 au 28\u00a0février\u00a02027"),
        (date(2023, 1, 1), date(2023, 12, 30), "du 1er\u00a0janvier\u00a02023 au 30\u00a0décembre\u00a02023"),
    ],
)
def test_a_period_is_years_where_it_is_whole_years(start: date, end: date, text: str) -> None:
    assert period(start, end) == text
