"""What is late, silent, blocked or without a pilot, to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ctgkit.followup.alerts import later
from tests.followup.plans import codes, journal, on

PILOT = "pilotes: [Le relais]"


@pytest.mark.parametrize(
    ("calendrier", "last"),
    [
        ("2025", "2025-12-31"),
        ("2024-2025", "2025-12-31"),
        ("2e trimestre 2025", "2025-06-30"),
        ("1er semestre 2025", "2025-06-30"),
        ("De janvier 2024 à février 2024", "2024-02-29"),
        ("Jusqu'au 15 mars 2025", "2025-03-15"),
        ("D'ici fin 2025", "2025-12-31"),
    ],
)
def test_the_last_day_is_not_late_and_the_next_one_is(calendrier: str, last: str) -> None:
    lines = (PILOT, f"calendrier: {calendrier}", *journal("2024-02-01 statut: en cours"))
    end = date.fromisoformat(last)
    assert "en-retard" not in codes(on(last, *lines))
    late = on(str(end + timedelta(days=1)), *lines).alertes[0]
    assert (late.code, late.jour, late.jours) == ("en-retard", end, 1)
    assert late.borne is not None
    assert late.borne.dernier == end


@pytest.mark.parametrize(
    ("calendrier", "last"),
    [
        ("À partir de 2025", "2025-12-31"),
        ("À partir du premier trimestre 2026", "2026-03-31"),
        ("À compter du 1er mars 2025", "2025-03-01"),
        ("2025-2026", "2025-12-31"),
        ("Tout au long de la CTG", "2024-01-01"),
    ],
)
@pytest.mark.parametrize("statut", [None, "à venir"])
def test_a_start_is_late_once_every_day_it_may_mean_has_passed(
    calendrier: str, last: str, statut: str | None
) -> None:
    entries = journal(f"2024-01-01 statut: {statut}") if statut else ()
    lines = (PILOT, f"calendrier: {calendrier}", *entries)
    start = date.fromisoformat(last)
    assert codes(on(last, *lines)) == []
    late = on(str(start + timedelta(days=1)), *lines).alertes
    assert [(one.code, one.jour, one.jours) for one in late] == [("demarrage-en-retard", start, 1)]


@pytest.mark.parametrize("calendrier", ["Tout au long de la CTG", "Durée de la convention", "Chaque année"])
def test_what_goes_on_as_long_as_the_convention_is_never_left_unfinished(calendrier: str) -> None:
    lines = (PILOT, f"calendrier: {calendrier}", *journal("2027-11-01 statut: en cours"))
    assert codes(on("2028-03-01", *lines)) == []


@pytest.mark.parametrize("after", ["Puis en continu", "En continu", "Ensuite, chaque année"])
def test_what_goes_on_after_a_first_date_has_no_end_to_be_late_for(after: str) -> None:
    lines = (
        PILOT,
        "calendrier:",
        "  - 2e semestre 2024",
        f"  - {after}",
        *journal("2026-01-01 statut: en cours"),
    )
    assert codes(on("2026-03-01", *lines)) == []
    # How often something is done within its dates takes their end from nothing.
    lines = (PILOT, "calendrier:", "  - 2e semestre 2024", "  - Chaque mercredi", *lines[4:])
    assert codes(on("2026-03-01", *lines)) == ["en-retard"]


@pytest.mark.parametrize("calendrier", ["À partir de 2024", "Pas avant 2024", "+ 2024"])
def test_an_open_end_is_never_late(calendrier: str) -> None:
    lines = (PILOT, f'calendrier: "{calendrier}"', *journal("2027-11-01 statut: en cours"))
    assert codes(on("2027-12-31", *lines)) == []


@pytest.mark.parametrize("calendrier", ["Pas avant le second semestre 2024", "+ 2024", "Jusqu'en 2027"])
def test_a_start_that_may_come_later_is_never_late(calendrier: str) -> None:
    assert codes(on("2027-12-31", PILOT, f'calendrier: "{calendrier}"')) == []


@pytest.mark.parametrize(
    "lines",
    [
        journal("2024-01-02 statut: en cours"),
        journal("2024-01-02 statut: en pause"),
        journal("2024-01-02 avancement: 5"),
        ("origine: engagée",),
        (
            "etapes:",
            "  - titre: Choisir",
            *(f"    {x}" for x in journal("2024-01-02 statut: en cours")),
            *journal("2024-01-01 statut: à venir"),
        ),
    ],
)
def test_whatever_says_that_it_began_keeps_a_start_from_being_late(lines: tuple[str, ...]) -> None:
    assert "demarrage-en-retard" not in codes(on("2024-12-31", "calendrier: janvier 2024", *lines))


@pytest.mark.parametrize("calendrier", ["Depuis 2024, à poursuivre", "Action menée DEPUIS janvier 2024"])
def test_a_calendar_that_says_since_says_that_it_began(calendrier: str) -> None:
    assert codes(on("2026-12-31", PILOT, f"calendrier: {calendrier}")) == []
    assert codes(
        on("2026-12-31", PILOT, f"calendrier: {calendrier}", *journal("2026-05-02 statut: à venir"))
    ) == ["demarrage-en-retard"]


@pytest.mark.parametrize("calendrier", ["2024 (à confirmer)", "2024 ?", "2024, sous réserve de financement"])
def test_nothing_is_late_of_a_date_in_doubt(calendrier: str) -> None:
    assert codes(on("2027-12-31", PILOT, f'calendrier: "{calendrier}"')) == []


@pytest.mark.parametrize("calendrier", ["2019-2022", "Échéance : 31 décembre 2023", "2022", "2031"])
def test_no_alert_is_drawn_from_a_date_outside_the_contract(calendrier: str) -> None:
    assert codes(on("2027-12-31", PILOT, f'calendrier: "{calendrier}"')) == []


@pytest.mark.parametrize(
    ("calendrier", "expected"),
    [
        ("Démarrage : septembre 2024", ["demarrage-en-retard"]),
        ("Échéance : 31/12/2025", ["en-retard"]),
        ("Pas de réalisation prévue en 2024", []),
        ("Abandonné en 2025", []),
        ("Premier café des parents en mars 2024, puis un par trimestre", ["demarrage-en-retard"]),
        ("2024 (en continu)", ["demarrage-en-retard"]),
        ("Sous réserve de l'appel à projets 2024", []),
        ("Rue du 8 mai 1945", []),
    ],
)
def test_an_alert_is_of_the_end_that_the_words_say(calendrier: str, expected: list[str]) -> None:
    assert codes(on("2026-06-30", PILOT, f'calendrier: "{calendrier}"')) == expected


def test_a_journal_that_says_to_come_belies_the_contract() -> None:
    lines = ("calendrier: À partir de 2024", "origine: engagée", *journal("2024-05-02 statut: à venir"))
    assert codes(on("2025-01-01", PILOT, *lines)) == ["demarrage-en-retard"]


@pytest.mark.parametrize("statut", ["réalisée", "abandonnée"])
def test_what_is_closed_raises_no_alert(statut: str) -> None:
    lines = ("calendrier: 2024", *journal(f"2024-05-02 statut: {statut}"))
    assert codes(on("2027-12-31", *lines)) == []


def test_several_phrases_are_late_with_the_last_of_them() -> None:
    phrases = ("calendrier:", "  - 2024 : lancement", "  - mars 2025 : bilan")
    lines = (PILOT, *phrases, *journal("2024-05-02 statut: en cours"))
    assert codes(on("2025-03-31", *lines)) == []
    assert codes(on("2025-04-01", *lines)) == ["en-retard"]


def test_several_phrases_start_with_the_first_of_them_wherever_it_is_written() -> None:
    lines = (PILOT, "calendrier:", "  - 2026 : bilan", "  - 2024 : lancement")
    assert codes(on("2024-12-31", *lines)) == []
    assert codes(on("2025-01-01", *lines)) == ["demarrage-en-retard"]


def test_nothing_is_late_of_a_calendar_that_is_not_understood() -> None:
    lines = (PILOT, "calendrier:", "  - 2024 : lancement", "  - puis en mars : bilan")
    fiche = on("2027-12-31", *lines)
    assert codes(fiche) == []
    assert (fiche.calendrier.compris, fiche.calendrier.debut, fiche.calendrier.fin) == (False, None, None)
    assert fiche.calendrier.textes == ("2024 : lancement", "puis en mars : bilan")
    assert [reason for _, reason in fiche.calendrier.non_compris] == ["sans_annee"]


@pytest.mark.parametrize(
    ("entry", "last"),
    [("2025-01-31", "2026-01-31"), ("2024-02-29", "2025-02-28"), ("2025-03-01", "2026-03-01")],
)
@pytest.mark.parametrize("statut", ["en cours", "en pause", "bloquée"])
def test_there_is_no_news_after_twelve_whole_months(entry: str, last: str, statut: str) -> None:
    lines = (PILOT, *journal(f"{entry} statut: {statut}"))
    end = date.fromisoformat(last)
    assert "sans-nouvelles" not in codes(on(last, *lines))
    silent = on(str(end + timedelta(days=1)), *lines).alertes[-1]
    assert (silent.code, silent.jour) == ("sans-nouvelles", date.fromisoformat(entry))
    assert silent.jours == (end - date.fromisoformat(entry)).days + 1


@pytest.mark.parametrize("statut", ["à venir", "réalisée", "abandonnée", None])
def test_no_news_is_expected_of_what_is_not_under_way(statut: str | None) -> None:
    lines = journal(f"2024-05-02 statut: {statut}") if statut else ()
    assert codes(on("2027-12-31", PILOT, *lines)) == []


def test_an_action_needs_a_pilot_and_a_commitment_does_not() -> None:
    assert codes(on("2024-05-02")) == ["sans-pilote"]
    assert codes(on("2024-05-02", "nature: engagement")) == []


def test_alerts_come_the_most_pressing_first() -> None:
    lines = ("calendrier: mars 2024", *journal("2024-05-02 statut: bloquée"))
    assert codes(on("2026-01-01", *lines)) == ["en-retard", "bloquee", "sans-nouvelles", "sans-pilote"]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 6, 30), -12, date(2025, 6, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 5, 1), 0, date(2026, 5, 1)),
        (date(1, 6, 1), -12, date.min),
        (date(9999, 6, 1), 12, date.max),
        (date(2026, 5, 1), -999_999, date.min),
    ],
)
def test_months_are_counted_back_and_forth(day: date, months: int, then: date) -> None:
    assert later(day, months) == then


@pytest.mark.parametrize(
    ("entry", "day", "late"),
    [
        ({"statut": "à l'étude"}, "2026-12-31", False),
        ({"statut": "à venir"}, "2026-12-31", True),
        ({"statut": "reportée", "echeance": "septembre 2027"}, "2026-12-31", False),
        ({"statut": "reportée", "echeance": "septembre 2027"}, "2027-09-30", False),
        ({"statut": "reportée", "echeance": "septembre 2027"}, "2027-10-01", True),
        ({"statut": "reportée", "echeance": "2027-06-15"}, "2027-06-15", False),
        ({"statut": "reportée", "echeance": "2027-06-15"}, "2027-06-16", True),
        # What is postponed to nobody knows when is not late.
        ({"statut": "reportée"}, "2026-12-31", False),
        ({"statut": "reportée", "echeance": "quand on pourra"}, "2026-12-31", False),
    ],
)
def test_what_is_not_decided_is_never_late_and_what_is_postponed_only_after_its_second_day(
    entry: dict[str, str], day: str, *, late: bool
) -> None:
    written = ", ".join(f"{key}: {value}" for key, value in entry.items())
    lines = (PILOT, "calendrier: fin 2025", "suivi:", f"  - {{date: 2025-03-01, {written}}}")
    assert bool({"en-retard", "demarrage-en-retard"} & set(codes(on(day, *lines)))) == late
