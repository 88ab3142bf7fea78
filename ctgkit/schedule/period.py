"""What a calendar phrase says: bounds that keep the precision they were read with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from ctgkit.french.described import described
from ctgkit.french.nearest import fold
from ctgkit.schedule.own_names import ALWAYS, Name, own_names
from ctgkit.vocabulary.calendrier import Portee, Precision, Raison, Unite

if TYPE_CHECKING:
    from ctgkit.plan import Plan

#: How words start that go on from what was said before them.
_THEN = re.compile(r"\W*(?:et )?(?:puis|ensuite|par la suite)\b")


class Words(NamedTuple):
    """Words of a phrase, exactly as written, and where: `offset` in code points, from 0."""

    text: str
    offset: int

    @property
    def end(self) -> int:
        """The offset just after the last character."""
        return self.offset + len(self.text)


class Contract(NamedTuple):
    """The convention: its first and last day, both included, the day it was signed if known, its names."""

    debut: date
    fin: date
    signature: date | None = None
    names: frozenset[Name] = ALWAYS  #: what phrases call it

    @classmethod
    def of(cls, plan: Plan) -> Contract:
        """The contract that `plan` is part of."""
        names = own_names(plan.titre, plan.vocabulaire.convention)
        return cls(plan.periode.debut, plan.periode.fin, plan.signature, names)

    def excludes(self, bound: Bound) -> bool:
        """Whether every day that `bound` may mean is outside the contract."""
        return bound.dernier < self.debut or bound.premier > self.fin

    def engaged(self, start: Bound) -> bool:
        """Whether what starts so had begun when the convention was signed."""
        firm = start.portee is Portee.EXACT
        return self.signature is not None and firm and start.dernier < self.signature


@described("une borne", "bornes", "Un début ou une fin, aussi précis que les mots du calendrier.")
class Bound(NamedTuple):
    """A start or an end, as the interval of days that the words may mean."""

    premier: Annotated[date, "Le premier des jours que les mots peuvent désigner."]
    dernier: Annotated[date, "Le dernier de ces jours, compris."]
    precision: Annotated[Precision, "De quoi ces jours viennent."]
    portee: Annotated[Portee, "Si c'est exact, au plus tôt ou au plus tard."] = Portee.EXACT


class Recurrence(NamedTuple):
    """How often: `times` every `every` units; `tous les deux ans` is every 2 `an`.

    Attributes:
        words: the words that say so.
        unit: what is counted.
        every: one time out of how many units.
        times: how many, in that time; `None` where the words do not say.
        moments: the words that say when in the year, of what comes back every year (« en octobre »).
    """

    words: Words
    unit: Unite
    every: int = 1
    times: int | None = None
    moments: tuple[Words, ...] = ()


class Period(NamedTuple):
    """One stretch of time that a phrase speaks of.

    Attributes:
        words: the words that say so.
        start: `None` where the phrase leaves the start open (`jusqu'en 2025`, `une fois par an`).
        end: `None` where it leaves the end open (`à partir de 2024`).
        recurrences: what is repeated during the period.
        contract: whether a bound comes from the convention (`tout au long de la CTG`).
        doubt: the words that put it in doubt (`à confirmer`).
    """

    words: Words
    start: Bound | None
    end: Bound | None
    recurrences: tuple[Recurrence, ...] = ()
    contract: bool = False
    doubt: Words | None = None

    def doubted(self, words: Words) -> Period:
        """The period, put in doubt by some words."""
        start = self.start and self.start._replace(portee=Portee.POSSIBLE)
        end = self.end and self.end._replace(portee=Portee.POSSIBLE)
        return self._replace(start=start, end=end, doubt=words)

    @property
    def begun(self) -> bool:
        """Whether the words say of what they date that it has begun: « depuis 2023 »."""
        return "depuis" in fold(self.words.text).split()


class Unread(NamedTuple):
    """Words that look like a date and could not be read as one, and why."""

    words: Words
    reason: Raison


class Outside(NamedTuple):
    """A bound that is outside the contract as a whole."""

    period: Period
    side: Literal["start", "end"]
    bound: Bound


class Lecture(NamedTuple):
    """What was read in a phrase.

    Attributes:
        text: the phrase, as written.
        contract: the convention it was read for.
        periods: in the order of the phrase.
        unread: what was not read, in the order of the phrase: what is not understood, and dates that are
            known to be those of something else. The rest of the phrase is prose (`lancement du
            recensement`), which is not a fault.
        settled: whether exact dates given beside the phrase replace what its words say.
    """

    text: str
    contract: Contract
    periods: tuple[Period, ...]
    unread: tuple[Unread, ...]
    settled: bool = False

    @property
    def understood(self) -> bool:
        """Whether the phrase says when or how often, and what was not read takes nothing away from it."""
        return bool(self.periods) and all(one.reason.facts.moot for one in self.unread)

    @property
    def goes_on(self) -> bool:
        """Whether it only says that what was said before it goes on: `puis en continu`."""
        if not self.understood or any(self._dated()):
            return False
        lasts = any(beat.unit is Unite.CONTINU for period in self.periods for beat in period.recurrences)
        return lasts or _THEN.match(fold(self.text)) is not None

    @property
    def start(self) -> Bound | None:
        """Where the first of the periods starts; `None` if one has an open start, or nothing is read."""
        starts = [period.start for period in self._dated()]
        known = [bound for bound in starts if bound is not None]
        return min(known) if known and len(known) == len(starts) else None

    @property
    def end(self) -> Bound | None:
        """Where the last of the periods ends; `None` if one has an open end, or nothing is read."""
        ends = [period.end for period in self._dated()]
        known = [bound for bound in ends if bound is not None]
        return max(known, key=_by_last) if known and len(known) == len(ends) else None

    @property
    def outside(self) -> tuple[Outside, ...]:
        """The bounds that are outside the contract, as far as their precision says."""
        found: list[Outside] = []
        for period in self.periods:
            if period.start is not None and self.contract.excludes(period.start):
                found.append(Outside(period, "start", period.start))
            if period.end is not None and self.contract.excludes(period.end):
                found.append(Outside(period, "end", period.end))
        return tuple(found)

    def _dated(self) -> Iterator[Period]:
        """The periods that say when; one that only says how often does not count."""
        return (period for period in self.periods if period.start is not None or period.end is not None)


def _by_last(bound: Bound) -> tuple[date, date]:
    return bound.dernier, bound.premier
