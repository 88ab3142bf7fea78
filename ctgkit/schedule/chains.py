"""Dates joined to one another: what each takes from its neighbours, and what runs between them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from ctgkit.schedule.marks import Link
from ctgkit.schedule.period import Bound, Contract
from ctgkit.schedule.points import LONG, OF_CONTRACT, Partial, Point, resolve
from ctgkit.vocabulary.calendrier import Precision, Raison

#: Links between the two ends of what lasts.
_RUNNING = frozenset({"to", "dash", "slash"})


#: In which month holidays and the start of school are, by their number.
_MONTHS: dict[str, dict[int, int]] = {"vacances": {1: 10, 2: 12, 3: 2, 4: 4, 5: 7}, "rentree": {0: 9}}


#: The holidays in each season, by their numbers.
_HOLIDAYS_IN = {1: 4, 2: 5, 3: 1, 4: 3}


class Span(NamedTuple):
    """The points between which dates joined by links run."""

    start: Point
    end: Point


class Chain(NamedTuple):
    """Dates joined by links: `mars, juin et septembre 2025`.

    Attributes:
        dates: as they are written.
        links: between each and the next.
        first: the mark of the first date.
        ends: for each date, the mark after it.
    """

    dates: list[Partial]
    links: list[Link]
    first: int
    ends: list[int]

    @property
    def last(self) -> int:
        """The mark after the last date."""
        return self.ends[-1]

    def cut(self, count: int) -> Chain:
        """The first `count` dates only."""
        return Chain(self.dates[:count], self.links[: count - 1], self.first, self.ends[:count])


def settled(chain: Chain, year: int | None) -> Chain:
    """The dates up to where the rest has no year: `février 2024` of `février 2024, été`."""
    complete = [date.complete for date in completed(chain, year)]
    if all(complete) or not complete[0]:
        return chain
    count = complete.index(False)
    return (
        chain if chain.links[count - 1] not in {"comma", "and"} or any(complete[count:]) else chain.cut(count)
    )


def in_school_years(chain: Chain) -> Chain:
    """`années scolaires 2024-2025 et 2025-2026`: the years that follow are school years as well."""
    kind = chain.dates[0].kind
    if kind not in LONG or len(chain.dates) < 3:
        return chain
    dates, links, ends = [chain.dates[0]], list[Link](), [chain.ends[0]]
    k = 1
    while k < len(chain.dates):
        first, *rest = chain.dates[k : k + 2]
        links.append(chain.links[k - 1])
        joined = first.kind == "annee" and bool(rest) and chain.links[k] in {"dash", "slash"}
        if joined and rest[0] == first._replace(year=(first.year or 0) + 1):
            first = Partial(kind, year=first.year)
            k += 1
        dates.append(first)
        ends.append(chain.ends[k])
        k += 1
    return Chain(dates, links, chain.first, ends)


def in_plural(chain: Chain) -> Chain:
    """`étés 2024 et 2025`: the years that follow are of the kind that heads them."""
    heading = chain.dates[0]
    if not heading.plural:
        return chain
    return chain._replace(dates=[heading, *(_of_kind(heading, date) for date in chain.dates[1:])])


def _of_kind(heading: Partial, date: Partial) -> Partial:
    """`2025` of « étés 2024 et 2025 », `été 2025` of « vacances de printemps et d'été 2025 »."""
    if date.kind == "annee" and not date.part:
        return heading._replace(year=date.year)
    which = _HOLIDAYS_IN.get(date.n) if (heading.kind, date.kind) == ("vacances", "saison") else None
    return date if which is None else heading._replace(n=which, year=date.year)


def completed(chain: Chain, year: int | None) -> list[Partial]:
    """The dates of a chain, each with what it takes from its neighbours or from the heading."""
    dates = list(chain.dates)
    for k in range(len(dates) - 2, -1, -1):
        if not dates[k].complete and dates[k + 1].kind != "annee":
            turns = chain.links[k] in _RUNNING and _later_in_year(dates[k], dates[k + 1])
            dates[k] = _years_on(dates[k].like(dates[k + 1]), -turns)
    for k, link in enumerate(chain.links, 1):
        before = dates[k - 1]
        ranged = link in {"to", "dash"} and before.kind != "annee" and before.kind not in OF_CONTRACT
        if not dates[k].complete and ranged and before.year is not None:
            turns = _later_in_year(before, dates[k])
            dates[k] = _years_on(dates[k].like(Partial("annee", year=before.year)), turns)
    if year is not None:
        heading = Partial("annee", year=year)
        dates = [date if date.complete else date.like(heading) for date in dates]
    return dates


def _later_in_year(one: Partial, other: Partial) -> bool:
    """Whether the first date is later in its year than the second: « de novembre à février »."""
    first, second = _place(one), _place(other)
    return first is not None and second is not None and first > second


def _place(date: Partial) -> tuple[int, int] | None:
    """The month of a date in its year, and the day."""
    if date.kind in {"jour", "quinzaine"}:
        return (date.month, date.n) if date.month is not None else None
    if date.kind in _MONTHS:
        return _MONTHS[date.kind].get(date.n, 9), 0
    length = {"mois": 1, "trimestre": 3, "semestre": 6, "saison": 3}.get(date.kind)
    if length is None or date.n < 1 or (date.kind, date.n) == ("saison", 4):
        return None  # a winter is of two years
    return (date.n - 1) * length + (3 if date.kind == "saison" else 1), 0


