"""What a phrase, or a calendar of the plan file, says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.schedule.period import Bound, Contract, Lecture, Period, Words
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.reader import Reader
from ctgkit.vocabulary.calendrier import Portee, Precision

if TYPE_CHECKING:
    from ctgkit.plan import Calendrier


def read(text: str, contract: Contract) -> Lecture:
    """What a calendar phrase says, for a plan of this contract; any text is accepted."""
    return Reader(Phrase.of(text, contract), contract).read()


def of(calendrier: Calendrier, contract: Contract) -> Lecture:
    """What a calendar of the plan file says; its `debut` and `fin` win over its words.

    With one of them only, the words give the other side if they were understood, speak of one
    period and do not contradict the day that is settled; else that side is open.
    """
    lecture = read(calendrier.texte, contract)
    debut, fin = calendrier.debut, calendrier.fin
    if debut is None and fin is None:
        return lecture
    start = end = None
    if lecture.understood and len(lecture.periods) == 1:
        start, end = lecture.periods[0].start, lecture.periods[0].end
    if debut is not None:
        start = Bound(debut, debut, Precision.JOUR)
        end = end if end is not None and end.dernier >= debut else None
    if fin is not None:
        end = Bound(fin, fin, Precision.JOUR)
        start = start if start is not None and start.premier <= fin else None
    beats = tuple(beat for period in lecture.periods for beat in period.recurrences)
    in_doubt = any(bound is not None and bound.portee is Portee.POSSIBLE for bound in (start, end))
    doubt = lecture.periods[0].doubt if in_doubt else None
    period = Period(Words(calendrier.texte, 0), start, end, beats, doubt=doubt)
    return Lecture(calendrier.texte, contract, (period,), (), settled=True)
