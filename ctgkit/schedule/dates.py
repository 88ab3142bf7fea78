"""Dates among tokens. Each function looks at a bounded number of tokens from one place on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ctgkit.schedule.period import Contract, Reason
from ctgkit.schedule.points import Kind, Part, Partial
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import (
    ARTICLES,
    BEFORE_PARTICIPLE,
    CONTRACT,
    CONTRACT_DURATION,
    CONTRACT_ENDS,
    CONTRACT_LEADS,
    COUNTED,
    COUNTED_SIGNS,
    FORTNIGHTS,
    HALVES,
    HOW_MANY,
    LETTERS,
    MONTHS,
    OTHER_CONVENTION,
    PARTS,
    RANK_ENDINGS,
    RANKS,
    SEASONS,
    WEAK_MONTHS,
    WEEKDAYS,
)

#: Years that a plan may name, as in :mod:`ctgkit.model.valeurs`.
_YEARS = range(1900, 2200)
_SEPARATORS = frozenset("-/.")
#: As many years in a row need not be looked at together.
_LONG_RUN = 4


class Found(NamedTuple):
    """What starts at a token: a date, the reason why it is none, or a number that is prose; and its end."""

    what: Partial | Reason | None
    end: int


def form(tokens: Sequence[Token], at: int) -> str:
    """The form of a token, empty beyond the last."""
    return tokens[at].form if 0 <= at < len(tokens) else ""


def _glued(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].glued


def _digits(tokens: Sequence[Token], at: int) -> bool:
    return form(tokens, at)[:1].isdigit() and form(tokens, at).isascii()


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """The year that the token writes, unless it counts something or is part of a longer number."""
    if len(form(tokens, at)) != 4 or not _digits(tokens, at):
        return None
    number = tokens[at].number
    if number not in _YEARS:
        return None
    after = form(tokens, at + 1)
    if _glued(tokens, at + 1) and after[:1].isalpha():
        return None
    if after in COUNTED_SIGNS or after in COUNTED:
        return None
    if len(after) == 3 and _digits(tokens, at + 1):
        return None  # 2024 000
    decimal = after == "." or (after == "," and not _year_form(tokens, at + 2))
    if decimal and _glued(tokens, at + 1) and _glued(tokens, at + 2) and _digits(tokens, at + 2):
        return None
    before = at - 1
    if form(tokens, before) in _SEPARATORS | {"+", ","} and tokens[at].glued and tokens[before].glued:
        if _digits(tokens, before - 1) and not _year_form(tokens, before - 1):
            return None
    elif at and tokens[at].glued and form(tokens, before)[-1:].isalnum():
        return None
    return number


def _year_form(tokens: Sequence[Token], at: int) -> bool:
    return len(form(tokens, at)) == 4 and tokens[at].number in _YEARS


def skip_articles(tokens: Sequence[Token], at: int, limit: int = 3) -> int:
    """The first token from `at` on that is not an article."""
    end = at
    while end - at < limit and form(tokens, end) in ARTICLES:
        end += 1
    return end


def year_after(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The year that completes what ends at `at`: `2025`, `de l'année 2025`, `(2025)`, `-2025`."""
    end = at
    if form(tokens, end) == "(" and form(tokens, end + 2) == ")":
        year = year_at(tokens, end + 1)
        return (year, end + 3) if year else (None, at)
    if form(tokens, end) in {"-", "/"}:
        end += 1
    else:
        end = skip_articles(tokens, end)
        if form(tokens, end) in {"annee", "an"}:
            end += 1
            if form(tokens, end) == "civile":
                end += 1
    year = year_at(tokens, end)
    return (year, end + 1) if year else (None, at)


def date_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """The date that starts at `at`, if any."""
    part: Part | None = None
    base = at
    name = PARTS.get(form(tokens, at))
    if name is not None:
        part = name  # type: ignore[assignment]
        base = at + 1
        if form(tokens, at) == "mi" and form(tokens, base) == "-":
            base += 1
        base = skip_articles(tokens, base)
    found = _contract_at(tokens, at, contract) or _base_at(tokens, base)
    if found is None and part is not None and form(tokens, base) in {"annee", "an"}:
        # « fin d'année »: of which one, the rest of the phrase may say.
        if form(tokens, at) == "cours" or form(tokens, base) == "an":
            return None
        found = Found(Partial("annee"), base + 1)
    if found is None or part is None or not isinstance(found.what, Partial):
        return found if part is None or found is None or isinstance(found.what, str) else None
    if found.what.kind in {"debut", "fin", "signature", "contrat"}:
        return found
    if found.what.part is not None:
        return Found("ambigu", found.end)
    return Found(found.what._replace(part=part), found.end)


