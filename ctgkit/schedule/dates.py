"""Dates among tokens. Each function looks at a bounded number of tokens from one place on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date

from ctgkit.schedule.convention import contract_at, year_of_contract_at
from ctgkit.schedule.numerals import joins, run_at
from ctgkit.schedule.period import Contract
from ctgkit.schedule.points import OF_CONTRACT, Part, Partial
from ctgkit.schedule.scan import (
    Found,
    digits,
    form,
    glued,
    skip_articles,
    two_years,
    year_after,
    year_at,
    year_form,
)
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import (
    ARTICLES,
    BEFORE_PARTICIPLE,
    CAMPAIGNS,
    COUNTED,
    FORTNIGHTS,
    HALVES,
    HOW_MANY,
    LETTERS,
    MONTHS,
    PARTS,
    RANK_ENDINGS,
    RANKS,
    SEASONS,
    WEAK_MONTHS,
    WEEKDAYS,
)

_JOINTS = frozenset({"-", "/", "a", "au", "et"})


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
    found = contract_at(tokens, at, contract)
    if found is None and part is not None and (year := year_of_contract_at(tokens, base, contract)):
        return year._replace(what="ambigu")  # « fin de la 2e année de la CTG »
    found = found or _base_at(tokens, base)
    if found is None and part is not None and form(tokens, base) in {"annee", "an"}:
        # « fin d'année »: of which one, the rest of the phrase may say.
        if form(tokens, at) == "cours" or form(tokens, base) == "an":
            return None
        found = Found(Partial("annee"), base + 1)
    if found is None or part is None or not isinstance(found.what, Partial):
        return found if part is None or found is None or isinstance(found.what, str) else None
    if found.what.kind in OF_CONTRACT:
        return found
    if found.what.part is not None or (
        found.what.kind in {"scolaire", "saison_sportive"} and part != "courant"
    ):
        return Found("ambigu", found.end)
    return Found(found.what._replace(part=part), found.end)


def _base_at(tokens: Sequence[Token], at: int) -> Found | None:
    word = form(tokens, at)
    if not word:
        return None
    if digits(tokens, at):
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
    reader = _BY_NOUN.get(word)
    return reader(tokens, at) if reader is not None else None


def _named_year_at(tokens: Sequence[Token], at: int) -> Found | None:
    end = at + 1
    if form(tokens, end) in {"scolaire", "scolaires"}:
        end += 1
        first, after = two_years(tokens, end)
        if first is not None:
            return Found(Partial("scolaire", year=first), after)
        return Found("sans_annee", end) if year_at(tokens, end) is None else Found("ambigu", end + 1)
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
    if weak and form(tokens, end) == "." and glued(tokens, end):
        end += 1
    if form(tokens, end) in CAMPAIGNS and year_at(tokens, end + 1) is not None:
        end += 1  # « octobre rose 2025 »
    year, after = year_after(tokens, end)
    if year is None and _short_year(tokens, end):
        return Found("annee_courte", end + 1)
    hyphen = form(tokens, end) in {"-", "/"} and glued(tokens, end) and glued(tokens, end + 1)
    if hyphen and _short_year(tokens, end + 1) and form(tokens, end + 2) not in MONTHS:
        return Found("annee_courte", end + 2)
    return Found(Partial("mois", month, year=year, weak=weak and year is None), after)


def _short_year(tokens: Sequence[Token], at: int) -> bool:
    """Two digits where a year should be; « mars 25 places » counts."""
    return len(form(tokens, at)) == 2 and digits(tokens, at) and form(tokens, at + 1) not in COUNTED


def _numbered_at(tokens: Sequence[Token], at: int) -> Found | None:
    """What starts with a number: a run of numbers, a ranked thing, a day, a year."""
    run = run_at(tokens, at)
    if run is not None and run.what is None:
        days = _day_of_range_at(tokens, at, tokens[at].number or 0, at + 1)  # « 12-13 mai 2025 »
        return days or run
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
        return _half_of_range_at(tokens, at, year) or Found(Partial("annee", year=year), at + 1)
    number = tokens[at].number
    return _day_at(tokens, at, number, at + 1) if number is not None and len(form(tokens, at)) <= 2 else None


def _half_of_range_at(tokens: Sequence[Token], at: int, year: int) -> Found | None:
    """The `2024 T4` or the `2025 T2` of `2024 T4 – 2025 T2`."""
    first = form(tokens, at + 3) in _JOINTS and year_form(tokens, at + 4)
    second = form(tokens, at - 1) in _JOINTS and form(tokens, at - 3) in LETTERS and year_form(tokens, at - 4)
    if form(tokens, at + 1) not in LETTERS or not (first or second) or year_form(tokens, at + 3):
        return None
    kind, number = LETTERS[form(tokens, at + 1)], tokens[at + 2].number if digits(tokens, at + 2) else None
    if number is None or not 1 <= number <= HOW_MANY[kind]:
        return None
    return Found(Partial(kind, number, year=year), at + 3)


def _rank_at(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The rank written `1er`, `2ème`, `2 e`, and its end."""
    number = tokens[at].number
    ending = form(tokens, at + 1)
    if number is None or not 1 <= number <= 4 or ending not in RANK_ENDINGS:
        return None, at
    if not glued(tokens, at + 1) and ending in {"d", "de", "re"}:
        return None, at
    return number, at + 2


