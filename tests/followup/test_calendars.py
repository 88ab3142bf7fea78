"""When each fiche is, as it was read in the plans by a person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.app.files.given import read_one
from ctgkit.followup.calendars import (
    FicheCalendar,
    OutsideYearError,
    PlanCalendar,
    UnknownPilotError,
    calendar_of,
    presence,
    rows_of,
)
from ctgkit.followup.view import Periode
from ctgkit.schedule import Bound
from ctgkit.vocabulary.calendrier import Portee, Precision
from tests.conftest import PLANS, ROOT
from tests.followup.plans import built

DAY = date(2026, 6, 30)
EXEMPLE = ROOT / "docs" / "exemple" / "plan.yaml"

#: Address → first and last day, whether start and end are said, and the words of what comes back.
FIER_ET_USSES = {
    "1.1.1": [("2023-01-01", "2028-12-31", True, False, "")],
    "1.2.1": [("2024-01-01", "2024-12-31", True, True, "")],
    "1.3.3": [("2023-01-01", "2028-12-31", True, True, "")],
    "1.3.5": [("2024-01-01", "2028-12-31", True, False, "un café par saison")],
    "2.1.2": [("2025-01-01", "2026-12-31", True, True, "")],
    "2.2.2": [("2025-01-01", "2025-12-31", True, True, "")],
    "2.3.3": [("2026-01-01", "2028-12-31", True, False, "")],
    "2.3.4": [("2024-01-01", "2028-12-31", True, False, "2 demi-journées par semestre + chaque année")],
    "3.1.2": [("2024-01-01", "2024-12-31", True, True, "")],
    "3.2.2": [("2024-01-01", "2025-12-31", True, True, "une fois par an")],
    # The plan does not say when it was signed: some day of the contract.
    "4.1.1": [("2023-01-01", "2028-12-31", True, False, "")],
}
VIE_ET_BOULOGNE = {
    "petite-enfance/1.1": [("2021-01-01", "2024-12-31", True, False, "")],
    "1.3": [("2022-01-01", "2024-12-31", True, False, "")],
    "3.2": [("2023-01-01", "2024-12-31", True, False, "")],
    "enfance": [("2021-07-01", "2021-12-31", True, True, "")],
    "jeunesse": [("2021-07-01", "2021-12-31", True, True, "")],
    "parentalite/2.2": [("2021-01-01", "2024-12-31", True, False, "")],
    "acces-aux-services/2.1": [("2022-01-01", "2024-12-31", True, False, "")],
    "acces-aux-services/3.1": [("2022-01-01", "2024-12-31", True, False, "")],
    "acces-aux-droits": [("2021-07-01", "2024-12-31", True, False, "")],
    "coordination": [
        ("2022-01-01", "2024-12-31", True, False, ""),
        ("2023-01-01", "2024-12-31", True, False, ""),
    ],
}
VALLEE_IMAGINAIRE = {
    "1.1.1": [("2023-01-01", "2026-12-31", False, True, "")],
    "1.1.2": [("2023-06-29", "2024-12-31", True, True, "")],
    "1.1.3": [("2024-01-01", "2027-12-31", True, False, "")],
    "1.2.2": [("2027-01-01", "2027-12-31", True, True, "")],
    "2.1.1": [("2024-08-15", "2027-12-31", True, False, "")],
    "2.1.2": [("2025-01-01", "2027-12-31", True, False, "une semaine par an")],
    "2.1.3": [("2026-07-01", "2027-12-31", True, False, "")],
    "2.2.1": [("2024-01-01", "2026-12-31", True, True, "")],
    "3.1.1": [("2026-01-01", "2027-12-31", True, False, "à chaque période de vacances scolaires")],
    "4.1": [("2024-01-01", "2025-12-31", True, True, "")],
    "4.3": [("2024-09-01", "2025-07-05", True, True, "")],
    "4.4": [
        ("2023-01-01", "2027-12-31", True, True, ""),
        ("None", "None", False, False, "Une réunion du comité technique par trimestre"),
    ],
}
PLANS_READ = {
    PLANS / "fier-et-usses.yaml": FIER_ET_USSES,
    PLANS / "vie-et-boulogne.yaml": VIE_ET_BOULOGNE,
    EXEMPLE: VALLEE_IMAGINAIRE,
}


def view_of(path: Any, **asked: Any) -> PlanCalendar:
    plan = read_one(str(path)).plan
    assert plan is not None
    return calendar_of(plan, DAY, **asked)


def read(row: FicheCalendar) -> list[tuple[str, str, bool, bool, str]]:
    """The periods of a fiche, as the tables have them."""
    return [
        (
            str(one.premier),
            str(one.dernier),
            one.debut is not None,
            one.fin is not None,
            " + ".join(beat.texte for beat in one.retours),
        )
        for phrase in row.phrases
        for one in phrase.periodes
    ]


@pytest.mark.parametrize("path", PLANS_READ, ids=lambda path: path.stem)
def test_a_fiche_is_when_its_document_says(path: Any) -> None:
    found = {fiche.adresse: read(fiche) for fiche in view_of(path).fiches}
    expected = PLANS_READ[path]
    assert len(expected) >= 10
    assert {adresse: found[adresse] for adresse in expected} == expected


def test_steps_days_and_what_settles_a_phrase_are_there() -> None:
    view = view_of(EXEMPLE)
    first = view.fiches[0]
    assert [(one.statut, str(one.phrases[0].periodes[0].dernier)) for one in first.etapes] == [
        ("réalisée", "2023-12-31"),
        ("réalisée", "2025-07-31"),
        ("en cours", "2026-10-31"),
        ("à venir", "2026-11-30"),
    ]
    assert {fiche.adresse for fiche in view.fiches if any(one.fixee for one in fiche.phrases)} == {"4.3"}
    assert [(one.sorte, str(one.date), one.numero) for one in view.jalons] == [
        ("copil", "2024-06-20", None),
        ("copil", "2025-06-19", None),
        ("avenant", "2025-10-09", "1"),
        ("copil", "2026-09-24", None),
    ]


def test_what_is_not_understood_stays_and_says_so() -> None:
    view = calendar_of(built({"calendrier": ["2025 : lancement", "vers 2026"]}, {}), DAY, year=2024)
    assert [fiche.adresse for fiche in view.fiches] == ["1.1", "1.2"]
    assert [phrase.non_compris for phrase in view.fiches[0].phrases] == [(), (("vers 2026", "ambigu"),)]


# What is asked for


def test_a_year_leaves_out_what_has_no_day_in_it() -> None:
    view = view_of(EXEMPLE, year=2023)
    assert [fiche.adresse for fiche in view.fiches] == ["1.1.1", "1.1.2", "1.2.1", "4.4"]
    assert [etape.titre for etape in view.fiches[0].etapes] == ["Étudier les besoins et choisir le terrain"]
    assert (view.non_demandees, view.jalons) == (11, ())


@pytest.mark.parametrize("year", [2022, 2028])
def test_a_year_is_one_of_the_contract(year: int) -> None:
    with pytest.raises(OutsideYearError) as caught:
        view_of(EXEMPLE, year=year)
    assert (caught.value.first, caught.value.last) == (2023, 2027)


def test_a_pilot_is_found_under_each_spelling_and_keeps_only_their_steps() -> None:
    for spelling in ("RPE", "rpe", "Relais petite enfance de la Vallée Imaginaire", "relais  PETITE enfance"):
        view = view_of(EXEMPLE, pilote=spelling)
        assert view.pilote == "Relais petite enfance de la Vallée Imaginaire"
        assert [fiche.adresse for fiche in view.fiches] == ["1.1.2", "1.1.3", "1.2.1"]
    commune = view_of(EXEMPLE, pilote="Commune de Pont-Inventé")
    assert [(fiche.adresse, [one.titre for one in fiche.etapes]) for fiche in commune.fiches] == [
        ("1.1.1", ["Concevoir le bâtiment et obtenir le permis de construire", "Construire et équiper"])
    ]


def test_somebody_who_carries_nothing_is_no_pilot() -> None:
    with pytest.raises(UnknownPilotError) as caught:
        view_of(EXEMPLE, pilote="Mission locale")  # a partner that `acteurs` knows
    assert "Commune de Pont-Inventé" in caught.value.names
    assert "RPE" in caught.value.spellings


# Names that stay


def ids(*actions: dict[str, Any]) -> list[str]:
    view = calendar_of(built(*actions), DAY)
    rows = [row for fiche in view.fiches for row in rows_of(fiche)]
    return [one.id for row in rows for phrase in row.phrases for one in phrase.periodes]


def test_a_new_number_or_place_changes_no_name() -> None:
    one, two = {"titre": "Un", "calendrier": "2024 ; 2026"}, {"titre": "Deux", "calendrier": "2025"}
    before = ids(one, two)
    after = ids({"titre": "Zéro", "calendrier": "2024"}, {**two, "numero": "9.9"}, {**one, "numero": "8"})
    assert len(set(after)) == 4
    assert after[1:] == [before[2], before[0], before[1]]


def test_a_step_keeps_its_name_wherever_it_stands_and_with_an_id_whatever_it_says() -> None:
    study = {"titre": "Étudier les besoins", "calendrier": "2024"}
    build = {"titre": "Construire la crèche", "calendrier": "2025", "id": "chantier"}
    before = ids({"titre": "Un", "etapes": [study, build]})
    after = ids({"titre": "Un", "etapes": [{**build, "titre": "Bâtir"}, {"titre": "Fêter"}, study]})
    assert after == [before[1], before[0]]


def test_no_two_periods_share_a_name() -> None:
    same = {"titre": "Un", "calendrier": ["2024", "2024"], "etapes": [{"titre": "Un", "calendrier": "2024"}]}
    names = ids(same, same)
    assert len(names) == len(set(names)) == 6
    for path in PLANS_READ:
        view = view_of(path)
        found = [
            one.id
            for fiche in view.fiches
            for row in rows_of(fiche)
            for phrase in row.phrases
            for one in phrase.periodes
        ]
        assert len(found) == len(set(found)) >= 22


# What is known of some days

_FIRST = date(2025, 1, 1)
_LENGTH = 9
_FAR = 30


def _bounds(sense: Portee) -> st.SearchStrategy[tuple[int, int, Portee] | None]:
    days = st.integers(0, _LENGTH)
    pairs = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
    return st.none() | st.tuples(pairs, st.sampled_from([Portee.EXACT, sense])).map(
        lambda one: (*one[0], one[1])
    )


def _bound(one: tuple[int, int, Portee] | None) -> Bound | None:
    if one is None:
        return None
    first, last, sense = one
    return Bound(_FIRST + timedelta(first), _FIRST + timedelta(last), Precision.JOUR, sense)


def _possible(one: tuple[int, int, Portee]) -> range:
    """Every day that a bound may be, far enough on its loose side."""
    first, last, sense = one
    return range(
        -_FAR if sense is Portee.AU_PLUS_TARD else first, (_FAR if sense is Portee.AU_PLUS_TOT else last) + 1
    )


@given(_bounds(Portee.AU_PLUS_TOT), _bounds(Portee.AU_PLUS_TARD), st.integers(-2, 11), st.integers(0, 4))
def test_presence_is_what_every_reading_of_the_words_says(
    start: tuple[int, int, Portee] | None, end: tuple[int, int, Portee] | None, first: int, length: int
) -> None:
    last = first + length
    one = Periode("", "", _bound(start), _bound(end), None, None, (), convention=False)
    found = presence(one, _FIRST + timedelta(first), _FIRST + timedelta(last))
    if start is not None and end is not None:
        readings = [(s, e) for s in _possible(start) for e in _possible(end) if s <= e]
        there = {s <= last and e >= first for s, e in readings}
        if readings:
            assert found == ("possible" if len(there) == 2 else "sure" if True in there else None)
    elif start is None and end is None:
        assert found == "open"
    else:
        # Where one side is open, only the other one can be told: is it here, already past, or to come?
        days = _possible(start or end or (0, 0, Portee.EXACT))
        turns = {"here" if first <= day <= last else "before" if day < first else "after" for day in days}
        absent, opened = ("after", "before") if start is not None else ("before", "after")
        expected = {absent: None, opened: "open", "here": "sure"}
        assert found == ("possible" if len(turns) > 1 else expected[turns.pop()])
