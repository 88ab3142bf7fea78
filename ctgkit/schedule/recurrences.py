"""How often: `chaque année`, `2 demi-journées par semestre`, `tous les deux ans`, `trimestriel`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ctgkit.schedule.scan import digits, form, skip_articles, year_at
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import (
    BEATS,
    CONTINUOUS,
    HOLIDAYS,
    LASTING,
    LASTS,
    LASTS_FROM,
    MONTHS,
    NUMBERS,
    RANK_ENDINGS,
    RENEWED,
    SPANS,
    UNITS,
    WEEKDAYS,
)
from ctgkit.vocabulary.calendrier import Unite

#: How many words may stand between a count and its unit: « 2 demi-journées par semestre ».
_REACH = 5
#: After « chaque mois de juin »: with a year or another month it is « chaque mois, de juin à… ».
_ENDS = frozenset({"", ",", ";", ".", ":", ")"})


class Beat(NamedTuple):
    """A recurrence among tokens, from `start` (it may be before the place it was found at) to `end`."""

    unit: Unite
    every: int
    times: int | None
    start: int
    end: int
    renewed: bool


def beat_at(tokens: Sequence[Token], at: int, floor: int) -> Beat | None:
    """The recurrence whose unit is announced at `at`, with what it counts from `floor` on."""
    word = form(tokens, at)
    continuous = _continuous_at(tokens, at)
    if continuous is not None:
        return continuous
    if word in BEATS:
        unit, every, times = BEATS[word]
        return Beat(unit, every, times, at, at + 1, _renewed(tokens, at))
    return _each_at(tokens, at, floor) or _per_at(tokens, at, floor) or _other_at(tokens, at, floor)


def _each_at(tokens: Sequence[Token], at: int, floor: int) -> Beat | None:
    """`chaque année`, `tous les deux ans`."""
    word = form(tokens, at)
    if word == "chaque":
        start = at - 1 if form(tokens, at - 1) == "a" and at > floor else at
        return _unit(tokens, (start, at + 1), floor, 1)
    if word in {"tous", "toutes"} and form(tokens, at + 1) == "les":
        number, after = _number(tokens, at + 2)
        return _unit(tokens, (at, after), floor, number or 1)
    return None


def _per_at(tokens: Sequence[Token], at: int, floor: int) -> Beat | None:
    """`2 fois par an`, `3 fois/an`, `un café par période de vacances`."""
    word = form(tokens, at)
    if word == "par" and at > floor and form(tokens, at + 1) in UNITS:
        return _unit(tokens, (at, at + 1), floor, 1)
    if word == "/" and at > floor and form(tokens, at + 1) in SPANS and not digits(tokens, at + 2):
        found = _unit(tokens, (at, at + 1), floor, 1)
        return found if found is not None and (found.start < at or tokens[at].glued) else None
    if word == "par" and form(tokens, at + 1) == "periode":
        return _unit(tokens, (at, at + 1), floor, 1)
    return None


def _other_at(tokens: Sequence[Token], at: int, floor: int) -> Beat | None:
    """`un mercredi sur deux`, `vacances scolaires`, `les mercredis`."""
    word = form(tokens, at)
    if word in UNITS and form(tokens, at + 1) == "sur" and form(tokens, at - 1) in {"un", "une", "1"}:
        number, after = _number(tokens, at + 2)
        if number:  # « un mercredi sur deux »
            return Beat(UNITS[word], number, None, max(at - 1, floor), after, _renewed(tokens, at - 1))
    if word == "vacances" and form(tokens, at + 1) == "scolaires":
        named = form(tokens, skip_articles(tokens, at + 2)) in HOLIDAYS
        return None if named else Beat(Unite.VACANCES, 1, None, at, at + 2, _renewed(tokens, at))
    return _weekdays_at(tokens, at)


def _weekdays_at(tokens: Sequence[Token], at: int) -> Beat | None:
    """« mercredis », « les lundis et jeudis », « le mercredi après-midi »; but not « mercredi 12 mars »."""
    after = form(tokens, at + 1)
    if form(tokens, at) in WEEKDAYS and (after, form(tokens, at + 2)) == ("du", "mois"):
        return Beat(Unite.MOIS, 1, None, at, at + 3, _renewed(tokens, at))  # « le premier mardi du mois »
    if form(tokens, at) in WEEKDAYS:
        alone = form(tokens, at - 1) == "le" and after in {"", ",", "matin", "apres", "soir", "midi", "."}
        return Beat(Unite.SEMAINE, 1, None, at, at + 1, _renewed(tokens, at - 1)) if alone else None
    if form(tokens, at).removesuffix("s") not in WEEKDAYS or digits(tokens, at + 1):
        return None
    if after in {"par", "/", "sur"} or _number(tokens, at - 1)[0]:
        return None  # « deux mercredis par mois »
    return Beat(Unite.SEMAINE, 1, None, at, _other_weekdays(tokens, at + 1), _renewed(tokens, at))


def _other_weekdays(tokens: Sequence[Token], at: int) -> int:
    """The end of the weekdays that are joined to the one that ends at `at`."""
    while form(tokens, at) in {"et", ",", "/"} and form(tokens, at + 1).removesuffix("s") in WEEKDAYS:
        at += 2
    return at


def _continuous_at(tokens: Sequence[Token], at: int) -> Beat | None:
    closed = form(tokens, at + 1) in _ENDS or form(tokens, at + 1) in LASTS_FROM
    if form(tokens, at) in LASTING and form(tokens, at - 1) in LASTS and closed:
        return Beat(Unite.CONTINU, 1, None, at, at + 1, renewed=True)
    for words in CONTINUOUS:
        end = at + len(words)
        if form(tokens, at) == words[0] and tuple(form(tokens, k) for k in range(at, end)) == words:
            if form(tokens, end) == "scolaire" and year_at(tokens, end + 1) is not None:
                return None  # « toute l'année scolaire 2025-2026 »
            if words[-1] == "annee" and year_at(tokens, end) is not None:
                return None  # « toute l'année 2025 »
            return Beat(Unite.CONTINU, 1, None, at, end, renewed=words[-1] != "annee")
    return None


def _number(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    word = form(tokens, at)
    number = NUMBERS.get(word)
    if number is None and len(word) <= 2 and word.isascii() and word.isdigit():
        number = int(word)
    return (number, at + 1) if number else (None, at)


def _unit(tokens: Sequence[Token], span: tuple[int, int], floor: int, every: int) -> Beat | None:
    """The recurrence announced from `span[0]` on, whose unit stands at `span[1]`."""
    start, at = span
    if form(tokens, at) == "periode":
        at = skip_articles(tokens, at + 1)
    unit = UNITS.get(form(tokens, at))
    if unit is None:
        return None
    end = at + 1
    if unit is Unite.SEMAINE and form(tokens, at).removesuffix("s") in WEEKDAYS:
        end = _other_weekdays(tokens, end)
    if form(tokens, end) in {"scolaire", "scolaires", "civile"}:
        end += 1
    going_on = form(tokens, end) in {"suivante", "suivantes"}  # « 2024 et chaque année suivante »
    end += going_on
    month = skip_articles(tokens, end)
    named = unit is Unite.MOIS and month > end and form(tokens, month) in MONTHS
    if named and form(tokens, at - 1) in {"chaque", "les"} and form(tokens, month + 1) in _ENDS:
        unit, end = Unite.AN, month + 1  # « chaque mois de juin »
    return _counted(tokens, Beat(unit, every, None, start, end, going_on or _renewed(tokens, start)), floor)


def _counted(tokens: Sequence[Token], beat: Beat, floor: int) -> Beat:
    """The recurrence with its count, if one stands shortly before in the same breath."""
    at = beat.start
    for back in range(at - 1, max(at - 1 - _REACH, floor - 1), -1):
        word = form(tokens, back)
        number, after = _number(tokens, back)
        if form(tokens, after) in RANK_ENDINGS and digits(tokens, back):
            break  # « le 1er jeudi de chaque mois »
        if number and after == back + 1:
            before = form(tokens, back - 1)
            several = before in {"a", "ou", "-", "/"} or (before in {",", "."} and tokens[back].glued)
            if before == "a" and form(tokens, back - 2) in {"jusqu'", ""}:
                several = False  # « jusqu'à 3 fois par an »
            if several and back - 2 >= floor and _number(tokens, back - 2)[0]:
                return beat._replace(start=back - 2, renewed=_renewed(tokens, back - 2))
            times = None if several else number
            return beat._replace(times=times, start=back, renewed=_renewed(tokens, back))
        if not (word.isalpha() or word == "-" or word.endswith("'")):
            break
    return beat


def _renewed(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is repeated is said to be renewed: it goes on after its first year."""
    if form(tokens, at - 1).startswith(RENEWED):
        return True
    # « puis à raison d'un par mois »
    return any(form(tokens, back) in {"puis", "ensuite"} for back in range(at - 1, max(at - 4, -1), -1))
