"""What is put off to another day: the day that holds instead, and how it is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctgkit.followup.periods import last_end, phrase_of
from ctgkit.french.capitals import small
from ctgkit.french.dates import MOIS, long_date
from ctgkit.plan import Calendrier
from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.valeurs import lire_date
from ctgkit.schedule import of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ctgkit.followup.view import Phrase
    from ctgkit.schedule import Bound, Contract, Lecture

#: What follows « à » without an article; what begins otherwise stands apart.
_TO = re.compile(rf"(?:{'|'.join(MOIS)}|début|fin|mi-\w+|\d{{4}})\b")


def postponed(echeance: str | None, contract: Contract) -> Bound | None:
    """The end to which something is postponed: a day, or a phrase; `None` where that is not understood."""
    if echeance is None:
        return None
    lecture = _read(echeance, contract)
    return last_end([one.end for one in lecture.periods]) if lecture.understood else None


def postponement(echeance: str | None, contract: Contract, names: tuple[str, ...]) -> Phrase | None:
    """The same as a phrase of a calendar: what charts show of it is the day, or the days that it may be.

    Args:
        echeance: what the journal says.
        contract: the contract.
        names: what identifies what is postponed.
    """
    if echeance is None:
        return None
    phrase = phrase_of(_read(echeance, contract), (*names, "report"))
    periodes = tuple(
        one._replace(debut=one.fin, premier=one.fin.premier) if one.debut is None and one.fin else one
        for one in phrase.periodes
    )
    return phrase._replace(texte=told(echeance), periodes=periodes)


def _read(echeance: str, contract: Contract) -> Lecture:
    day = _day(echeance)
    return of(Calendrier(texte=echeance, debut=day, fin=day), contract)


def _day(echeance: str) -> date | None:
    try:
        return lire_date(echeance)
    except Unreadable:
        return None


def deadline(echeance: str) -> str:
    """For when something is: a day in words, a phrase as it was written."""
    day = _day(echeance)
    return echeance if day is None else long_date(day)


def to_when(echeance: str) -> str:
    """`au 30 septembre 2027`, `à septembre 2027`; words that do not go on from it stand between brackets."""
    if _day(echeance) is not None:
        return f"au {deadline(echeance)}"
    return f"à {echeance}" if _TO.match(echeance) else f"({echeance})"


def told(echeance: str, planned: Sequence[str] = ()) -> str:
    """`prévu fin 2026, reporté à septembre 2027`.

    Args:
        echeance: to when.
        planned: what the calendar says, phrase by phrase.
    """
    before = "\u00a0; ".join(map(_inside, planned))
    return f"{f'prévu {before}, ' if before else ''}reporté {to_when(echeance)}"


def _inside(phrase: str) -> str:
    """A phrase as it stands in a sentence: `T2 2026` keeps its capital."""
    return phrase if phrase[1:2].isupper() or phrase[1:2].isdecimal() else small(phrase)
