"""Agreement in number, as French has it: singular below two."""

from __future__ import annotations

import pytest

from ctgkit.french.agreement import count, number, plural


@pytest.mark.parametrize(
    ("many", "word"),
    [(-2, "fiches"), (-1, "fiche"), (0, "fiche"), (1, "fiche"), (2, "fiches"), (21, "fiches")],
)
def test_the_plural_starts_at_two(many: int, word: str) -> None:
    assert plural(many, "fiche") == word


def test_an_irregular_plural_is_given() -> None:
    assert plural(1, "travail", "travaux") == "travail"
    assert plural(2, "travail", "travaux") == "travaux"


@pytest.mark.parametrize(
    ("many", "text"),
    [
        (0, "0 fiche"),
        (1, "1 fiche"),
        (22, "22 fiches"),
        (12_500, "12\u202f500 fiches"),
        (1_000_000, "1\u202f000\u202f000 fiches"),
    ],
)
def test_a_count_is_a_number_and_its_noun(many: int, text: str) -> None:
    assert count(many, "fiche") == text


@pytest.mark.parametrize(
    ("many", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1\u202f000"),
        (-1234, "-1\u202f234"),
        (123_456_789, "123\u202f456\u202f789"),
    ],
)
def test_thousands_are_apart(many: int, text: str) -> None:
    assert number(many) == text
