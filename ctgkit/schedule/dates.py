"""Dates among tokens. Each function looks at a bounded number of tokens from one place on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from ctgkit.schedule.convention import contract_at, year_of_contract_at
from ctgkit.schedule.numerals import joins, run_at
from ctgkit.schedule.period import Contract
from ctgkit.schedule.points import LONG, OF_CONTRACT, Partial
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
from ctgkit.schedule.school import blue_week_at, holidays_at, term_at
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
    PLURAL_SEASONS,
    RANK_ENDINGS,
    RANKS,
    SEASONS,
    WEAK_MONTHS,
    WEEKDAYS,
    Half,
    Part,
)
from ctgkit.vocabulary.calendrier import Raison

#: What joins the ends of a range, and the ranks of one thing.
_JOINTS = frozenset({"-", "/", "a", "au", "et"})
_RANK_JOINTS = _JOINTS | {"ou", ","}
#: The ranks that are dates when one follows another: « 4e et 3e trimestre », but not « 6e et 5e ».
_LISTED = range(1, 5)
#: No more days than this are listed before their month.
_MOST_LISTED = 12


def date_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """The date that starts at `at`, if any."""
    part, base = _part_at(tokens, at)
    found = contract_at(tokens, at, contract)
    if found is None and part == "courant" and (year := year_of_contract_at(tokens, base, contract)):
        return year
    if found is None and part is not None and (year := year_of_contract_at(tokens, base, contract)):
        return year._replace(what=Raison.AMBIGU)  # « fin de la 2e année de la CTG »
    found = found or _base_at(tokens, base)
    if found is None and part is not None and form(tokens, base) == "annee" and form(tokens, at) != "cours":
        found = Found(Partial("annee"), base + 1)  # « fin d'année »: the rest of the phrase may say of which
    if part is None or found is None or isinstance(found.what, str):
        return found
    if part in {"debut", "fin"} and found.what is not None and found.what.kind == "jour":
        return None  # « début 01/09/2024 »
    return _part_of(found.what, part, found.end) if found.what is not None else None


def _part_at(tokens: Sequence[Token], at: int) -> tuple[Part | None, int]:
    """The part of a date that a word says, « début », « mi- », and where that date starts."""
    part = PARTS.get(form(tokens, at))
    if part is None:
        return None, at
    base = at + 1
    if form(tokens, at) == "mi" and form(tokens, base) == "-":
        base += 1
    return part, skip_articles(tokens, base)


def _part_of(whole: Partial, part: Part, end: int) -> Found:
    if whole.kind in OF_CONTRACT:
        return Found(whole, end)
    if whole.kind in LONG and part != "courant" and (whole.kind != "scolaire" or part == "milieu"):
        return Found(Raison.AMBIGU, end)
    return Found(whole._replace(part=part), end)


def _base_at(tokens: Sequence[Token], at: int) -> Found | None:
    if digits(tokens, at):
        return _numbered_at(tokens, at)
    reader = _READERS.get(form(tokens, at))
    return reader(tokens, at) if reader is not None else None


def _named_year_at(tokens: Sequence[Token], at: int) -> Found | None:
    end = at + 1
    if form(tokens, at) == "an" and form(tokens, at - 1) not in {"", "l'"}:
        return None  # « espace An 2000 »
    if form(tokens, end) in {"scolaire", "scolaires"}:
        end += 1
        first, after = two_years(tokens, end)
        if first is not None:
            return Found(Partial("scolaire", year=first), after)
        if form(tokens, at - 1) == "(" and form(tokens, end) == ")":
            return None  # « de septembre 2024 à juin 2025 (année scolaire) »
        if year_at(tokens, end) is None:
            return Found(Raison.SANS_ANNEE, end)
        ranged = form(tokens, end + 1) in {"-", "/"} and year_at(tokens, end + 2) is not None
        return Found(Raison.AMBIGU, end + 1 + 2 * ranged)
    if form(tokens, end) == "civile":
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
    if form(tokens, end) in CAMPAIGNS:
        end += 1  # « octobre rose 2025 »
    year, after = year_after(tokens, end)
    if year is None and _short_year(tokens, end):
        return Found(Raison.ANNEE_COURTE, end + 1)
    hyphen = form(tokens, end) in {"-", "/"} and glued(tokens, end) and glued(tokens, end + 1)
    if hyphen and _short_year(tokens, end + 1) and form(tokens, end + 2) not in MONTHS:
        return Found(Raison.ANNEE_COURTE, end + 2)
    return Found(Partial("mois", month, year=year, weak=weak and year is None), max(after, end))


def _short_year(tokens: Sequence[Token], at: int) -> bool:
    """Two digits where a year should be; « mars 25 places » counts."""
    return len(form(tokens, at)) == 2 and digits(tokens, at) and form(tokens, at + 1) not in COUNTED


def _month_named_at(tokens: Sequence[Token], at: int) -> Found | None:
    """`mois de mars 2025`."""
    return _month_at(tokens, skip_articles(tokens, at + 1))


def _numbered_at(tokens: Sequence[Token], at: int) -> Found | None:
    """What starts with a number: a run of numbers, a ranked thing, a day, a year."""
    run = run_at(tokens, at)
    if run is not None:
        days = _day_of_range_at(tokens, at, at + 1) if run.what is None else None  # « 12-13 mai 2025 »
        return days or run
    rank, end = _rank_at(tokens, at)
    if rank is not None:
        return _ranked_at(tokens, at, rank, end)
    year = year_at(tokens, at)
    if year is not None and form(tokens, at - 1) == "scolaires" and two_years(tokens, at)[0]:
        return Found(Partial("scolaire", year=year), at + 3)  # « vacances scolaires 2024-2025 »
    if year is not None:
        return _half_of_range_at(tokens, at, year) or Found(Partial("annee", year=year), at + 1)
    return _day_at(tokens, at, at + 1) if len(form(tokens, at)) <= 2 else None


def _half_of_range_at(tokens: Sequence[Token], at: int, year: int) -> Found | None:
    """The `2024 T4` or the `2025 T2` of `2024 T4 – 2025 T2`."""
    first = form(tokens, at + 3) in _JOINTS and year_form(tokens, at + 4)
    second = form(tokens, at - 1) in _JOINTS and form(tokens, at - 3) in LETTERS and year_form(tokens, at - 4)
    kind = LETTERS.get(form(tokens, at + 1))
    if kind is None or not (first or second):
        return None
    number = _which_at(tokens, at + 2, kind)
    return Found(Partial(kind, number, year=year), at + 3) if number is not None else None


def _which_at(tokens: Sequence[Token], at: int, kind: Half) -> int | None:
    """Which half or quarter the number is, if there is such a one."""
    number = tokens[at].number if digits(tokens, at) else None
    return number if number in range(1, HOW_MANY[kind] + 1) else None


def _rank_at(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The rank written `1er`, `2ème`, `2 e`, and its end."""
    ending = form(tokens, at + 1)
    if not digits(tokens, at) or ending not in RANK_ENDINGS or (ending == "de" and not glued(tokens, at + 1)):
        return None, at
    return tokens[at].number, at + 2