def _base_at(tokens: Sequence[Token], at: int) -> Found | None:
    word = form(tokens, at)
    if not word:
        return None
    if _digits(tokens, at):
        return _numbered_at(tokens, at)
    if word == "mois":
        inner = skip_articles(tokens, at + 1)
        return _month_at(tokens, inner) if inner > at + 1 else None
    if word in MONTHS:
        return _month_at(tokens, at)
    if word in RANKS:
        return _ranked_at(tokens, at, RANKS[word], at + 1)
    if word in HALVES or word in LETTERS:
        return _half_at(tokens, at)
    if word in SEASONS:
        return _season_at(tokens, at)
    if word == "rentree":
        return _start_of_school_at(tokens, at)
    if word in {"annee", "annees", "exercice", "an"}:
        return _named_year_at(tokens, at)
    return None


def _named_year_at(tokens: Sequence[Token], at: int) -> Found | None:
    end = at + 1
    if form(tokens, end) in {"scolaire", "scolaires"}:
        end += 1
        first = year_at(tokens, end)
        if form(tokens, end + 1) in {"-", "/"} and first is not None:
            second = year_at(tokens, end + 2)
            if second == first + 1:
                return Found(Partial("scolaire", year=first), end + 3)
        return Found("ambigu", end + 1) if first is not None else Found("sans_annee", end)
    if form(tokens, end) in {"civile", "civiles"}:
        end += 1
    year = year_at(tokens, end)
    return Found(Partial("annee", year=year), end + 1) if year else None


def _month_at(tokens: Sequence[Token], at: int) -> Found | None:
    month = MONTHS.get(form(tokens, at))
    if month is None:
        return None
    weak = form(tokens, at) in WEAK_MONTHS
    end = at + 1
    if weak and form(tokens, end) == "." and _glued(tokens, end):
        end += 1
    year, after = year_after(tokens, end)
    if year is None and _short_year(tokens, end):
        return Found("annee_courte", end + 1)
    return Found(Partial("mois", month, year=year, weak=weak and year is None), after)


def _short_year(tokens: Sequence[Token], at: int) -> bool:
    """Two digits where a year should be; « mars 25 places » counts."""
    return len(form(tokens, at)) == 2 and _digits(tokens, at) and form(tokens, at + 1) not in COUNTED


def _numbered_at(tokens: Sequence[Token], at: int) -> Found | None:
    """What starts with a number: a run of numbers, a ranked thing, a day, a year."""
    run = _run_at(tokens, at)
    if run is not None:
        return run
    rank, end = _rank_at(tokens, at)
    if rank is not None:
        ranked = _ranked_at(tokens, at, rank, end)
        if ranked is not None:
            return ranked
        if rank == 1:
            day = _day_at(tokens, at, 1, end)
            if day is not None:
                return day
        return None
    year = year_at(tokens, at)
    if year is not None:
        return Found(Partial("annee", year=year), at + 1)
    number = tokens[at].number
    return _day_at(tokens, at, number, at + 1) if number is not None and len(form(tokens, at)) <= 2 else None


