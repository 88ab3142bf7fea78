"""The tokens of a phrase grouped into what they are: dates, operators, links, recurrences, prose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from ctgkit.schedule.dates import date_at
from ctgkit.schedule.durations import duration_at, hint_at
from ctgkit.schedule.period import Contract
from ctgkit.schedule.points import Partial
from ctgkit.schedule.recurrences import Beat, beat_at
from ctgkit.schedule.scan import count_at, digits, form, glued, skip_articles, year_after, year_at
from ctgkit.schedule.senses import Sense, phrase_at, sense_of
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import (
    AMBIGUOUS_BEATS,
    BEFORE_PARTICIPLE,
    KNOWN_ELISIONS,
    MONTHS,
    OPERATORS,
    PREPOSITIONS,
    RANK_ENDINGS,
    RANKS,
    SUSPECT,
    WEEKDAYS,
    Operator,
)
from ctgkit.vocabulary.calendrier import Raison

#: How a date is joined to the next one.
Link: TypeAlias = Literal["to", "dash", "slash", "comma", "and", "or"]

_LINKS: dict[str, Link] = {
    "-": "dash",
    "/": "slash",
    ",": "comma",
    "→": "to",
    ">": "to",
    "et": "and",
    "puis": "and",
    "&": "and",
    "ou": "or",
    "voire": "or",
    "sinon": "or",
}
_STOPS = frozenset(";.!?•|")
#: Words that a full stop shortens.
_SHORTENED = frozenset({"cf", "ref", "art", "env", "min", "max"})
#: How many words may stand in a bracket before its number.
_BRACKET = 12
_PLURALS = frozenset({"annees", "semestres", "trimestres", "quinzaines"})


class Mark(NamedTuple):
    """One or several tokens, `first` included and `last` not, and what they are.

    `what` is the date of a `date`, the operator of an `operator`, and so on; `None` for the kinds
    that need no more, and for prose that is not known to say anything of dates.
    """

    kind: Literal[
        "date", "operator", "link", "preposition", "beat", "stop", "colon", "number", "hint", "bad", "prose"
    ]
    first: int
    last: int
    what: Partial | Operator | Link | Beat | Raison | Sense | None = None


def mark(tokens: Sequence[Token], contract: Contract) -> list[Mark]:
    """The marks of a phrase, in order; each token is in one of them, in one pass."""
    marks: list[Mark] = []
    at = floor = 0
    while at < len(tokens):
        found = _mark_at(tokens, at, floor, contract)
        while marks and marks[-1].first >= found.first:
            marks.pop()  # a recurrence takes the words that it counts
        if marks and marks[-1].last > found.first:
            marks[-1] = marks[-1]._replace(last=found.first)
        marks.append(found)
        at = found.last
        if found.kind in {"date", "operator", "beat", "stop", "colon", "bad"}:
            floor = at
    return marks


def _mark_at(tokens: Sequence[Token], at: int, floor: int, contract: Contract) -> Mark:
    beat = beat_at(tokens, at, floor)
    if beat is not None:
        return Mark("beat", beat.start, beat.end, beat)
    length = duration_at(tokens, at, contract)
    if length is not None:
        return Mark("bad", at, length, Raison.DUREE)
    found = date_at(tokens, at, contract)
    if found is not None:
        if isinstance(found.what, str):
            return Mark("bad", at, found.end, found.what)
        return Mark("number" if found.what is None else "date", at, found.end, found.what)
    operator = _operator_at(tokens, at, contract)
    if operator is not None:
        return operator
    together = phrase_at(tokens, at)
    if together is not None:
        sense, end = together
        return Mark("prose", at, end, sense)
    return _sign_at(tokens, at) or _word_at(tokens, at, contract)


def _sign_at(tokens: Sequence[Token], at: int) -> Mark | None:
    word = form(tokens, at)
    if _numbers_item(tokens, at):
        return Mark("stop", at, at + 2)
    if word in _LINKS:
        return Mark("link", at, at + 1, _LINKS[word])
    if word == "." and form(tokens, at - 1) in _SHORTENED and glued(tokens, at):
        return Mark("prose", at, at + 1)
    if word in _STOPS:
        return Mark("stop", at, at + 1)
    if word in {":", "("}:
        return Mark("colon", at, at + 1)
    return None


def _numbers_item(tokens: Sequence[Token], at: int) -> bool:
    """« 1) 2024 : diagnostic b) 2025 : actions », but not « (phase 1) »."""
    word = form(tokens, at)
    if not (len(word) == 1 and word.isalnum() and form(tokens, at + 1) == ")" and glued(tokens, at + 1)):
        return False
    around = [form(tokens, near) for near in range(max(at - _BRACKET, 0), at)]
    closed = len(around) - around[::-1].index(")") if ")" in around else 0
    return "(" not in around[closed:]


def _word_at(tokens: Sequence[Token], at: int, contract: Contract) -> Mark:
    word = form(tokens, at)
    if word == "vacances":
        month = skip_articles(tokens, at + 1)
        if form(tokens, month) in MONTHS:
            # The holidays of « février » may last until March.
            return Mark("bad", at, year_after(tokens, month + 1)[1], Raison.AMBIGU)
    hint = hint_at(tokens, at)
    if hint is not None:
        reason, end = hint
        return Mark("hint", at, end, reason)
    if word in PREPOSITIONS or (word in WEEKDAYS and count_at(tokens, at + 1)):
        return Mark("preposition", at, at + 1)
    if word[0].isdigit():
        return Mark("number", at, at + 1)
    return _suspect_at(tokens, at, word, contract)


def _operator_at(tokens: Sequence[Token], at: int, contract: Contract) -> Mark | None:
    for rest, name in OPERATORS.get(form(tokens, at), ()):
        end = at + 1 + len(rest)
        if all(form(tokens, at + 1 + k) == part for k, part in enumerate(rest)):
            if name == "except" and phrase_at(tokens, at) is not None:
                return None  # « sauf imprévu »
            compound = form(tokens, end) == "-" and glued(tokens, end) and glued(tokens, end + 1)
            if compound and form(tokens, end + 1).isalpha() and form(tokens, end + 1) not in MONTHS:
                return None  # « avant-projet », « après-midi »
            if form(tokens, at) == "des" and not (tokens[at].grave or _since(tokens, end, contract)):
                return None
            return Mark("operator", at, end, name)
    return _arrow_at(tokens, at)


def _arrow_at(tokens: Sequence[Token], at: int) -> Mark | None:
    """« 2024 => 2026 », or an arrow that no date is on one side of: « > 2024 », « → 2026 », « 2024 -> ».

    A dash that ends the phrase leads on as well: « 2024 - ».
    """
    if form(tokens, at) == "-" and 0 < at == len(tokens) - 1:
        return Mark("operator", at, at + 1, "onward")
    end = at
    while end - at < 3 and form(tokens, end) in {"-", "="} and glued(tokens, end + 1):
        end += 1
    if form(tokens, end) not in {">", "→"}:
        return None
    end += 1
    if at == 0:
        return Mark("operator", at, end, "plus" if form(tokens, at) == ">" else "until")
    return Mark("operator", at, end, "onward") if end == len(tokens) else Mark("link", at, end, "to")


def _since(tokens: Sequence[Token], at: int, contract: Contract) -> bool:
    """Whether « des » is « dès » without its accent: « des » is never before an article or one date."""
    if form(tokens, at) in {"la", "le", "l'", "debut", "fin", "signature"} or year_at(tokens, at) is not None:
        return True
    found = date_at(tokens, at, contract)
    if found is None or not isinstance(found.what, Partial):
        return False
    if found.what.kind == "jour" and found.what.month is None:
        return False  # « le week-end des 12 et 13 avril »
    if found.what.kind == "vacances" and form(tokens, at - 2).isalpha():
        return False  # « le temps des vacances d'été 2025 »
    plural = any(form(tokens, k) in _PLURALS for k in range(at, found.end))
    return not plural and (found.what.complete or found.what.kind in {"mois", "jour"})


def _suspect_at(tokens: Sequence[Token], at: int, word: str, contract: Contract) -> Mark:
    if word in {"semaine", "semaines", "week"} or word in AMBIGUOUS_BEATS:
        return _week_at(tokens, at, word, contract)
    if word.endswith("qu'") and word not in KNOWN_ELISIONS:
        return Mark("bad", at, at + 1, Raison.AMBIGU)  # « jsuqu'en 2026 »
    reason = SUSPECT.get(word)
    if reason is None or (word == "ete" and form(tokens, at - 1) in BEFORE_PARTICIPLE):
        return Mark("prose", at, at + 1, sense_of(tokens[at]))
    first, after = _counted(tokens, at)
    year, end = year_after(tokens, after)
    # « semestre 2026 », « 1er quadrimestre 2026 »: the year is there, and says not which months.
    return Mark("bad", first, end, reason if year is None else Raison.AMBIGU)


def _counted(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Where `1er quadrimestre` or `bimestre 2` starts and ends, from its noun."""
    first, end = at, at + 1
    if form(tokens, at - 1) in RANKS:
        first = at - 1
    elif form(tokens, at - 1) in RANK_ENDINGS and glued(tokens, at - 1) and digits(tokens, at - 2):
        first = at - 2
    elif len(form(tokens, end)) == 1 and digits(tokens, end):
        end += 1
    return first, end


def _week_at(tokens: Sequence[Token], at: int, word: str, contract: Contract) -> Mark:
    """« semaine du 15 mars 2025 » is not that day, « semaine du 12 au 16 mai 2025 » is those days.

    « biannuel » is not clear at all.
    """
    if word in AMBIGUOUS_BEATS:
        return Mark("bad", at, at + 1, Raison.AMBIGU)
    after = skip_articles(tokens, at + (3 if word == "week" else 1))
    if form(tokens, after)[:1].isdigit():
        found = date_at(tokens, after, contract)
        end = found.end if found is not None else year_after(tokens, after + 1)[1]
        ranged = form(tokens, end) in {"au", "-", "et"} and form(tokens, end + 1)[:1].isdigit()
        ranged = ranged and (form(tokens, end) != "et" or word == "week")  # « week-end des 12 et 13 avril »
        if word in {"semaine", "week"} and found is not None and ranged:
            return Mark("prose", at, at + 1)
        if form(tokens, end) == "et":  # « semaines du 12 et du 19 mai 2025 »
            second = date_at(tokens, skip_articles(tokens, end + 1), contract)
            end = second.end if second is not None else end
        return Mark("bad", at, end, Raison.AMBIGU)
    return Mark("prose", at, at + 1)
