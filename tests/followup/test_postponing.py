"""What is put off, what goes on, and what counts as news."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.followup.calendars import calendar_of
from ctgkit.followup.postponing import told
from tests.followup.plans import codes, journal, on
from tests.plan.reading.plans import plan, with_lines

PILOT = "pilotes: Le relais"
PUT_OFF = journal("2025-03-01 statut: reportée | echeance: septembre 2027")


@pytest.mark.parametrize(
    ("echeance", "planned", "words"),
    [
        ("septembre 2027", ("Fin 2026",), "prévu fin 2026, reporté à septembre 2027"),
        ("2027-09-30", ("T2 2026",), "prévu T2 2026, reporté au 30 septembre 2027"),
        ("quand la salle sera libre", (), "reporté (quand la salle sera libre)"),
        ("fin 2027", ("2025", "Puis 2026"), "prévu 2025 ; puis 2026, reporté à fin 2027"),
    ],
)
def test_it_is_told_with_what_was_planned(echeance: str, planned: tuple[str, ...], words: str) -> None:
    assert told(echeance, planned).replace("\u00a0", " ") == words


def test_what_is_put_off_is_late_and_silent_only_after_the_second_day() -> None:
    lines = (PILOT, "calendrier: Fin 2026", *PUT_OFF)
    assert codes(on("2027-01-15", *lines)) == []
    assert codes(on("2027-09-30", *lines)) == []
    assert codes(on("2027-10-01", *lines)) == ["en-retard", "sans-nouvelles"]


def test_what_is_put_off_to_nobody_knows_when_still_awaits_news() -> None:
    lines = (PILOT, "calendrier: Fin 2026", *journal("2025-03-01 statut: reportée"))
    assert codes(on("2027-01-15", *lines)) == ["sans-nouvelles"]


def test_what_is_not_decided_is_never_late() -> None:
    lines = (PILOT, "calendrier: 2024", *journal("2026-12-01 statut: à l'étude"))
    assert codes(on("2027-01-15", *lines)) == []


@pytest.mark.parametrize("calendrier", ["Tout au long de la CTG", "Durée de la convention", "Chaque année"])
def test_what_goes_on_is_never_late(calendrier: str) -> None:
    lines = (PILOT, f"calendrier: {calendrier}", *journal("2027-12-01 statut: en cours"))
    assert on("2028-02-01", *lines).calendrier.en_continu
    assert "en-retard" not in codes(on("2028-02-01", *lines))


def test_charts_show_to_when_it_is_put_off() -> None:
    calendar = calendar_of(plan(with_lines(PILOT, "calendrier: Fin 2026", *PUT_OFF)), date(2027, 1, 15))
    days = [(one.premier, one.dernier) for one in calendar.fiches[0].periodes]
    assert days == [
        (date(2026, 9, 1), date(2026, 12, 31)),
        (date(2027, 9, 1), date(2027, 9, 30)),
    ]


def test_a_day_to_which_it_is_put_off_is_that_day_alone() -> None:
    put_off = journal("2025-03-01 statut: reportée | echeance: 2027-09-30")
    calendar = calendar_of(plan(with_lines(PILOT, *put_off)), date(2027, 1, 15))
    (period,) = calendar.fiches[0].periodes
    assert (period.premier, period.dernier) == (date(2027, 9, 30), date(2027, 9, 30))


def test_a_bilan_is_news_and_so_is_money_that_is_spent_without_a_day() -> None:
    bilan = on("2026-03-01", PILOT, "bilan:", "  - {date: 2025-12-31, resultats: Fait}", since="2025-06-01")
    assert (bilan.derniere, bilan.dite) == (date(2025, 12, 31), True)
    assert bilan.evolution is not None
    assert [one.resultats for one in bilan.evolution.bilans] == [("Fait",)]
    money = on("2026-03-01", PILOT, "financements:", "  - {financeur: Caf, montant: 1000, etat: versé}")
    assert (money.derniere, money.dite) == (None, True)
    assert not on("2026-03-01", PILOT, "financements:", "  - {financeur: Caf, montant: 1000}").dite


def test_a_bilan_of_later_is_not_counted() -> None:
    later = on("2025-03-01", PILOT, "bilan:", "  - {date: 2025-12-31, resultats: Fait}")
    assert (later.bilan, later.derniere) == (None, None)
