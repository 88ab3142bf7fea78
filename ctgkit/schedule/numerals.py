"""Dates in figures: `15/03/2025`, `2025-03-15`, `03/2025`, and two of them in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ctgkit.schedule.points import Partial
from ctgkit.schedule.scan import SEPARATORS, Found, digits, form, glued, skip_articles, year_form
from ctgkit.schedule.tokens import Token
from ctgkit.vocabulary.calendrier import Raison

#: As many years in a row need not be looked at together.
_LONG_RUN = 4


class _Run(NamedTuple):
    """Numbers joined by signs; `values` are the numbers, -1 for one that is too long to be of a date."""

    values: list[int]
    lengths: list[int]
    years: list[bool]
    signs: list[str]

    def part(self, first: int, last: int) -> _Run:
        """The numbers from `first` to before `last`, with the signs between them."""
        numbers = (self.values[first:last], self.lengths[first:last], self.years[first:last])
        return _Run(*numbers, self.signs[first : last - 1])


def run_at(tokens: Sequence[Token], at: int) -> Found | None:
    """Numbers joined by signs: `15/03/2025`, `2025-03-15`, `03/2025`; `None` for years alone.

    Of two dates joined by another sign (`01/09/2024-30/06/2025`) the first is found, up to that sign.
    What holds a year and is none of these is not read; what holds none is prose, unless it looks
    like a day and its month.
    """
    numbers, signs, end = [at], list[str](), at + 1
    only_years = year_form(tokens, at)
    while not (only_years and len(numbers) == _LONG_RUN) and joins(tokens, end):
        signs.append(form(tokens, end))
        numbers.append(end + 1)
        only_years = only_years and year_form(tokens, end + 1)
        end += 2
    if not signs or only_years:
        return None
    if form(tokens, end)[:1].isalpha() and glued(tokens, end):
        return Found(None, end)
    forms = [form(tokens, number) for number in numbers]
    run = _Run(
        [int(one) if len(one) <= 4 else -1 for one in forms],
        [len(one) for one in forms],
        [year_form(tokens, number) for number in numbers],
        signs,
    )
    what = _date(run)
    if what is None:
        first, length = _first_of_two(run)
        if first is not None:
            return Found(first, at + 2 * length - 1)
        what = _unclear(run, form(tokens, end), form(tokens, skip_articles(tokens, end + 1)))
    return Found(what, end)


def joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at `at` joins two numbers; a stroke does so between spaces as well."""
    if form(tokens, at) not in SEPARATORS or not digits(tokens, at + 1):
        return False
    tight = glued(tokens, at) and glued(tokens, at + 1)
    # « 2024 / 2ème étape »
    return tight or (
        form(tokens, at) == "/" and not (glued(tokens, at + 2) and form(tokens, at + 2).isalpha())
    )


def _date(run: _Run) -> Partial | Raison | None:
    """The one date that the numbers are, the reason why it does not exist, or `None`."""
    values, lengths, years, signs = run
    alike = len(set(signs)) == 1
    if alike and years == [False, False, True] and max(lengths[:2]) <= 2:
        return _day(values[0], values[1], values[2])
    if alike and signs[0] == "-" and years == [True, False, False] and lengths[1:] == [2, 2]:
        return _day(values[2], values[1], values[0])
    if years == [False, True] and lengths[0] <= (2 if signs == ["/"] else 0) + 2 * (lengths[0] == 2):
        return Partial("mois", values[0], year=values[1]) if 1 <= values[0] <= 12 else Raison.IMPOSSIBLE
    return None


def _first_of_two(run: _Run) -> tuple[Partial | None, int]:
    """The first of two dates of one kind, and how many numbers it has: `01/09/2024-30/06/2025`.

    The first day may take its year from the second: `12/05-16/05/2025`.
    """
    for length in (3, 2):
        if not length + 2 <= len(run.values) <= length + 3:
            continue
        one, other = run.part(0, length), run.part(length, len(run.values))
        inside, between = {*one.signs, *other.signs}, run.signs[length - 1]
        if len(inside) > 1 or between in inside or between == ".":
            continue
        second = _date(other)
        first = _date(one) or (_day_of_month(one) if one.signs == ["/"] else None)
        if isinstance(first, Partial) and isinstance(second, Partial) and first.kind == second.kind:
            return first, length
    return None, 0


def _unclear(run: _Run, after: str, beyond: str) -> Partial | Raison | None:
    """What numbers are that are no date as they stand; `after` and `beyond` are what follows them."""
    if any(run.years):
        return Raison.ANNEE_COURTE if run.years[0] and run.lengths[1] == 2 else Raison.AMBIGU
    day = _day_of_month(run._replace(values=run.values[:2], signs=run.signs[:1]))
    two = set(run.lengths) == {2}  # « 1/3 et 2/3 » are parts
    ranged = after in ({"au", "et", "-"} if two else {"au"}) and beyond[:1].isdigit() and run.signs == ["/"]
    if day is not None and ranged and len(run.values) == 2:
        return day  # « du 1/5 au 16/05/2025 »
    if day is None or len(set(run.signs)) > 1 or set(run.lengths) != {2}:
        return None
    if len(run.values) == 3:
        return Raison.ANNEE_COURTE
    if run.signs != ["/"] or len(run.values) > 2 or after in {"ans", "mois"}:
        return None
    return Raison.SANS_ANNEE


def _day_of_month(run: _Run) -> Partial | None:
    day, month = run.values[:2]
    fits = max(run.lengths[:2]) <= 2 and 1 <= day <= 31 and 1 <= month <= 12
    return Partial("jour", day, month=month) if fits and len(run.values) == 2 else None


def _day(day: int, month: int, year: int) -> Partial | Raison:
    return (
        Partial("jour", day, month=month, year=year)
        if 1 <= day <= 31 and 1 <= month <= 12
        else Raison.IMPOSSIBLE
    )
