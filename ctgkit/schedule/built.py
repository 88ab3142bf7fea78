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

#: `from` and `bare` periods may be given an end, a `bare` one may be turned into a bound.
Form: TypeAlias = Literal["bare", "from", "until", "contract"]


class Built(NamedTuple):
    """A period with what its neighbours may still change.

    Attributes:
        period: as it stands.
        first: its first mark.
        last: the mark after its last one.
        segment: the number of its sentence.
        form: what may still become of it.
        year: the year it is, if it is just that.
    """

    period: Period
    first: int
    last: int
    segment: int
    form: Form
    year: int | None = None

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
        return self._replace(period=period, last=last, form="until")

    def bounded(self, phrase: Phrase, name: Operator) -> Built:
        """`2026 et +`, `fin 2025 au plus tard`: the period with the one mark that follows it."""
        start, end = self.period.start, self.period.end
        if name == "by":
            start, end = None, end and end._replace(portee=Portee.AU_PLUS_TARD)
        else:
            end = None
            if start is not None and name == "not_before":
                start = start._replace(portee=Portee.AU_PLUS_TOT)
        words = phrase.words(self.first, self.last + 1)
        changed = self.period._replace(words=words, start=start, end=end)
        form: Form = "until" if name == "by" else "from"
        return self._replace(period=changed, last=self.last + 1, form=form, year=None)


def open_before(built: Sequence[Built], phrase: Phrase, at: int) -> bool:
    """Whether the period just before `at` is open, and only links or a recurrence lie between."""
    if not built or built[-1].form != "from" or at - built[-1].last > NEAR:
        return False
    kinds = {"link", "preposition", "beat", "stop"}
    return all(one.kind in kinds for one in phrase.marks[built[-1].last : at])
