"""Where an indicator stands, or why it cannot be told; the shares are computed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ctgkit.followup import IndicateurState
from ctgkit.vocabulary.indicateur import Empechement
from tests.followup.plans import on


def shown(day: str, *lines: str) -> IndicateurState:
    """The one indicator of a fiche, with these lines, on a day."""
    (found,) = on(day, "indicateurs:", "  - nom: Places", *(f"    {line}" for line in lines)).indicateurs
    return found


UP = (
    "unite: places",
    "reference: {date: 2024-01-01, valeur: 20}",
    "cible: {date: 2027-12-31, valeur: 60}",
    "mesures:",
    "  - {date: 2025-12-31, valeur: 50}",
    "  - {date: 2024-12-31, valeur: 30}",
    "  - {date: 2026-12-31, valeur: 70}",
)


@pytest.mark.parametrize(
    ("day", "mesure", "part", "ecart", "atteinte"),
    [
        ("2024-12-31", 30, "0.25", 30, "non"),
        ("2025-12-30", 30, "0.25", 30, "non"),
        ("2025-12-31", 50, "0.75", 10, "non"),
        ("2026-12-31", 70, "1.25", -10, "oui"),
    ],
)
def test_the_last_measure_up_to_the_day_counts(
    day: str, mesure: int, part: str, ecart: int, atteinte: str
) -> None:
    one = shown(day, *UP)
    assert (one.mesure, one.part, one.ecart) == (Decimal(mesure), Decimal(part), Decimal(ecart))
    assert (one.atteinte, one.tendance, one.favorable, one.sens) == (
        atteinte == "oui",
        "hausse",
        True,
        "hausse",
    )


def test_a_target_below_the_reference_wants_a_fall() -> None:
    # From 21 days down to 7: 12 is 9 of the 14 days on the way, 64.29 %.
    one = shown(
        "2026-12-31",
        "reference: {date: 2024-01-01, valeur: 21}",
        "cible: {date: 2027-12-31, valeur: 7}",
        'mesures: [{date: 2024-12-31, valeur: "10,5"}, {date: 2025-12-31, valeur: 12}]',
    )
    assert (one.sens, one.part, one.ecart, one.atteinte) == ("baisse", Decimal("0.6429"), Decimal(-5), False)
    assert (one.tendance, one.favorable) == ("hausse", False)


@pytest.mark.parametrize(
    ("value", "part", "trend"),
    [("12", "-0.2", ("baisse", False)), ("20", "0", ("stable", None)), ("60", "1", ("hausse", True))],
)
def test_a_single_measure_is_compared_with_the_reference(
    value: str, part: str, trend: tuple[str, bool | None]
) -> None:
    one = shown("2026-12-31", *UP[:3], "mesures:", f"  - {{date: 2025-01-01, valeur: {value}}}")
    assert (one.part, (one.tendance, one.favorable)) == (Decimal(part), trend)


def test_a_measure_of_the_day_of_the_reference_shows_no_trend() -> None:
    one = shown("2026-12-31", *UP[:3], "mesures:", "  - {date: 2024-01-01, valeur: 25}")
    assert (one.part, one.tendance) == (Decimal("0.125"), None)


REFERENCE = "reference: {date: 2024-01-01, valeur: 20}"
TARGET = "cible: {date: 2027-12-31, valeur: 60}"
MEASURE = "mesures: [{date: 2025-12-31, valeur: 50}]"


@pytest.mark.parametrize(
    ("lines", "untold", "reached"),
    [
        ((REFERENCE, TARGET), "sans-mesure", None),
        ((REFERENCE, MEASURE), "sans-cible", None),
        ((TARGET, MEASURE), "sans-reference", None),
        ((TARGET, MEASURE, "sens: baisse"), "sans-reference", "oui"),
        ((TARGET, MEASURE, "sens: hausse"), "sans-reference", "non"),
        ((REFERENCE.replace("valeur: 20", "valeur: 60"), TARGET, MEASURE), "sur-place", None),
        ((REFERENCE, TARGET, MEASURE, "sens: baisse"), "sens-contraire", "oui"),
        ((REFERENCE, TARGET, "mesures: [{date: 2025-12-31, valeur: Bien}]"), "qualitatif", None),
        ((REFERENCE.replace("valeur: 20", "valeur: Bien"), TARGET, MEASURE), "qualitatif", None),
        (
            ("cible: {date: 2027-12-31, valeur: Bien}", "mesures: [{date: 2025-12-31, valeur: Bien}]"),
            "qualitatif",
            "oui",
        ),
    ],
)
def test_what_cannot_be_told_says_why(lines: tuple[str, ...], untold: str, reached: str | None) -> None:
    one = shown("2026-12-31", *lines)
    assert (one.empechement, one.part, one.atteinte) == (untold, None, reached and reached == "oui")


def test_a_measure_of_the_future_is_no_measure() -> None:
    one = shown("2024-12-30", *UP)
    assert (one.empechement, one.mesure, one.mesures, one.tendance) == ("sans-mesure", None, 0, None)


def test_an_indicator_that_is_only_a_name_cannot_be_followed() -> None:
    assert on("2025-01-01", "indicateurs: [Nombre de places]").indicateurs == ()


def test_the_longest_numbers_that_are_read_are_taken() -> None:
    one = shown("2026-12-31", *UP[:3], "mesures:", f"  - {{date: 2025-01-01, valeur: {'9' * 18}}}")
    assert one.part is not None
    assert one.part > 10**16
    assert one.atteinte is True


def test_a_row_of_digits_that_no_amount_has_is_words() -> None:
    one = shown("2026-12-31", *UP[:3], "mesures:", f"  - {{date: 2025-01-01, valeur: {'9' * 3000}}}")
    assert (one.mesure, one.part, one.empechement) == ("9" * 3000, None, Empechement.QUALITATIF)
