"""Amounts, as documents write them (FORMAT.md, « Amounts »)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.montant import lire_montant
from ctgkit.vocabulary.argent import Taxes


@pytest.mark.parametrize(
    ("typed", "euros", "taxes", "yearly"),
    [
        ("60000", "60000", None, False),
        ("60 000 €", "60000", None, False),
        ("60\u202f000\u00a0€", "60000", None, False),
        ("12 500,50 €", "12500.5", None, False),
        ("18 150 € TTC", "18150", Taxes.COMPRISES, False),
        ("18 150 € (T.T.C.)", "18150", Taxes.COMPRISES, False),
        ("18 150 € hors taxes", "18150", Taxes.HORS, False),
        ("60 k€", "60000", None, False),
        ("1,2 M€", "1200000", None, False),
        ("50 000 € / an", "50000", None, True),
        ("50 000 euros par an", "50000", None, True),
        ("50 000 €/an TTC", "50000", Taxes.COMPRISES, True),
        ("50 000 € HT / an", "50000", Taxes.HORS, True),
        ("-300", "-300", None, False),
    ],
)
def test_an_amount_is_read_as_documents_write_it(
    typed: str, euros: str, taxes: Taxes | None, *, yearly: bool
) -> None:
    found = lire_montant(typed)
    assert (found.texte, found.valeur, found.taxes) == (typed, Decimal(euros), taxes)
    assert (found.par_an, found.au_moins) == (yearly, False)


@pytest.mark.parametrize(
    ("typed", "least"),
    [
        ("50 000 à 60 000 €", "50000"),
        ("entre 50 et 60 k€", "50000"),
        ("de 5 000 € à 6 000 €", "5000"),
        ("au moins 3 000 €", "3000"),
    ],
)
def test_a_range_counts_for_the_least_of_it(typed: str, least: str) -> None:
    found = lire_montant(typed)
    assert (found.valeur, found.au_moins) == (Decimal(least), True)


@pytest.mark.parametrize(
    "typed",
    [
        "à définir",
        "Sur fonds propres",
        "50 000 € / an / poste",
        "300 € par session",
        "15 € de l'heure",
        "60 000 € en 2025 et 10 000 € en 2026",
        "50 % du coût",
        "environ 5 000 €",
        "jusqu'à 5 000 €",
        "50 à 60 000 €",
    ],
)
def test_words_a_price_and_two_amounts_are_printed_and_not_figured(typed: str) -> None:
    found = lire_montant(typed)
    assert (found.valeur, found.ecrit()) == (None, typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("60OOO", "12.500", "1 5 000", "12 500,5,3", "60 000 $", "60 000 € ?", "0,5 ETP"),
        *("60 000 € en 2025", "200 000 € sur 4 ans", "50 000 € / an × 4", "9" * 30),
        *("60 000 à 50 000 €", "60 000 € HTC"),
    ],
)
def test_a_digit_that_is_not_understood_is_a_mistake(typed: str) -> None:
    with pytest.raises(Unreadable) as raised:
        lire_montant(typed)
    assert raised.value.kind == "montant_illisible"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("60 000 €", "60000", True),
        ("60 k€", "60 000 €", True),
        ("60 000 € / an", "60 000 euros par an", True),
        ("60 000 € / an", "60 000 €", False),
        ("60 000 € TTC", "60 000 €", False),
        ("60 000 € TTC", "60 000 € HT", False),
        ("12 500", "12 500", True),
    ],
)
def test_amounts_are_compared_by_value_taxes_and_unit_of_time(one: str, other: str, *, same: bool) -> None:
    assert (lire_montant(one).compare() == lire_montant(other).compare()) == same


@pytest.mark.parametrize("typed", ["18 150 € TTC", "60 k€", "50 000 € HT / an", "à définir", "5 à 6 k€"])
def test_what_is_compared_is_read_again_as_the_same_amount(typed: str) -> None:
    found = lire_montant(typed)
    assert lire_montant(found.compare())[1:] == found[1:]


def test_an_amount_of_thirty_digits_is_no_amount() -> None:
    with pytest.raises(Unreadable):
        lire_montant("123456789012345678901234567890")
