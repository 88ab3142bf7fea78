"""The calendar phrases of a fiche or a step, taken together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ctgkit.followup.view import PeriodState, Span
from ctgkit.plan import Calendrier
from ctgkit.schedule import Bound, Contract, of


def period_of(calendriers: Iterable[Calendrier], contract: Contract) -> PeriodState:
    """What all the phrases of a calendar say together: from the first start to the last end."""
    read = [of(one, contract) for one in calendriers]
    known = bool(read) and all(one.understood for one in read)
    periods = [period for one in read for period in one.periods]
    # One that only says how often does not count.
    dated = [one for one in periods if one.start is not None or one.end is not None] if known else []
    starts = [one.start for one in dated if one.start is not None]
    ends = [one.end for one in dated if one.end is not None]
    return PeriodState(
        textes=tuple(one.text for one in read),
        spans=tuple(
            Span(one.start, one.end, tuple(beat.words.text for beat in one.recurrences)) for one in periods
        ),
        start=min(starts) if starts and len(starts) == len(dated) else None,
        end=max(ends, key=_by_last) if ends and len(ends) == len(dated) else None,
        known=known,
        unread=tuple((words.text, reason) for one in read for words, reason in one.unread),
        begun=any(one.begun for one in periods),
    )


def _by_last(bound: Bound) -> tuple[date, date]:
    return bound.last, bound.first