def _ranked_in_words_at(tokens: Sequence[Token], at: int) -> Found | None:
    return _ranked_at(tokens, at, RANKS[form(tokens, at)], at + 1)


def _ranked_at(tokens: Sequence[Token], at: int, rank: int, end: int) -> Found | None:
    """`1er trimestre 2024`, `seconde quinzaine de mars 2025`, `1er` of `1er et 2nd semestre 2025`."""
    word = form(tokens, end)
    term = term_at(tokens, rank, end)
    if term is not None:
        return term
    if word in HALVES:
        after = _after_point(tokens, end, abbreviated=word in {"trim", "sem"})
        return _in_year(tokens, Partial(HALVES[word], rank), after)
    if word in LETTERS:
        half = _in_year(tokens, Partial(LETTERS[word], rank), _after_point(tokens, end, abbreviated=True))
        return None if isinstance(half.what, Partial) and half.what.year is None else half
    if word in FORTNIGHTS:
        return _fortnight_at(tokens, rank, end + 1)
    if rank in _LISTED and word in _RANK_JOINTS:
        second = skip_articles(tokens, end + 1)
        if form(tokens, second) in PARTS:
            second = skip_articles(tokens, second + 1)  # « du 1er à la fin du 4e trimestre »
        if form(tokens, second) in RANKS or _rank_at(tokens, second)[0] in _LISTED:
            return Found(Partial("rang", rank, weak=True), end)
    run = run_at(tokens, end + 1) if rank == 1 and word == "/" else None
    if run is not None and isinstance(run.what, Partial) and run.what.kind == "mois":
        return Found(Partial("jour", 1, month=run.what.n, year=run.what.year), run.end)  # « 1er/03/2024 »
    return _day_at(tokens, at, end) if rank == 1 else None


