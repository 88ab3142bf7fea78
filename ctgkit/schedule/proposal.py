"""What to write for words that are not understood: words that are, once they stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgkit.schedule.period import Contract, Lecture, Unread
from ctgkit.schedule.reading import read
from ctgkit.vocabulary.calendrier import Raison

#: What may make a date of words that lack a year.
_WITH_YEAR = ("{words} {year}", "{words}/{year}", "{words} {year}-{next}")
#: A year in two figures: what ends the words.
_SHORT_YEAR = re.compile(r"(?<![0-9])([0-9]{2})(?=\W*$)")
#: A year in two figures is one of these years around the contract.
_AROUND = 5


def proposal(lecture: Lecture, unread: Unread, year: int) -> str | None:
    """The words to write in the place of some that are not understood, if they leave no doubt.

    Args:
        lecture: the phrase, as it is understood.
        unread: the words.
        year: that of words that lack one.
    """
    words = unread.words
    before, after = lecture.text[: words.offset], lecture.text[words.end :]
    understood = [
        written
        for written in _candidates(words.text, unread.reason, year, lecture.contract)
        if read(written, lecture.contract).understood
    ]
    # Other words of the phrase may not be understood either.
    whole = (one for one in understood if read(f"{before}{one}{after}", lecture.contract).understood)
    return next(whole, understood[0] if understood else None)


def _candidates(words: str, reason: Raison, year: int, contract: Contract) -> Iterator[str]:
    if reason.facts.lacks_year:
        yield from (one.format(words=words, year=year, next=year + 1) for one in _WITH_YEAR)
    short = _SHORT_YEAR.search(words) if reason == Raison.ANNEE_COURTE else None
    if short is not None:
        full = 2000 + int(short[1])
        if contract.debut.year - _AROUND <= full <= contract.fin.year + _AROUND:
            yield f"{words[: short.start()]}{full}{words[short.end() :]}"