def _rank_at(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The rank written `1er`, `2ème`, `2 e`, and its end."""
    number = tokens[at].number
    ending = form(tokens, at + 1)
    if number is None or not 1 <= number <= 4 or ending not in RANK_ENDINGS:
        return None, at
    if not _glued(tokens, at + 1) and ending in {"d", "de", "re"}:
        return None, at
    return number, at + 2


def _ranked_at(tokens: Sequence[Token], at: int, rank: int, end: int) -> Found | None:
    """`1er trimestre 2024`, `seconde quinzaine de mars 2025`, `1er` of `1er et 2nd semestre 2025`."""
    word = form(tokens, end)
    if word in HALVES:
        kind: Kind = HALVES[word]  # type: ignore[assignment]
        return _in_year(tokens, Partial(kind, rank), _after_point(tokens, end, word in {"trim", "sem"}))
    if word in FORTNIGHTS:
        return _fortnight_at(tokens, rank, end + 1)
    if rank == 1 and word in MONTHS and form(tokens, at) == "premier":
        return _day_at(tokens, at, 1, end)
    follow = end
    if form(tokens, follow) in {"et", "ou", ",", "-", "/", "a", "au"}:
        follow = skip_articles(tokens, follow + 1)
        if form(tokens, follow) in RANKS or (_digits(tokens, follow) and _rank_at(tokens, follow)[0]):
            return Found(Partial("rang", rank, weak=True), end)
    return None


def _after_point(tokens: Sequence[Token], at: int, abbreviated: bool) -> int:  # noqa: FBT001
    end = at + 1
    return end + 1 if abbreviated and form(tokens, end) == "." and _glued(tokens, end) else end


def _in_year(tokens: Sequence[Token], partial: Partial, end: int) -> Found:
    """A quarter or a half, with its year if it follows."""
    if partial.n > HOW_MANY.get(partial.kind, partial.n):
        return Found("impossible", end)
    year, after = year_after(tokens, end)
    if year is None and _short_year(tokens, end):
        return Found("annee_courte", end + 1)
    return Found(partial._replace(year=year), after)


def _fortnight_at(tokens: Sequence[Token], rank: int, at: int) -> Found | None:
    if rank > 2:
        return Found("impossible", at)
    month = _month_at(tokens, skip_articles(tokens, at))
    if month is None:
        return Found(Partial("quinzaine", rank, weak=True), at)
    if not isinstance(month.what, Partial):
        return month
    return Found(Partial("quinzaine", rank, month=month.what.n, year=month.what.year), month.end)


def _half_at(tokens: Sequence[Token], at: int) -> Found | None:
    """`T2 2026`, `S1`, `trimestre 2 de 2025`."""
    word = form(tokens, at)
    number = tokens[at + 1].number if _digits(tokens, at + 1) else None
    if word in LETTERS:
        if number is None or not _glued(tokens, at + 1) or (tokens[at].glued and form(tokens, at - 1) == "'"):
            return None
        kind: Kind = LETTERS[word]  # type: ignore[assignment]
        if not 1 <= number <= HOW_MANY[kind]:
            # S27 is a week to some; T5 is a flat.
            return Found("ambigu", at + 2) if word == "s" and number <= 53 else None
        return _in_year(tokens, Partial(kind, number), at + 2)
    kind = HALVES[word]  # type: ignore[assignment]
    if number is None or len(form(tokens, at + 1)) != 1 or form(tokens, at + 2) in RANK_ENDINGS:
        return None
    return _in_year(tokens, Partial(kind, number), at + 2)


def _season_at(tokens: Sequence[Token], at: int) -> Found | None:
    word = form(tokens, at)
    if word == "ete" and form(tokens, at - 1) in BEFORE_PARTICIPLE:
        return None
    end = at + 1
    if word == "hiver":
        first, after = year_after(tokens, end)
        if first is not None and form(tokens, after) in {"-", "/"}:
            second = year_at(tokens, after + 1)
            if second is not None:
                right = second == first + 1
                return Found(Partial("hiver", year=first) if right else "ambigu", after + 2)
    return _in_year(tokens, Partial("saison", SEASONS[word]), end)


def _start_of_school_at(tokens: Sequence[Token], at: int) -> Found:
    end = at + 1
    if form(tokens, end) in {"scolaire", "scolaires"}:
        end += 1
    month = skip_articles(tokens, end)
    if form(tokens, month) in MONTHS:
        found = _month_at(tokens, month)
        if found is not None:
            return found
    return _in_year(tokens, Partial("rentree"), end)


def _day_at(tokens: Sequence[Token], at: int, number: int, end: int) -> Found | None:
    """`15 mars 2025`, or the `15` of `du 15 au 20 mars 2025`."""
    if form(tokens, end) in MONTHS:
        month = _month_at(tokens, end)
        if month is None or not isinstance(month.what, Partial):
            return month
        if month.what.weak and form(tokens, at - 1) not in ARTICLES:
            return None  # « 12 sept »: not a day unless something says so
        if not 1 <= number <= 31:
            return Found("impossible", month.end) if number else None
        if month.what.year is not None and not _on_its_weekday(tokens, at, number, month.what):
            return Found("impossible", month.end)
        return Found(Partial("jour", number, month=month.what.n, year=month.what.year), month.end)
    if form(tokens, at - 1) in {"du", "le", "les"} and form(tokens, end) in {"au", "et", "a", "-"}:
        second = skip_articles(tokens, end + 1)
        if not _digits(tokens, second) or len(form(tokens, second)) > 2:
            return None
        rank, after = _rank_at(tokens, second)
        if form(tokens, second + 1 if rank is None else after) in MONTHS:
            return Found(Partial("jour", number), end)
    return None


def _on_its_weekday(tokens: Sequence[Token], at: int, number: int, month: Partial) -> bool:
    """Whether the day is the day of the week that is written before it, if one is."""
    weekday = WEEKDAYS.get(form(tokens, at - 1))
    if weekday is None or month.year is None or number > monthrange(month.year, month.n)[1]:
        return True
    return date(month.year, month.n, number).weekday() == weekday


def _run_at(tokens: Sequence[Token], at: int) -> Found | None:
    """Numbers joined by signs: `15/03/2025`, `2025-03-15`, `03/2025`; `None` for years alone.

    What holds a year and is none of these is not read; what holds none is prose, unless it looks
    like a day and its month.
    """
    numbers, signs, end = [at], list[str](), at + 1
    only_years = _year_form(tokens, at)
    while not (only_years and len(numbers) == _LONG_RUN) and _joins(tokens, end):
        signs.append(form(tokens, end))
        numbers.append(end + 1)
        only_years = only_years and _year_form(tokens, end + 1)
        end += 2
    if not signs or only_years:
        return None
    lengths = [len(form(tokens, number)) for number in numbers]
    if form(tokens, end)[:1].isalpha() and _glued(tokens, end):
        return Found(None, end)
    values = [
        int(form(tokens, number)) if length <= 4 else -1
        for number, length in zip(numbers, lengths, strict=True)
    ]
    years = [_year_form(tokens, number) for number in numbers]
    alike = len(set(signs)) == 1
    if alike and years == [False, False, True] and max(lengths[:2]) <= 2:
        return Found(_day(values[0], values[1], values[2]), end)
    if alike and signs[0] == "-" and years == [True, False, False] and lengths[1:] == [2, 2]:
        return Found(_day(values[2], values[1], values[0]), end)
    if years == [False, True] and lengths[0] <= (2 if signs == ["/"] else 0) + 2 * (lengths[0] == 2):
        return Found(
            Partial("mois", values[0], year=values[1]) if 1 <= values[0] <= 12 else "impossible", end
        )
    if any(years):
        return Found("annee_courte" if years[0] and lengths[1] == 2 else "ambigu", end)
    looks = lengths[0] <= 2 and 1 <= values[0] <= 31 and 1 <= values[1] <= 12
    if looks and alike and lengths == [2, 2, 2]:
        return Found("annee_courte", end)
    if looks and signs == ["/"] and lengths == [2, 2] and form(tokens, end) not in {"ans", "mois"}:
        return Found("sans_annee", end)
    return Found(None, end)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at `at` joins two numbers; a stroke does so between spaces as well."""
    if form(tokens, at) not in _SEPARATORS or not _digits(tokens, at + 1):
        return False
    return form(tokens, at) == "/" or (_glued(tokens, at) and _glued(tokens, at + 1))


def _day(day: int, month: int, year: int) -> Partial | Reason:
    return (
        Partial("jour", day, month=month, year=year) if 1 <= day <= 31 and 1 <= month <= 12 else "impossible"
    )


def _contract_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """The contract or one of its ends: `tout au long de la CTG`, `signature de la convention`."""
    end = CONTRACT_ENDS.get(form(tokens, at))
    if end is not None:
        noun = skip_articles(tokens, at + 1)
        if form(tokens, noun) in CONTRACT and noun > at:
            return _noun_at(tokens, noun, end, contract)  # type: ignore[arg-type]
    seen, here = False, at
    while here - at < 10 and form(tokens, here) in CONTRACT_LEADS:
        seen = seen or form(tokens, here) in CONTRACT_DURATION
        here += 1
    if seen and form(tokens, here) in CONTRACT:
        return _noun_at(tokens, here, "contrat", contract)
    whole = form(tokens, here - 1) == "duree" and form(tokens, here - 3) == "toute"
    if whole and here - at >= 3 and not form(tokens, here)[:1].isalnum():
        return Found(Partial("contrat"), here)
    return None


def _noun_at(tokens: Sequence[Token], at: int, kind: Kind, contract: Contract) -> Found:
    """The end of « convention territoriale globale 2021-2024 »; other years are another contract."""
    end = at + 1
    if form(tokens, end) == "territoriale" and form(tokens, end + 1) == "globale":
        end += 2
    elif form(tokens, at) == "convention" and form(tokens, end) in OTHER_CONVENTION:
        return Found("ambigu", end)
    first = year_at(tokens, end)
    if first is None:
        return Found(Partial(kind), end)
    last = year_at(tokens, end + 2) if form(tokens, end + 1) in {"-", "/"} else None
    after = end + (1 if last is None else 3)
    same = first == contract.debut.year and (last or first) == contract.fin.year
    return Found(Partial(kind) if same else "reference", after)