def _ranked_at(tokens: Sequence[Token], at: int, rank: int, end: int) -> Found | None:
    """`1er trimestre 2024`, `seconde quinzaine de mars 2025`, `1er` of `1er et 2nd semestre 2025`."""
    word = form(tokens, end)
    if word in HALVES:
        after = _after_point(tokens, end, abbreviated=word in {"trim", "sem"})
        return _in_year(tokens, Partial(HALVES[word], rank), after)
    if word in LETTERS and word != "q":
        half = _in_year(tokens, Partial(LETTERS[word], rank), _after_point(tokens, end, abbreviated=True))
        return half if isinstance(half.what, Partial) and half.what.year is not None else None
    if word in FORTNIGHTS:
        return _fortnight_at(tokens, rank, end + 1)
    if rank == 1 and word in MONTHS and form(tokens, at) == "premier":
        return _day_at(tokens, at, 1, end)
    follow = end
    if form(tokens, follow) in {"et", "ou", ",", "-", "/", "a", "au"}:
        follow = skip_articles(tokens, follow + 1)
        if form(tokens, follow) in RANKS or (digits(tokens, follow) and _rank_at(tokens, follow)[0]):
            return Found(Partial("rang", rank, weak=True), end)
    return None


def _after_point(tokens: Sequence[Token], at: int, *, abbreviated: bool) -> int:
    end = at + 1
    return end + 1 if abbreviated and form(tokens, end) == "." and glued(tokens, end) else end


def _in_year(tokens: Sequence[Token], partial: Partial, end: int) -> Found:
    """A quarter or a half, with its year if it follows."""
    if partial.n > HOW_MANY.get(partial.kind, partial.n):
        return Found("impossible", end)
    year, after = year_after(tokens, end)
    signed = form(tokens, end) in {"-", "/"} and year_form(tokens, end + 1) and not joins(tokens, end + 2)
    if year is None and signed:
        # « T1/2025 »: the number before the sign is that of the quarter.
        return Found(partial._replace(year=tokens[end + 1].number), end + 2)
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
    number = tokens[at + 1].number if digits(tokens, at + 1) else None
    if word in LETTERS:
        if number is None or not glued(tokens, at + 1) or (tokens[at].glued and form(tokens, at - 1) == "'"):
            return None
        kind = LETTERS[word]
        if not 1 <= number <= HOW_MANY[kind]:
            # S27 is a week to some; T5 is a flat.
            weekly = word == "s" and number <= 53
            return Found("ambigu", year_after(tokens, at + 2)[1]) if weekly else None
        return _in_year(tokens, Partial(kind, number), at + 2)
    kind = HALVES[word]
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


def _sporting_season_at(tokens: Sequence[Token], at: int) -> Found | None:
    """`saison 2025-2026`, of a club or of a theatre."""
    end = at + 1
    if form(tokens, end) in {"sportive", "culturelle"}:
        end += 1
    year, after = two_years(tokens, end)
    return Found(Partial("saison_sportive", year=year), after) if year is not None else None


def _start_of_school_at(tokens: Sequence[Token], at: int) -> Found:
    end = at + 1
    if form(tokens, end) in {"scolaire", "scolaires"}:
        end += 1
    month = skip_articles(tokens, end)
    if form(tokens, month) in MONTHS:
        found = _month_at(tokens, month)
        if found is not None:
            return found
    year, after = two_years(tokens, end)
    if year is not None:
        return Found(Partial("rentree", year=year), after)  # of the school year 2025-2026
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
    return _day_of_range_at(tokens, at, number, end)


def _day_of_range_at(tokens: Sequence[Token], at: int, number: int, end: int) -> Found | None:
    """The `15` of `du 15 au 20 mars 2025`, `12-16 mai 2025`, `lundi 12 et mardi 13 mai 2025`."""
    joint = form(tokens, end)
    announced = form(tokens, at - 1) in {"du", "le", "les"} or form(tokens, at - 1) in WEEKDAYS
    tight = joint == "-" and glued(tokens, end) and glued(tokens, end + 1)
    if joint not in {"au", "et", "a", "-"} or not 1 <= number <= 31:
        return None
    second = skip_articles(tokens, end + 1)
    if form(tokens, second) in WEEKDAYS:
        second += 1
    if not digits(tokens, second) or len(form(tokens, second)) > 2:
        return None
    rank, after = _rank_at(tokens, second)
    run = run_at(tokens, second)
    if run is not None and isinstance(run.what, Partial) and run.what.kind == "jour":
        # « du 13 au 17/10/2025 »
        month: Found | None = Found(Partial("mois", run.what.month or 0, year=run.what.year), run.end)
    else:
        month = _month_at(tokens, second + 1 if rank is None else after)
    if month is None or not isinstance(month.what, Partial):
        return None
    if not announced and (at or joint == "a"):
        # « étapes 12 et 13 mai 2025 »: days, or the twelfth of something; « phase 1 - 15 mai 2025 ».
        doubtful = month.what.year is not None and (joint != "-" or tight)
        return Found("ambigu", month.end) if doubtful else None
    if month.what.year is not None and not _on_its_weekday(tokens, at, number, month.what):
        return Found("impossible", month.end)
    return Found(Partial("jour", number), end)


def _on_its_weekday(tokens: Sequence[Token], at: int, number: int, month: Partial) -> bool:
    """Whether the day is the day of the week that is written before it, if one is."""
    weekday = WEEKDAYS.get(form(tokens, at - 1))
    if weekday is None or month.year is None or number > monthrange(month.year, month.n)[1]:
        return True
    return date(month.year, month.n, number).weekday() == weekday


#: What reads the dates that a noun announces.
_BY_NOUN: dict[str, Callable[[Sequence[Token], int], Found | None]] = {
    "saison": _sporting_season_at,
    "rentree": _start_of_school_at,
    **dict.fromkeys(("annee", "annees", "exercice", "an"), _named_year_at),
}
