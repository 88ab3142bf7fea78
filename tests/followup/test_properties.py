"""Whatever the journals: a day's state depends on what is dated up to it, and on nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ctgkit.followup import state_of
from ctgkit.vocabulary.statut import Statut
from tests.followup.plans import built

FIRST = date(2024, 1, 1)
_DAYS = st.dates(date(2023, 6, 1), date(2028, 6, 30))
_PHRASES = st.sampled_from(["2024", "2024-2025", "À partir de 2025", "D'ici fin 2026", "T2 2025", "un jour"])


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    entry: dict[str, Any] = {"date": draw(_DAYS)}
    entry["statut"] = draw(st.none() | st.sampled_from(Statut))
    entry["avancement"] = draw(st.none() | st.integers(0, 100))
    entry["note"] = draw(
        st.sampled_from(["a", "b"] if entry["statut"] is entry["avancement"] is None else [None, "a"])
    )
    return entry


_JOURNALS = st.lists(entries(), max_size=6)
_VALUES = st.integers(-50, 50).map(str) | st.just("assez bien")
_MEASURES = st.lists(st.fixed_dictionaries({"date": _DAYS, "valeur": _VALUES}), max_size=4)
_INDICATORS = st.fixed_dictionaries({"nom": st.just("n"), "unite": st.just("u"), "mesures": _MEASURES})
_STEPS = st.fixed_dictionaries({"titre": st.sampled_from(["x", "y"]), "suivi": _JOURNALS})
_ACTIONS = st.fixed_dictionaries(
    {
        "calendrier": _PHRASES,
        "suivi": _JOURNALS,
        "etapes": st.lists(_STEPS, max_size=3),
        "indicateurs": st.lists(_INDICATORS, max_size=2),
    }
)


def _only(action: dict[str, Any], day: date) -> dict[str, Any]:
    """An action without what is dated after a day."""

    def before(dated: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [one for one in dated if one["date"] <= day]

    return {
        **action,
        "suivi": before(action["suivi"]),
        "etapes": [{**etape, "suivi": before(etape["suivi"])} for etape in action["etapes"]],
        "indicateurs": [{**one, "mesures": before(one["mesures"])} for one in action["indicateurs"]],
    }


@given(_ACTIONS, _DAYS)
def test_what_is_dated_later_changes_nothing_but_what_is_said_of_it(
    action: dict[str, Any], day: date
) -> None:
    whole, past = (state_of(built(one), day) for one in (action, _only(action, day)))
    assert whole.fiches == past.fiches
    assert whole.totaux == past.totaux
    assert [one for one in whole.non_comptees if one.motif == "avant"] == list(past.non_comptees)


@given(_ACTIONS, _DAYS, entries())
def test_an_entry_added_later_changes_nothing(
    action: dict[str, Any], day: date, entry: dict[str, Any]
) -> None:
    later = {**entry, "date": day + timedelta(days=1 + entry["date"].day)}
    more = {**action, "suivi": [later, *action["suivi"]]}
    assert state_of(built(action), day).fiches == state_of(built(more), day).fiches


@given(st.data(), st.lists(entries(), unique_by=lambda entry: entry["date"], max_size=8), _DAYS)
def test_the_order_of_the_file_does_not_matter(
    data: st.DataObject, suivi: list[dict[str, Any]], day: date
) -> None:
    shuffled = data.draw(st.permutations(suivi))
    states = [state_of(built({"calendrier": "2024-2025", "suivi": one}), day) for one in (suivi, shuffled)]
    assert states[0].fiches == states[1].fiches
    assert Counter(states[0].non_comptees) == Counter(states[1].non_comptees)


@given(_JOURNALS, _DAYS)
def test_the_status_is_the_last_one_of_the_contract_up_to_the_day(
    suivi: list[dict[str, Any]], day: date
) -> None:
    known = [
        (one["date"], rank) for rank, one in enumerate(suivi) if one["statut"] and FIRST <= one["date"] <= day
    ]
    expected = suivi[max(known)[1]]["statut"] if known else None
    (fiche,) = state_of(built({"suivi": suivi}), day).fiches
    assert fiche.statut == expected


@given(_ACTIONS, _DAYS, st.integers(1, 800))
def test_an_evolution_starts_where_the_day_before_ended(
    action: dict[str, Any], since: date, days: int
) -> None:
    day = since + timedelta(days=days)
    (fiche,) = state_of(built(action), day, since=since).fiches
    (before,) = state_of(built(action), since).fiches
    evolution = fiche.evolution
    assert evolution is not None
    assert (evolution.statut, evolution.avancement) == (before.statut, before.avancement)
    assert set(evolution.apparues) == fiche.codes - before.codes
    assert set(evolution.levees) == before.codes - fiche.codes
    dates = [one.date for one in evolution.entrees] + [one.date for one in evolution.mesures]
    assert all(since < one <= day for one in dates)


@given(_ACTIONS, _DAYS, st.integers(1, 800))
def test_what_is_late_stays_late_until_an_entry_says_otherwise(
    action: dict[str, Any], day: date, days: int
) -> None:
    past = _only(action, day)
    (now,), (then,) = (state_of(built(past), one).fiches for one in (day, day + timedelta(days=days)))
    assert now.codes <= then.codes
