"""The convention under the name that its plan gives it."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.schedule import Contract, read
from ctgkit.schedule.naming import names_of

CLS = Contract(date(2024, 1, 1), date(2028, 12, 31), None, names_of("contrat local de santé"))
CTG = Contract(date(2024, 1, 1), date(2028, 12, 31))


def span(text: str, contract: Contract) -> tuple[date, date] | None:
    """From the first day to the last that a phrase may mean, where it is understood."""
    lecture = read(text, contract)
    if not lecture.understood:
        return None
    (period,) = lecture.periods
    assert period.start is not None
    assert period.end is not None
    return period.start.premier, period.end.dernier


@pytest.mark.parametrize(
    "text",
    [
        "durée du CLS",
        "toute la durée du contrat",
        "tout au long du contrat local de santé",
        "Pendant toute la durée du Contrat Local de Santé 2024-2028",
        "sur la durée du CLS.",
    ],
)
def test_its_own_time_is_that_of_the_contract(text: str) -> None:
    assert span(text, CLS) == (date(2024, 1, 1), date(2028, 12, 31))


def test_its_years_and_its_end_too() -> None:
    assert span("1ère année du CLS", CLS) == (date(2024, 1, 1), date(2024, 12, 31))
    assert span("de 2025 à la fin du contrat", CLS) == (date(2025, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize("text", ["fin du contrat d'avenir", "durée du contrat de ville"])
def test_the_contract_of_someone_is_another(text: str) -> None:
    assert span(text, CLS) is None


def test_a_name_is_one_only_where_the_plan_says_so() -> None:
    assert span("fin du CLS", CTG) is None
    assert span("fin du CLS", CLS) is not None
