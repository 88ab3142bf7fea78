"""Every calendar phrase of a plan, read once, and what those of a fiche or a step say together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from ctgkit.followup.identity import hashed
from ctgkit.followup.view import Periode, PeriodState, Phrase, Retour
from ctgkit.plan import Plan, fiches
from ctgkit.schedule import Bound, Contract, Lecture, Period, of

if TYPE_CHECKING:
    from ctgkit.plan import Action, Etape, Fiche
    from ctgkit.plan.reading.nodes import Path

#: What was read in the phrases of each fiche and step, by the path that leads to it.
Lectures: TypeAlias = "Mapping[Path, tuple[Lecture, ...]]"


def lectures_of(plan: Plan) -> Lectures:
    """Every calendar phrase of a plan, as it is understood."""
    contract = Contract.of(plan)
    return {
        path: tuple(of(one, contract) for one in what.calendrier)
        for fiche in fiches(plan)
        for path, what in parts_of(fiche)
    }


def parts_of(fiche: Fiche) -> Iterator[tuple[Path, Action | Etape]]:
    """A fiche, then its steps, each with the path that leads to it."""
    yield fiche.chemin, fiche.action
    for rank, etape in enumerate(fiche.action.etapes):
        yield (*fiche.chemin, "etapes", rank), etape


def period_of(lectures: Sequence[Lecture], names: tuple[str, ...]) -> PeriodState:
    """What the phrases of a calendar say together: from the first start to the last end.

    Args:
        lectures: what was read in each.
        names: what identifies what has this calendar.
    """
    known = bool(lectures) and all(one.understood for one in lectures)
    periods = [period for one in lectures for period in one.periods]
    # One that only says how often does not count.
    dated = [one for one in periods if one.start is not None or one.end is not None] if known else []
    first = _first([one.start for one in dated])
    open_ended = any(one.goes_on for one in lectures[1:])
    return PeriodState(
        phrases=tuple(phrase_of(one, (*names, str(rank))) for rank, one in enumerate(lectures)),
        debut=first,
        fin=None if open_ended else last_end([one.end for one in dated]),
        compris=known,
        a_commence=any(one.begun for one in periods)
        or (first is not None and lectures[0].contract.engaged(first)),
    )


def with_steps(own: PeriodState, steps: Sequence[PeriodState]) -> PeriodState:
    """What a fiche says of when, completed by what its steps say.

    Its own calendar holds where it is understood. Else it starts with the first of its steps that says
    when, and ends with the last, which is known only where each of them says when.

    Args:
        own: what its own calendar says.
        steps: those of its steps that were not dropped.
    """
    dated = [one for one in steps if any(periode.datee for periode in one.periodes) and one.compris]
    if own.compris or not dated:
        return own
    sans_date = len(steps) - len(dated)
    return PeriodState(
        phrases=own.phrases,
        reprises=tuple(phrase for one in steps for phrase in one.phrases),
        debut=_first([one.debut for one in dated]),
        fin=None if sans_date else last_end([one.fin for one in dated]),
        compris=not sans_date,
        a_commence=own.a_commence or any(one.a_commence for one in steps),
        etapes=len(steps),
        sans_date=sans_date,
    )


def _first(starts: list[Bound | None]) -> Bound | None:
    """The first of some starts; `None` if one of them is open, or there are none."""
    known = [one for one in starts if one is not None]
    return min(known) if known and len(known) == len(starts) else None


def last_end(ends: list[Bound | None]) -> Bound | None:
    """The last of some ends; `None` if one of them is open, or there are none."""
    known = [one for one in ends if one is not None]
    return max(known, key=_by_last) if known and len(known) == len(ends) else None


def _by_last(bound: Bound) -> tuple[date, date]:
    return bound.dernier, bound.premier


def phrase_of(lecture: Lecture, names: tuple[str, ...]) -> Phrase:
    """What was read in a phrase; `names` identify it."""
    return Phrase(
        texte=lecture.text,
        fixee=lecture.settled,
        periodes=tuple(
            _periode(one, lecture.contract, hashed((*names, str(place))))
            for place, one in enumerate(lecture.periods)
        ),
        non_compris=() if lecture.understood else tuple((one.text, reason) for one, reason in lecture.unread),
    )


def _periode(one: Period, contract: Contract, name: str) -> Periode:
    first = last = None
    # An open side never makes a period that starts after its end.
    if one.start is not None:
        first = one.start.premier
        last = one.end.dernier if one.end is not None else max(contract.fin, one.start.dernier)
    elif one.end is not None:
        first, last = min(contract.debut, one.end.premier), one.end.dernier
    return Periode(
        id=name,
        texte=one.words.text,
        debut=one.start,
        fin=one.end,
        premier=first,
        dernier=last,
        retours=tuple(Retour(beat.words.text, beat.unit, beat.every, beat.times) for beat in one.recurrences),
        convention=one.contract,
        reserve=one.doubt.text if one.doubt else None,
    )
