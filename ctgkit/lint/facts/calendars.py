"""Where the calendar phrases of a plan stand, with what was read in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.lint.facts.parts import parts

if TYPE_CHECKING:
    from ctgkit.followup.periods import Lectures
    from ctgkit.lint.facts.parts import Part
    from ctgkit.plan import Calendrier, Fiche
    from ctgkit.plan.reading.nodes import Path
    from ctgkit.schedule import Lecture


class CalendarAt(NamedTuple):
    """One calendar phrase of a fiche or of a step, where it stands, and what it says."""

    path: Path
    part: Part
    calendrier: Calendrier
    lecture: Lecture


def calendars_of(lectures: Lectures, fiches: Iterable[Fiche]) -> Iterator[CalendarAt]:
    """Every calendar, in document order."""
    for part in parts(fiches):
        read = zip(part.what.calendrier, lectures[part.path], strict=True)
        for rank, (calendrier, lecture) in enumerate(read):
            yield CalendarAt((*part.path, "calendrier", rank), part, calendrier, lecture)


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
