"""What calls for attention on a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from ctgkit.followup.journal import Said
from ctgkit.followup.view import Alerte, PeriodState
from ctgkit.schedule import Bound, Contract
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import facts_of


class Facts(NamedTuple):
    """What the alerts of a fiche or a step are computed from."""

    said: Said
    begun: bool
    derniere: date | None  #: the day of its last news
    depuis: date | None  #: since when it has its status
    period: PeriodState
    unpiloted: bool  #: whether it should have a pilot and has none
    reporte: Bound | None = None  #: of what is postponed, the day that holds instead


def alerts(facts: Facts, day: date, contract: Contract, months: int) -> tuple[Alerte, ...]:
    """The alerts on a day, in the order of :class:`~ctgkit.vocabulary.alerte.CodeAlerte`.

    Nothing is expected of what is closed. The rest is:

    - late, where every day that the end may mean has passed;
    - late to start, where every day that the start may mean has, and nothing says that it began;
    - what its status is by itself;
    - silent, where news of its status are awaited and the last are more than `months` months old;
    - without a pilot, where nobody carries it.

    What is not decided is never late, nor what goes on by its calendar, and what is postponed only after the
    day to which it is. A bound that
    may come later, or that its words put in doubt, is never late; nor is an open one, nor one of which no day
    is in the contract, nor what has no end of its own: it goes on as long as the convention does. No news is
    expected once that is over.
    """
    statut = facts_of(facts.said.statut)
    if statut.closed:
        return ()
    found = []
    for code, bound in _ends(facts):
        if bound is not None and not contract.excludes(bound) and passed(bound, day):
            found.append(Alerte(code, bound.dernier, (day - bound.dernier).days, bound))
    if statut.raises is not None:
        since = facts.depuis
        found.append(Alerte(statut.raises, since, (day - since).days if since else None))
    last = facts.derniere
    if _awaited(facts, day) and last is not None and silent(last, min(day, contract.fin), months):
        found.append(Alerte(CodeAlerte.SANS_NOUVELLES, last, (day - last).days))
    if facts.unpiloted:
        found.append(Alerte(CodeAlerte.SANS_PILOTE))
    return tuple(found)


def _awaited(facts: Facts, day: date) -> bool:
    """Whether news are awaited: none are of what is postponed, before the day to which it is."""
    statut = facts_of(facts.said.statut)
    waits = statut.postponed and facts.reporte is not None and not passed(facts.reporte, day)
    return statut.awaits_news and not waits


def _ends(facts: Facts) -> Iterator[tuple[CodeAlerte, Bound | None]]:
    """The days after which something is late, and what it is then."""
    statut = facts_of(facts.said.statut)
    if statut.postponed:
        yield CodeAlerte.EN_RETARD, facts.reporte
    elif statut.decided:
        yield CodeAlerte.EN_RETARD, None if facts.period.en_continu else facts.period.fin
        yield CodeAlerte.DEMARRAGE_EN_RETARD, None if facts.begun else facts.period.debut


def passed(bound: Bound, day: date) -> bool:
    """Whether every day that a bound surely means is before a day."""
    facts = bound.portee.facts
    return not (facts.later or facts.doubtful) and bound.dernier < day


def silent(last: date, day: date, months: int) -> bool:
    """Whether the last news are more than some months old."""
    return day > later(last, months)


def later(day: date, months: int) -> date:
    """The same day some months later, or earlier; the last of its month where there is no such day.

    The first or the last day there is, where there is none so far.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if months < 0 else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