def _years_on(date: Partial, years: int) -> Partial:
    return date if date.year is None else date._replace(year=date.year + years)


def _winters(dates: list[Partial]) -> list[Partial]:
    """The winter that follows an autumn, or comes before a spring, of the same year."""
    dates = list(dates)
    for k, (one, other) in enumerate(pairwise(dates)):
        if one.year == other.year and one.kind == other.kind == "saison" and one.year is not None:
            if (one.n, other.n) == (4, 1):
                dates[k] = Partial("hiver", year=one.year - 1)
            elif (one.n, other.n) == (3, 4):
                dates[k + 1] = Partial("hiver", year=one.year)
    return dates


def spans(chain: Chain, year: int | None, contract: Contract) -> list[Span] | Raison:
    """What runs between the dates of a chain, or why nobody can tell."""
    dates = _winters(completed(chain, year))
    for k, link in enumerate(chain.links):
        part = dates[k].part not in {None, "courant"}
        finer = dates[k].kind not in {"annee", *LONG, *OF_CONTRACT} or part
        if link not in {"to", "or"} and finer and dates[k + 1].kind == "annee" and not dates[k + 1].part:
            return Raison.AMBIGU  # « septembre 2024 et 2025 »
    if not all(date.complete for date in dates):
        return Raison.SANS_ANNEE
    joined = [link in {"to", "dash"} for link in chain.links]
    if contract.signature is None and not all(joined) and any(date.kind == "signature" for date in dates):
        return Raison.AMBIGU  # « signature de la CTG, 2025 »
    points = _with_signature(dates, [resolve(date, contract) for date in dates], chain.links, contract)
    if len(dates) > 1:
        points = [_edge(date, point) for date, point in zip(dates, points, strict=True)]
    if None in points:
        return Raison.IMPOSSIBLE
    return _joined([point for point in points if point is not None], chain.links)


def _with_signature(
    dates: list[Partial], points: list[Point | None], links: list[Link], contract: Contract
) -> list[Point | None]:
    """The points, where a signature of which the day is not known is on its side of the other date."""
    if contract.signature is not None:
        return points
    points = list(points)
    for k, link in enumerate(links):
        one, other = points[k], points[k + 1]
        if link not in {"to", "dash"} or one is None or other is None:
            continue
        if dates[k].kind == "signature" and one.begin.premier <= other.finish.dernier < one.begin.dernier:
            bound = one.begin._replace(dernier=other.finish.dernier)
            points[k] = Point(bound, bound, bound.dernier, bound.premier)
        if (
            dates[k + 1].kind == "signature"
            and other.begin.premier < one.begin.premier <= other.begin.dernier
        ):
            bound = other.begin._replace(premier=one.begin.premier)
            points[k + 1] = Point(bound, bound, bound.dernier, bound.premier)
    return points


def _edge(date: Partial, point: Point | None) -> Point | None:
    """The exact day of « jusqu'à la fin de la CTG », when a stretch runs from or to it."""
    if point is None or date.kind not in {"debut", "fin"}:
        return point
    bound = point.begin
    day = bound.dernier if date.kind == "fin" else bound.premier
    sharp = bound._replace(premier=day, dernier=day)
    return point._replace(begin=sharp, finish=sharp)


def _follows(before: Point, after: Point) -> bool:
    """Whether nothing is between the two, to the day."""
    sharp = before.closing == before.finish.dernier and after.opening == after.begin.premier
    return sharp and (after.begin.premier - before.finish.dernier).days == 1


def _joined(points: list[Point], links: list[Link]) -> list[Span] | Raison:
    """The spans of a chain of points; neighbours that follow one another to the day are one span."""
    for before, after in pairwise(points):
        if after.begin.premier < before.begin.premier or after.finish.dernier < before.finish.dernier:
            return Raison.ENVERS
    if "or" in links:
        return _either(points) if set(links) == {"or"} else Raison.AMBIGU
    spans: list[Span] = [Span(points[0], points[0])]
    ranged = False
    for link, point in zip(links, points[1:], strict=True):
        follows = _follows(spans[-1].end, point)
        if link in {"to", "dash", "slash"}:
            alike = spans[-1].end.begin.precision, point.begin.precision
            wide = alike[0] == alike[1] and alike[0] in {Precision.ANNEE, Precision.SAISON}
            if link == "slash" and not follows and alike[0] == alike[1] and (ranged or not wide):
                spans.append(Span(point, point))  # « mars 2024 / juin 2024 / septembre 2024 »
                continue
            if (ranged and not follows) or (link == "slash" and not follows and not wide):
                return Raison.AMBIGU
            spans[-1] = Span(spans[-1].start, point)
            ranged = True
        elif follows:
            spans[-1] = Span(spans[-1].start, point)
        else:
            spans.append(Span(point, point))
            ranged = False
    return spans


def _either(points: list[Point]) -> list[Span]:
    """One date that may be any of several: all the days from the first to the last."""
    first, last = points[0].begin.premier, points[-1].finish.dernier
    bound = Bound(first, last, Precision.CHOIX)
    point = Point(bound, bound, last, first)
    return [Span(point, point)]
