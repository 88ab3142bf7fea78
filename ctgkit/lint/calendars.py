"""What the calendars of a plan say, read for its contract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.lint.parts import parts
from ctgkit.schedule import Contract, of

if TYPE_CHECKING:
    from ctgkit.lint.parts import Part
    from ctgkit.plan import Calendrier, Fiche, Plan
    from ctgkit.plan.reading.nodes import Path
    from ctgkit.schedule import Lecture


class CalendarAt(NamedTuple):
    """One calendar phrase of a fiche or of a step, where it stands, and what it says."""

    path: Path
    part: Part
    calendrier: Calendrier
    lecture: Lecture

    @property
    def dated(self) -> bool:
        """Whether it says when, and not only how often."""
        return any(period.start or period.end for period in self.lecture.periods)


def calendars_of(plan: Plan, fiches: Iterable[Fiche]) -> Iterator[CalendarAt]:
    """Every calendar, in document order."""
    contract = Contract.of(plan)
    for part in parts(fiches):
        for rank, calendrier in enumerate(part.what.calendrier):
            yield CalendarAt((*part.path, "calendrier", rank), part, calendrier, of(calendrier, contract))


def by_part(calendars: Iterable[CalendarAt]) -> Mapping[Path, list[CalendarAt]]:
    """The calendars of each fiche and step, by its path; none for a path without any."""
    found: dict[Path, list[CalendarAt]] = defaultdict(list)
    for one in calendars:
        found[one.part.path].append(one)
    return found


def by_fiche(calendars: Iterable[CalendarAt]) -> Mapping[Path, list[CalendarAt]]:
    """The calendars of each fiche, those of its steps included, by its path."""
    found: dict[Path, list[CalendarAt]] = defaultdict(list)
    for one in calendars:
        found[one.part.fiche.chemin].append(one)
    return found


def overdue_start(calendars: Iterable[CalendarAt], today: date) -> date | None:
    """The last day on which what has these calendars could start, once it is past.

    `None` where they leave it unsaid, in whole or in part, or say that it may come later.
    """
    said = [one for one in calendars if one.dated or one.lecture.unread]
    starts = [one.lecture.start if one.lecture.understood else None for one in said]
    known = [bound for bound in starts if bound is not None]
    if not known or len(known) < len(starts):
        return None
    first = min(known)
    return first.last if first.last < today and first.sense != "earliest" else None
