"""A date as it was written, complete or not, and the days that it may mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from ctgkit.schedule.period import Bound, Contract
from ctgkit.schedule.words import HOW_MANY, Part
from ctgkit.vocabulary.calendrier import Portee, Precision

Kind: TypeAlias = Literal[
    "annee",
    "semestre",
    "trimestre",
    "mois",
    "quinzaine",
    "jour",
    "saison",
    "hiver",  # a winter with its two years; `year` is the first
    "rentree",
    "scolaire",  # a school year; `year` is the first
    "saison_sportive",  # or of a theatre; `year` is the first
    "vacances",  # holidays; `n` is which ones
    "trimestre_scolaire",  # a term; `year` is the first of its school year
    "semaine_bleue",
    "debut",  # of the contract, as those below
    "milieu",
    "fin",
    "exercice",  # one of its years; `n` is which one
    "signature",
    "contrat",  # the whole of it
    "rang",  # « 1er » in « 1er et 2nd semestre 2025 »: takes its noun from the next one
]

OF_CONTRACT = frozenset({"debut", "milieu", "fin", "exercice", "signature", "contrat"})
#: The precision of the kinds that are not a part of something else.
_PRECISIONS: dict[Kind, Precision] = {
    "jour": Precision.JOUR,
    "mois": Precision.MOIS,
    "trimestre": Precision.TRIMESTRE,
    "semestre": Precision.SEMESTRE,
    "saison": Precision.SAISON,
    "hiver": Precision.SAISON,
    "annee": Precision.ANNEE,
}

_DAY = timedelta(days=1)
#: Which third of a thing each word means.
_THIRD = {"debut": 0, "milieu": 1, "fin": 2}
#: First day, latest day on which it may start, earliest on which it may end, last day: the season of
#: whole months that meteorologists use, and that of the sky, whichever comes first or last.
_SEASON = {
    1: ((3, 1), (3, 21), (5, 31), (6, 21)),
    2: ((6, 1), (6, 22), (8, 31), (9, 23)),
    3: ((9, 1), (9, 23), (11, 30), (12, 22)),
}


#: A day: how many years after that of the date it is, its month, its number.
_Day: TypeAlias = tuple[int, int, int]
#: What is wide: by its kind and which one, the days on which it may start, and may end. Holidays are those of
#: the three zones.
_WIDE: dict[tuple[Kind, int], tuple[tuple[_Day, _Day], tuple[_Day, _Day]]] = {
    ("scolaire", 0): (((0, 8, 15), (0, 9, 30)), ((1, 6, 15), (1, 8, 31))),
    ("saison_sportive", 0): (((0, 7, 1), (0, 10, 31)), ((1, 5, 1), (1, 8, 31))),
    ("vacances", 1): (((0, 10, 16), (0, 10, 25)), ((0, 11, 1), (0, 11, 8))),
    ("vacances", 2): (((0, 12, 16), (0, 12, 24)), ((1, 1, 1), (1, 1, 7))),
    ("vacances", 3): (((0, 2, 3), (0, 2, 25)), ((0, 2, 17), (0, 3, 12))),
    ("vacances", 4): (((0, 4, 3), (0, 4, 27)), ((0, 4, 18), (0, 5, 9))),
    ("vacances", 5): (((0, 7, 1), (0, 7, 8)), ((0, 8, 28), (0, 9, 3))),
    ("trimestre_scolaire", 1): (((0, 8, 15), (0, 9, 30)), ((0, 11, 30), (0, 12, 31))),
    ("trimestre_scolaire", 2): (((0, 12, 1), (1, 1, 10)), ((1, 3, 10), (1, 4, 15))),
    ("trimestre_scolaire", 3): (((1, 3, 10), (1, 4, 15)), ((1, 6, 15), (1, 7, 10))),
}
#: What lasts from one year to the next.
LONG = frozenset({"scolaire", "saison_sportive"})
#: The beginning and the end of a school year.
_SCHOOL_PARTS: dict[str, tuple[_Day, _Day]] = {
    "debut": ((0, 8, 15), (0, 10, 31)),
    "fin": ((1, 5, 1), (1, 8, 31)),
}


class Partial(NamedTuple):
    """A date as written.

    Attributes:
        kind: what it is.
        n: which one in its year (or month): the day, the month, the quarter… `-1` is the last.
        month: of a day or a fortnight; `None` when the words do not say.
        year: `None` when the words do not say.
        last: of several years of the contract, the last one.
        plural: whether the years that follow are of its kind as well: « étés 2024 et 2025 ».
        part: a part of it.
        weak: whether it is only a date beside a fuller one (`sept`).
    """

    kind: Kind
    n: int = 0
    month: int | None = None
    year: int | None = None
    part: Part | None = None
    weak: bool = False
    last: int = 0
    plural: bool = False

    @property
    def complete(self) -> bool:
        """Whether the words say all that a date needs."""
        if self.kind in OF_CONTRACT:
            return True
        if self.kind == "rang" or (self.kind in {"jour", "quinzaine"} and self.month is None):
            return False
        return self.year is not None

    def like(self, other: Partial) -> Partial:
        """This date with what it lacks taken from `other`, which stands beside it."""
        if self.kind == "rang" and other.kind == "exercice":
            return other._replace(n=self.n)
        if other.kind in OF_CONTRACT or self.kind in OF_CONTRACT:
            return self
        kind = self.kind
        if kind == "rang":
            if other.kind not in HOW_MANY or self.n > HOW_MANY[other.kind]:
                return self
            kind = other.kind
        month = self.month
        if month is None and kind in {"jour", "quinzaine"}:
            month = other.n if other.kind == "mois" else other.month
            if month is None:
                return self
        year = other.year if self.year is None else self.year
        return self._replace(kind=kind, month=month, year=year)


class Point(NamedTuple):
    """The days that a date may mean.

    Attributes:
        begin: the days on which it may begin, as far as a bound that names it says.
        finish: those on which it may finish; the same as `begin` but for what is itself long
            (a school year, the contract).
        opening: the latest day on which it may begin, what is strictly before it ends before.
        closing: the earliest day on which it may finish.
    """

    begin: Bound
    finish: Bound
    opening: date
    closing: date

    def before(self) -> Bound:
        """The last day before it."""
        first = self.begin.premier
        return Bound(
            _earlier(first), max(_earlier(self.opening), _earlier(first)), *self._edge(Portee.AU_PLUS_TARD)
        )

    def after(self) -> Bound:
        """The first day after it."""
        last = _later(self.finish.dernier)
        return Bound(min(_later(self.closing), last), last, *self._edge(Portee.AU_PLUS_TOT))

    def _edge(self, sense: Portee) -> tuple[Precision, Portee]:
        sharp = self.opening == self.begin.premier and self.closing == self.finish.dernier
        return (Precision.JOUR if sharp else self.begin.precision), sense


def _earlier(day: date) -> date:
    return day if day == date.min else day - _DAY


def _later(day: date) -> date:
    return day if day == date.max else day + _DAY


def resolve(partial: Partial, contract: Contract) -> Point | None:
    """The days of a complete date, or `None` when it does not exist."""
    if partial.kind in OF_CONTRACT:
        return (
            _years_of(contract, partial.n, partial.last)
            if partial.kind == "exercice"
            else _of_contract(partial.kind, contract)
        )
    if partial.year is None:
        return None
    if (wide := _WIDE.get((partial.kind, partial.n))) is not None:
        return _wide(partial, partial.year, wide)
    if partial.kind == "semaine_bleue":
        last = date(partial.year, 10, 6)
        monday = last - timedelta(days=last.weekday())  # the week of the first days of October
        week = Bound(monday, monday + timedelta(days=6), Precision.PARTIE)
        return Point(week, week, week.dernier, week.premier)
    whole = _whole(partial, partial.year)
    if whole is None:
        return None
    first, opening, closing, last = whole
    if partial.part in _THIRD:
        return _third(partial, first, last)
    bound = Bound(first, last, _precision(partial.kind))
    return Point(bound, bound, opening, closing)


def _precision(kind: Kind) -> Precision:
    return _PRECISIONS.get(kind, Precision.PARTIE)


def _wide(partial: Partial, year: int, wide: tuple[tuple[_Day, _Day], tuple[_Day, _Day]]) -> Point | None:
    """The days of what is named without its dates, or of a part of a school year."""
    if partial.part is not None and partial.part in _THIRD:
        days = _SCHOOL_PARTS.get(partial.part) if partial.kind == "scolaire" else None
        if days is None:
            return None
        bound = Bound(_day_in(year, days[0]), _day_in(year, days[1]), Precision.PARTIE)
        return Point(bound, bound, bound.dernier, bound.premier)
    begin, finish = (
        Bound(_day_in(year, first), _day_in(year, last), Precision.PARTIE) for first, last in wide
    )
    return Point(begin, finish, begin.dernier, finish.premier)


def _day_in(year: int, day: _Day) -> date:
    later, month, number = day
    return date(year + later, month, number)


def _whole(partial: Partial, year: int) -> tuple[date, date, date, date] | None:
    """First day, latest opening, earliest closing, last day."""
    kind, n = partial.kind, partial.n
    if kind in {"jour", "quinzaine"}:
        return _within_month(kind, n, year, partial.month or 0)
    if kind == "saison" and n in _SEASON:
        first, opening, closing, last = (date(year, *day) for day in _SEASON[n])
        return first, opening, closing, last
    if kind == "saison":
        # « hiver 2025 » is the one that ends in 2025 for some, the one that starts in it for others.
        return date(year - 1, 12, 1), date(year, 12, 22), date(year, 2, 28), date(year + 1, 3, 21)
    if kind == "hiver":
        return (
            date(year, 12, 1),
            date(year, 12, 22),
            date(year + 1, 3, 1) - _DAY,
            date(year + 1, 3, 21),
        )
    if kind == "rentree":
        first, last = date(year, 8, 15), date(year, 9, 30)
        return first, last, first, last
    length = {"annee": 12, "semestre": 6, "trimestre": 3, "mois": 1}[kind]
    if n == -1:
        n = 12 // length
    start = (n - 1) * length + 1 if length < 12 else 1
    end = start + length - 1
    first, last = date(year, start, 1), date(year, end, monthrange(year, end)[1])
    return first, first, last, last


def _within_month(kind: Kind, n: int, year: int, month: int) -> tuple[date, date, date, date] | None:
    length = monthrange(year, month)[1]
    if kind == "quinzaine":
        first, last = (date(year, month, 1), date(year, month, 15))
        if n in {2, -1}:
            first, last = date(year, month, 16), date(year, month, length)
        return first, first, last, last
    if not 1 <= n <= length:
        return None
    return (date(year, month, n),) * 4


def _third(partial: Partial, first: date, last: date) -> Point | None:
    """The first, second or last third: by months from a quarter on, else by days."""
    third = _THIRD[partial.part or ""]
    if partial.kind in {"jour", "quinzaine", "rentree"} or (partial.kind == "saison" and partial.n == 4):
        return None
    if partial.kind in {"annee", "semestre", "trimestre"}:
        months = {"annee": 4, "semestre": 2, "trimestre": 1}[partial.kind]
        start = first.month + third * months
        end = start + months - 1
        days = date(first.year, start, 1), date(first.year, end, monthrange(first.year, end)[1])
    elif partial.kind == "mois":
        days = first.replace(day=third * 10 + 1), last if third == 2 else first.replace(day=third * 10 + 10)
    else:
        length = (last - first).days + 1
        days = (
            first + timedelta(days=length * third // 3),
            first + timedelta(days=length * (third + 1) // 3 - 1),
        )
    bound = Bound(*days, Precision.PARTIE)
    if partial.part == "debut":
        return Point(bound, bound, days[0], days[0])
    if partial.part == "fin":
        # What must be done « avant la fin de 2025 » may be done on its last day.
        return Point(bound, bound, _later(days[1]), days[1])
    return Point(bound, bound, days[1], days[0])


def _of_contract(kind: Kind, contract: Contract) -> Point:
    first, last = contract.debut, contract.fin
    if kind == "signature":
        # Unknown, it is some day of the contract.
        day = contract.signature
        bound = Bound(day or first, day or last, Precision.CONTRAT)
        return Point(bound, bound, bound.dernier, bound.premier)
    if kind == "contrat":
        return Point(
            Bound(first, first, Precision.CONTRAT), Bound(last, last, Precision.CONTRAT), first, last
        )
    if kind == "milieu":
        months = _months(contract)
        begin, after = _months_later(first, months // 3), _months_later(first, -(-2 * months // 3))
        bound = Bound(begin, max(begin, _earlier(after)), Precision.CONTRAT)
        return Point(bound, bound, bound.dernier, bound.premier)
    year = timedelta(days=364)
    if kind == "debut":
        bound = Bound(first, min(last, first + year) if first < date.max - year else last, Precision.CONTRAT)
        return Point(bound, bound, first, first)
    bound = Bound(max(first, last - year) if last > date.min + year else first, last, Precision.CONTRAT)
    return Point(bound, bound, _later(last), last)


def _years_of(contract: Contract, n: int, last: int) -> Point | None:
    """A year of the contract, or those up to `last`."""
    opens, closes = _year_of(contract, n), _year_of(contract, last or n)
    if opens is None or closes is None or not last:
        return opens
    return Point(opens.begin, closes.finish, opens.opening, closes.closing)


def _year_of(contract: Contract, n: int) -> Point | None:
    """A year of the contract, counted from its first day; the last one is cut where the contract ends.

    « La dernière année » of a contract that is not of whole years may be its last 12 months as well.
    """
    rank = years_in(contract) if n == -1 else n
    opening = _months_later(contract.debut, 12 * (rank - 1))
    if opening > contract.fin:
        return None
    last = min(contract.fin, _earlier(_months_later(contract.debut, 12 * rank)))
    first = opening
    if n == -1:
        first = max(contract.debut, min(opening, _a_year_before(contract.fin)))
    bound = Bound(first, max(first, last), Precision.CONTRAT)
    return Point(bound, bound, opening, bound.dernier)


def lasts(contract: Contract, years: int) -> bool:
    """Whether the contract lasts just so many years."""
    return _earlier(_months_later(contract.debut, 12 * years)) == contract.fin


def years_in(contract: Contract) -> int:
    """How many years the contract lasts, the last one if only begun."""
    return -(-_months(contract) // 12)


def _months(contract: Contract) -> int:
    """How many months the contract lasts, the last one if only begun."""
    first, last = contract.debut, contract.fin
    return (last.year - first.year) * 12 + last.month - first.month + (last.day >= first.day)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _a_year_before(last: date) -> date:
    """The first day of the 12 months that end on `last`."""
    day = _later(last)
    if day.year == date.min.year:
        return date.min
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))
