"""What calls for attention on a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from ctgkit.followup.journal import Said
from ctgkit.followup.view import Alerte, PeriodState
from ctgkit.schedule import Bound

_CLOSED = {"réalisée", "abandonnée"}
#: Statuses that make one expect news: what has begun and is not over.
_AWAITED = {"en cours", "en pause", "bloquée"}


class Facts(NamedTuple):
    """What the alerts of a fiche or a step are computed from."""

    said: Said
    begun: bool
    derniere: date | None  #: the day of its last entry
    period: PeriodState
    unpiloted: bool  #: whether it should have a pilot and has none


def alerts(facts: Facts, day: date, months: int) -> tuple[Alerte, ...]:
    """The alerts on a day, in the order of :data:`~ctgkit.followup.view.ALERTES`.

    - `en-retard`: every day that the end may mean has passed, and it is neither done nor dropped.
    - `demarrage-en-retard`: every day that the start may mean has passed, it is neither done nor
      dropped, and nothing says that it began.
    - `bloquee`: that is its status.
    - `sans-nouvelles`: it is under way, paused or blocked, and its last entry is more than `months`
      months old.
    - `sans-pilote`: it is neither done nor dropped, and nobody carries it.

    A bound that only says « not before » is never late, and nor is an open one.
    """
    said = facts.said
    if said.statut in _CLOSED:
        return ()
    found = []
    for code, bound in (
        ("en-retard", facts.period.end),
        ("demarrage-en-retard", None if facts.begun else facts.period.start),
    ):
        if bound is not None and _passed(bound, day):
            found.append(Alerte(code, bound.last, (day - bound.last).days, bound))  # type: ignore[arg-type]
    if said.statut == "bloquée":
        since = said.depuis or facts.derniere
        found.append(Alerte("bloquee", since, (day - since).days if since else None))
    last = facts.derniere
    if said.statut in _AWAITED and last is not None and day > later(last, months):
        found.append(Alerte("sans-nouvelles", last, (day - last).days))
    if facts.unpiloted:
        found.append(Alerte("sans-pilote"))
    return tuple(found)


def _passed(bound: Bound, day: date) -> bool:
    return bound.sense != "earliest" and bound.last < day


def later(day: date, months: int) -> date:
    """The same day some months later; the last of its month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