def _after_point(tokens: Sequence[Token], at: int, *, abbreviated: bool) -> int:
    end = at + 1
    return end + 1 if abbreviated and form(tokens, end) == "." and glued(tokens, end) else end


def _in_year(tokens: Sequence[Token], partial: Partial, end: int) -> Found:
    """A quarter or a half, with its year if it follows."""
    year, after = year_after(tokens, end)
    if partial.n > HOW_MANY.get(partial.kind, partial.n):
        return Found(Raison.IMPOSSIBLE, after)
    signed = form(tokens, end) in {"-", "/"} and year_form(tokens, end + 1) and not joins(tokens, end + 2)
    if year is None and signed:
        # « T1/2025 »: the number before the sign is that of the quarter.
        return Found(partial._replace(year=tokens[end + 1].number), end + 2)
    if year is None and _short_year(tokens, end):
        return Found(Raison.ANNEE_COURTE, end + 1)
    return Found(partial._replace(year=year), after)


def _fortnight_at(tokens: Sequence[Token], rank: int, at: int) -> Found | None:
    month = _month_at(tokens, skip_articles(tokens, at))
    if rank > HOW_MANY["quinzaine"]:
        return Found(Raison.IMPOSSIBLE, month.end if month is not None else at)
    if month is None:
        return Found(Partial("quinzaine", rank, weak=True), at)
    if not isinstance(month.what, Partial):
        return month
    return Found(Partial("quinzaine", rank, month=month.what.n, year=month.what.year), month.end)


def _half_at(tokens: Sequence[Token], at: int) -> Found | None:
    """`T2 2026`, `S1`, `trimestre 2 de 2025`."""
    word = form(tokens, at)
    if not digits(tokens, at + 1):
        return None
    if word in LETTERS:
        return _lettered_at(tokens, at, LETTERS[word]) if glued(tokens, at + 1) else None
    if len(form(tokens, at + 1)) > 1 or _rank_at(tokens, at + 1)[0] is not None:
        return None
    number = _which_at(tokens, at + 1, HALVES[word])
    if number is None:
        return Found(Raison.IMPOSSIBLE, year_after(tokens, at + 2)[1])
    return _in_year(tokens, Partial(HALVES[word], number), at + 2)


def _lettered_at(tokens: Sequence[Token], at: int, kind: Half) -> Found | None:
    number = _which_at(tokens, at + 1, kind)
    if number is not None:
        return _in_year(tokens, Partial(kind, number), at + 2)
    # S27 is a week to some; T5 is a flat.
    weekly = form(tokens, at) == "s" and int(form(tokens, at + 1)) <= 53
    return Found(Raison.AMBIGU, year_after(tokens, at + 2)[1]) if weekly else None


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
                return Found(Partial("hiver", year=first) if right else Raison.AMBIGU, after + 2)
    return _in_year(tokens, Partial("saison", SEASONS[word]), end)


def _seasons_at(tokens: Sequence[Token], at: int) -> Found:
    """`étés 2024 et 2025`."""
    return _in_year(tokens, Partial("saison", PLURAL_SEASONS[form(tokens, at)], plural=True), at + 1)


def _sporting_season_at(tokens: Sequence[Token], at: int) -> Found | None:
    """`saison 2025-2026`, of a club or of a theatre."""
    end = at + 1
    if form(tokens, end).rstrip("s") in {"sportive", "culturelle"}:
        end += 1
    year, after = two_years(tokens, end)
    return Found(Partial("saison_sportive", year=year), after) if year is not None else None


def _start_of_school_at(tokens: Sequence[Token], at: int) -> Found:
    end = at + 1
    if form(tokens, end) == "scolaire":
        end += 1
    month = _month_at(tokens, skip_articles(tokens, end))
    if month is not None:
        return month
    year, after = two_years(tokens, end)
    if year is not None:
        return Found(Partial("rentree", year=year), after)  # of the school year 2025-2026
    return _in_year(tokens, Partial("rentree", plural=form(tokens, at) == "rentrees"), end)


