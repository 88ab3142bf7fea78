"""Periods being read, with what the words that follow may still change in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from ctgkit.schedule.period import Bound, Period
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.words import Operator
from ctgkit.vocabulary.calendrier import Portee, Precision

#: How many marks may stand between two that are read together: it keeps the time linear.
NEAR = 8

#: « dès 2024, se poursuivra jusqu'en 2026 »
_GOES_ON = ("poursui", "prolong", "continu", "maint", "perdur", "se", "ce")
#: `from` and `bare` periods may be given an end, a `bare` one may be turned into a bound.
Form: TypeAlias = Literal["bare", "from", "until", "contract"]
#: Which end of what is planned a date is, where a word says so.
Edge: TypeAlias = Literal["start", "finish"]


class Built(NamedTuple):
    """A period with what its neighbours may still change.

    Attributes:
        period: as it stands.
        first: its first mark.
        last: the mark after its last one.
        segment: the number of its sentence.
        form: what may still become of it.
        year: the year it is, if it is just that.
        soft: the side that a word opened, « démarrage 2024 »: it closes beside other dates.
    """

    period: Period
    first: int
    last: int
    segment: int
    form: Form
    year: int | None = None
    soft: Bound | None = None

    def until(self, phrase: Phrase, end: Bound, last: int, *, contract: bool) -> Built | None:
        """This period, that was open, with its end; `None` if it would end before it starts."""
        start = self.period.start
        if (
            start is not None
            and start.precision is Precision.CONTRAT
            and start.premier <= end.dernier < start.dernier
        ):
            start = start._replace(dernier=end.dernier)  # a signature of which the day is not known
        if start is not None and (end.dernier < start.dernier or end.premier < start.premier):
            return None
        period = self.period._replace(
            words=phrase.words(self.first, last),
            start=start,
            end=end,
            contract=self.period.contract or contract,
        )
        return self._replace(period=period, last=last, form="until", soft=None)

    def edged(self, name: Edge) -> Built:
        """`démarrage 2024`, `échéance : fin 2025`: the period that is only a start, or only an end."""
        if name == "start":
            period, soft = self.period._replace(end=None), self.period.end
        else:
            period, soft = self.period._replace(start=None), self.period.start
        return self._replace(period=period, form="from" if name == "start" else "until", year=None, soft=soft)

    def hardened(self) -> Built:
        """The period with the side that was open: other dates say what comes before or after it."""
        if self.soft is None:
            return self
        start, end = self.period.start, self.period.end
        period = self.period._replace(start=start or self.soft, end=end or self.soft)
        return self._replace(period=period, form="bare", soft=None)

    def bounded(self, phrase: Phrase, name: Operator, last: int) -> Built:
        """`2026 et +`, `fin 2025 au plus tard`: the period with what follows it, up to the mark `last`."""
        start, end = self.period.start, self.period.end
        if name == "by":
            start, end = None, end and end._replace(portee=Portee.AU_PLUS_TARD)
        else:
            end = None
            if start is not None and name == "not_before":
                start = start._replace(portee=Portee.AU_PLUS_TOT)
        words = phrase.words(self.first, last)
        changed = self.period._replace(words=words, start=start, end=end)
        form: Form = "until" if name == "by" else "from"
        return self._replace(period=changed, last=last, form=form, year=None)


def open_before(built: Sequence[Built], phrase: Phrase, at: int) -> bool:
    """Whether the period just before `at` is open, and only links or a recurrence lie between."""
    if not built or built[-1].form != "from" or at - built[-1].last > NEAR:
        return False
    kinds = {"link", "preposition", "beat", "stop"}
    if built[-1].soft is not None:
        kinds |= {"colon", "prose"}
    between = range(built[-1].last, at)
    return all(phrase.kind(near) in kinds or phrase.word(near).startswith(_GOES_ON) for near in between)


def firm(built: Sequence[Built]) -> list[Built]:
    """The periods, where what is only a start or an end beside others that say the rest is a moment."""
    starts = [one for one in built if one.period.start is not None]
    ends = [one for one in built if one.period.end is not None]
    others = {"from": ends, "until": starts}
    return [
        one.hardened() if any(two is not one for two in others.get(one.form, ())) else one for one in built
    ]
