"""Calendar phrases and how one reads them, for a contract from 2023 to 2028.

`start` and `end` are typed as `day`, `day..day` (the interval), or `…` (open); a sign says that a
bound may come later (`≥`) or sooner (`≤`), or is in doubt (`?`).
"""

from __future__ import annotations

from datetime import date

from ctgkit.schedule import Bound, Contract, Lecture
from ctgkit.vocabulary.calendrier import Portee, Unite

CONTRACT = Contract(date(2023, 1, 1), date(2028, 12, 31))

_SENSE = {Portee.EXACT: "", Portee.AU_PLUS_TOT: "≥ ", Portee.AU_PLUS_TARD: "≤ ", Portee.POSSIBLE: "? "}


def written(bound: Bound | None) -> str:
    """A bound as the tables of the tests write it."""
    if bound is None:
        return "…"
    last = "" if bound.dernier == bound.premier else f"..{bound.dernier}"
    return f"{_SENSE[bound.portee]}{bound.premier}{last}"


def summary(lecture: Lecture) -> list[tuple[str, str]]:
    """The bounds of each period."""
    return [(written(period.start), written(period.end)) for period in lecture.periods]


def repeated(lecture: Lecture) -> str:
    """What is repeated, as `unit/every/times`, one after the other."""
    found = (beat for period in lecture.periods for beat in period.recurrences)
    return "+".join(
        str(one.unit)
        if one.unit is Unite.CONTINU
        else f"{one.unit}/{one.every}" + (f"/{one.times}" if one.times else "")
        for one in found
    )


def year(number: int) -> str:
    """The whole of a year."""
    return f"{number}-01-01..{number}-12-31"
