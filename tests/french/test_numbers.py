"""Numbers and amounts, with a comma, thousands apart and a unit that stays with them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ctgkit.french.numbers import amount, decimal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("0.25", "0,25"),
        ("12500.5", "12\u202f500,5"),
        ("-3", "-3"),
        ("1234567", "1\u202f234\u202f567"),
        ("1E+3", "1\u202f000"),
        ("10.00", "10,00"),
    ],
)
def test_a_number_has_a_comma_and_its_thousands_apart(value: str, text: str) -> None:
    assert decimal(Decimal(value)) == text


def test_a_unit_stays_with_its_number() -> None:
    assert decimal(Decimal(12500), "places") == "12\u202f500\u00a0places"
    assert decimal(Decimal(0), "") == "0"


def test_a_unit_agrees_with_its_number() -> None:
    assert decimal(Decimal(0), "places") == "0\u00a0place"
    assert decimal(Decimal("1.5"), "jours ouvrés") == "1,5\u00a0jour ouvré"


def test_a_qualitative_value_is_kept_as_it_is() -> None:
    assert decimal("en hausse, 1000.5") == "en hausse, 1000.5"


@pytest.mark.parametrize(
    ("euros", "text"),
    [
        ("12500", "12\u202f500\u00a0€"),
        ("12500.5", "12\u202f500,50\u00a0€"),
        ("0.01", "0,01\u00a0€"),
        ("-1", "-1\u00a0€"),
        ("12500.00", "12\u202f500\u00a0€"),
        ("1E+3", "1\u202f000\u00a0€"),
    ],
)
def test_an_amount_has_cents_only_where_there_are_some(euros: str, text: str) -> None:
    assert amount(Decimal(euros)) == text