def _day_at(tokens: Sequence[Token], at: int, end: int) -> Found | None:
    """`15 mars 2025`, `1er mars`, or the `15` of `du 15 au 20 mars 2025`; the number ends at `end`."""
    month = _month_at(tokens, end)
    if month is None:
        return _day_of_range_at(tokens, at, end)
    if not isinstance(month.what, Partial):
        return month
    if month.what.weak and form(tokens, at - 1) not in ARTICLES:
        return None  # « 12 sept »: not a day unless something says so
    day = _day_of(tokens, at, month.what)
    return Found(day, month.end)


def _day_of_range_at(tokens: Sequence[Token], at: int, end: int) -> Found | None:
    """The `15` of `du 15 au 20 mars 2025`, `12-16 mai 2025`, `lundi 12 et mardi 13 mai 2025`."""
    joint = form(tokens, end)
    if joint not in {"au", "et", "a", "-", ","}:
        return None
    month = _month_of_second_at(tokens, _last_listed(tokens, end))
    if month is None or not isinstance(month.what, Partial):
        return None
    before = form(tokens, at - 1)
    listed = form(tokens, at - 1) in {",", "et"} and digits(tokens, at - 2)
    if before not in {"du", "le", "les", "des", *WEEKDAYS} and not listed and (at or joint == "a"):
        # « étapes 12 et 13 mai 2025 »: days, or the twelfth of something; « phase 1 - 15 mai 2025 ».
        tight = glued(tokens, end) and glued(tokens, end + 1)
        doubtful = month.what.year is not None and (joint != "-" or tight)
        return Found(Raison.AMBIGU, month.end) if doubtful else None
    day = _day_of(tokens, at, month.what)
    return Found(day, month.end) if isinstance(day, str) else Found(Partial("jour", day.n), end)


def _last_listed(tokens: Sequence[Token], joint: int) -> int:
    """The last of the days that follow a joint: the `26` of `12, 19 et 26 mars`."""
    day = skip_articles(tokens, joint + 1)
    for _ in range(_MOST_LISTED):
        following = (
            form(tokens, joint) == "," and form(tokens, day + 1) in {",", "et"} and digits(tokens, day)
        )
        if not following:
            break
        joint, day = day + 1, skip_articles(tokens, day + 2)
    return day


def _month_of_second_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The month of the second day of a range, with its year: that of `17/10/2025`, `vendredi 17 octobre`."""
    second = at + (form(tokens, at) in WEEKDAYS)
    if not digits(tokens, second) or len(form(tokens, second)) > 2:
        return None
    run = run_at(tokens, second)
    if run is None:
        rank, after = _rank_at(tokens, second)
        return _month_at(tokens, second + 1 if rank is None else after)
    if not isinstance(run.what, Partial) or run.what.month is None:
        return None
    return Found(Partial("mois", run.what.month, year=run.what.year), run.end)


def _day_of(tokens: Sequence[Token], at: int, month: Partial) -> Partial | Raison:
    """The day that the number is of a month, or why it is none."""
    number = int(form(tokens, at)) if digits(tokens, at) else 1  # « premier mars »
    if not 1 <= number <= 31:
        return Raison.IMPOSSIBLE
    day = Partial("jour", number, month=month.n, year=month.year)
    weekday = WEEKDAYS.get(form(tokens, at - 1))
    if weekday is None or month.year is None or number > monthrange(month.year, month.n)[1]:
        return day
    return day if date(month.year, month.n, number).weekday() == weekday else Raison.AUTRE_JOUR


_Reader: TypeAlias = Callable[[Sequence[Token], int], Found | None]

#: What reads the dates that a word starts.
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(MONTHS, _month_at),
    **dict.fromkeys(RANKS, _ranked_in_words_at),
    **dict.fromkeys((*HALVES, *LETTERS), _half_at),
    **dict.fromkeys(SEASONS, _season_at),
    **dict.fromkeys(("annee", "annees", "exercice", "an"), _named_year_at),
    "mois": _month_named_at,
    **dict.fromkeys(("saison", "saisons"), _sporting_season_at),
    **dict.fromkeys(("rentree", "rentrees"), _start_of_school_at),
    **dict.fromkeys(PLURAL_SEASONS, _seasons_at),
    **dict.fromkeys(("vacances", "conges", "grandes"), holidays_at),
    "semaine": blue_week_at,
}
