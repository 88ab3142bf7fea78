"""What is repeated, in the periods of its sentence or alone: « chaque année en octobre »."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from ctgkit.schedule.built import Built
from ctgkit.schedule.period import Period, Recurrence, Unread, Words
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.recurrences import Beat
from ctgkit.schedule.words import MONTHS, SEASONS
from ctgkit.vocabulary.calendrier import Raison, Unite

_MOMENTS = frozenset({*MONTHS, *SEASONS, "etes", "automnes", "hivers", "rentree", "rentrees"})


#: What says that there are other times, right before the date of this one.
_FIRST = frozenset({"premier", "premiere", "premiers", "premieres"})
_NEAR = 4
#: What is renewed lasts no more days than this the first time: a school year does.
_ONCE = 400


class Said(NamedTuple):
    """A recurrence among the marks: its mark, the number of its sentence, and when in the year."""

    beat: Beat
    at: int
    segment: int
    moments: tuple[Words, ...] = ()


class Left(NamedTuple):
    """Words that are not understood, their first mark, and the number of their sentence."""

    unread: Unread
    at: int
    segment: int


def with_moments(beats: Sequence[Said], left: Sequence[Left]) -> tuple[list[Said], list[Left]]:
    """The recurrences with their moments, and what stays without a meaning.

    A date without a year lacks none in the sentence of what comes back every year: it goes with the
    recurrence before it, or with the first one.
    """
    said = list(beats)
    yearly: dict[int, list[int]] = {}
    for k, one in enumerate(said):
        if one.beat.unit is Unite.AN:
            yearly.setdefault(one.segment, []).append(k)
    stays: list[Left] = []
    for date in left:
        ranks = yearly.get(date.segment)
        if ranks is None or date.unread.reason != Raison.SANS_ANNEE:
            stays.append(date)
            continue
        k = ranks[max(bisect(ranks, date.at, key=lambda rank: said[rank].at) - 1, 0)]
        said[k] = said[k]._replace(moments=(*said[k].moments, date.unread.words))
    return said, stays


def repeated(phrase: Phrase, built: Sequence[Built], beats: Sequence[Said]) -> list[Period]:
    """The periods, each with what is repeated in it: what follows or precedes it in its sentence."""
    mine: dict[int, list[Said]] = {}
    placed: list[tuple[int, Period]] = []
    opens: dict[int, int] = {}  # the first period of each sentence
    for k, one in enumerate(built):
        opens.setdefault(one.segment, k)
    before = -1
    for said in beats:
        while before + 1 < len(built) and built[before + 1].first < said.at:
            before += 1
        if before >= 0 and built[before].segment == said.segment:
            mine.setdefault(before, []).append(said)
        elif said.segment in opens:
            mine.setdefault(opens[said.segment], []).append(said)
        else:
            alone = _recurrence(phrase, said)
            placed.append((said.at, Period(alone.words, None, None, (alone,))))
    placed += [(one.first, _period(phrase, one, mine.get(k, []))) for k, one in enumerate(built)]
    return [period for _, period in sorted(placed, key=_by_place)]


def _period(phrase: Phrase, built: Built, beats: list[Said]) -> Period:
    period = built.period._replace(recurrences=tuple(_recurrence(phrase, said) for said in beats))
    again = any(said.beat.renewed for said in beats) or (beats and _is_first_time(phrase, built))
    if built.form == "bare" and again:
        start, end = period.start, period.end
        # What is renewed does not end with its first time.
        if start is not None and end is not None and (end.dernier - start.premier).days < _ONCE:
            return period._replace(end=None)
    return period


def _is_first_time(phrase: Phrase, built: Built) -> bool:
    """« Action annuelle, première édition en octobre 2024 »."""
    start = phrase.marks[built.first].first
    return any(token.form in _FIRST for token in phrase.tokens[max(start - _NEAR, 0) : start])


def _recurrence(phrase: Phrase, said: Said) -> Recurrence:
    beat = said.beat
    words = phrase.between(beat.start, beat.end)
    moments = said.moments
    if phrase.tokens[beat.end - 1].form in _MOMENTS:  # « chaque été »
        moments = (phrase.between(beat.end - 1, beat.end), *moments)
    return Recurrence(words, beat.unit, beat.every, beat.times, moments)


def _by_place(placed: tuple[int, Period]) -> int:
    return placed[0]
