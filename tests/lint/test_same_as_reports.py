"""What lint says of a fiche that is silent, or without a pilot, is what the reports of that day say of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.followup import SILENCE, FicheState, state_of
from ctgkit.plan.reading import read
from ctgkit.reports.copil.facts import copil
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import Statut
from tests.lint.examples import rule_named, run

_DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
_ENTRIES = st.fixed_dictionaries(
    {"date": _DAYS.map(str), "note": st.just("a")}, optional={"statut": st.sampled_from([*map(str, Statut)])}
)
_JOURNALS = st.lists(_ENTRIES, max_size=3)
_PILOTS = st.sampled_from([[], [], ["Le relais"], ["La commune", "Le relais"]])
_PHRASES = st.sampled_from(
    [[], [], ["2024"], ["2025-2026"], ["À partir de 2025"], ["un jour"], ["chaque mois"], ["Jusqu'en 2025"]]
)
_MEASURED = st.lists(
    st.fixed_dictionaries(
        {
            "nom": st.just("Places"),
            "mesures": st.lists(st.fixed_dictionaries({"date": _DAYS.map(str), "valeur": st.just("1")})),
        }
    ),
    max_size=1,
)
_KEYS = {"pilotes": _PILOTS, "calendrier": _PHRASES, "suivi": _JOURNALS, "indicateurs": _MEASURED}
_STEPS = st.lists(st.fixed_dictionaries({"titre": st.sampled_from(["x", "y"]), **_KEYS}), max_size=3)
_FICHES = st.lists(
    st.fixed_dictionaries(
        {"nature": st.sampled_from(["action", "action", "engagement"]), **_KEYS, "etapes": _STEPS}
    ),
    min_size=1,
    max_size=4,
)


def _text(fiches: list[dict[str, Any]]) -> str:
    """A plan file; a key that holds nothing is left out, as somebody who writes one does."""

    def written(keys: dict[str, Any]) -> dict[str, Any]:
        full = {key: value for key, value in keys.items() if value}
        return full | ({"etapes": [*map(written, full["etapes"])]} if "etapes" in full else {})

    numbered = [
        {"numero": f"1.{rank}", "titre": f"Fiche {rank}", **written(one)}
        for rank, one in enumerate(fiches, 1)
    ]
    head = {"titre": "Plan", "territoire": {"nom": "Un lieu"}, "caf": "Caf", "periode": "2024-2027"}
    axes = [{"id": "a", "titre": "Axe", "actions": numbered}]
    return "format: 1\n" + yaml.safe_dump({**head, "axes": axes}, allow_unicode=True)


def _told(rule: str, text: str, day: date, **options: int) -> set[str | None]:
    """The addresses of the fiches that a rule tells; `None` is the whole plan."""
    return {one.address for one in run(text, rule_named(rule), today=day, **options).findings}


def _states(text: str, day: date, months: int = SILENCE) -> tuple[FicheState, ...]:
    plan = read(text.encode(), "plan.yaml").plan
    assert plan is not None
    return state_of(plan, day, months=months).fiches


@given(_FICHES, _DAYS)
def test_who_has_no_pilot_is_asked_for_one_by_lint_and_by_the_committee(
    fiches: list[dict[str, Any]], day: date
) -> None:
    text = _text(fiches)
    expected = {one.adresse for one in _states(text, day) if CodeAlerte.SANS_PILOTE in one.codes}
    plan = read(text.encode(), "plan.yaml").plan
    assert plan is not None
    asked = {
        about.fiche.numero
        for one in copil(plan, day).decisions
        if one.code is CodeAlerte.SANS_PILOTE
        for about in one.fiches
    }
    told = _told("CTG301", text, day)
    assert asked == expected
    assert told in (expected, {None})
    if told == {None}:  # nobody of the whole plan has one, which is told once
        assert not any(one.pilotes for one in _states(text, day) if not one.nature.facts.promise)
        assert expected


@given(_FICHES, _DAYS, st.sampled_from([3, 12]))
def test_who_is_silent_is_so_for_lint_and_for_the_state(
    fiches: list[dict[str, Any]], day: date, months: int
) -> None:
    text = _text(fiches)
    states = _states(text, day, months=months)
    silent = {one.adresse for one in states if CodeAlerte.SANS_NOUVELLES in one.codes}
    late = {
        one.adresse
        for one in states
        for codes in (one.codes, *(etape.codes for etape in one.etapes))
        if CodeAlerte.DEMARRAGE_EN_RETARD in codes
    }
    told = _told("CTG510", text, day, mois=months)
    assert silent <= told <= silent | late
    assert all(one.derniere is not None for one in states if one.adresse in told)


@given(_FICHES, _DAYS)
def test_what_was_never_followed_is_without_news_and_should_have_begun(
    fiches: list[dict[str, Any]], day: date
) -> None:
    text = _text(fiches)
    followed = [one for one in _states(text, day) if not one.nature.facts.promise]
    forgotten = [one for one in followed if one.derniere is None]
    expected = {
        one.adresse
        for one in forgotten
        if (start := one.calendrier.debut) is not None
        and not start.portee.facts.later
        and start.dernier < day
    }
    assert _told("CTG514", text, day) == (expected if 2 * len(forgotten) < len(followed) else set())
