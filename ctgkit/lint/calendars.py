"""What the calendars of a plan say, read for its contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.lint.parts import parts
from ctgkit.schedule import Contract, of

if TYPE_CHECKING:
    from ctgkit.lint.parts import Part
    from ctgkit.model import Calendrier, Fiche, Plan
    from ctgkit.schedule import Bound, Lecture
    from ctgkit.source.nodes import Path


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


def start_of(calendars: Iterable[CalendarAt]) -> Bound | None:
    """Where the first of some calendars starts; `None` where one of them leaves that unsaid."""
    dated = [one for one in calendars if one.dated or one.lecture.unread]
    starts = [one.lecture.start for one in dated if one.lecture.understood]
    known = [bound for bound in starts if bound is not None]
    return min(known) if known and len(known) == len(dated) else None
