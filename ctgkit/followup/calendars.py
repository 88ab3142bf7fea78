"""When: every calendar phrase of a plan as periods, with the status of each fiche on a day.

::

    view = calendar_of(plan, date(2026, 6, 30), year=2026)

The view keeps every phrase: what was not understood is in it as such, and a bound outside the contract
stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, TypeAlias

from ctgkit.followup.pilots import Directory, key
from ctgkit.followup.state import state_of
from ctgkit.plan import Action, Calendrier, Pilote, Plan, fiches
from ctgkit.plan.valeurs import Annee, Avancement
from ctgkit.schedule import Bound, Contract, Period, Unit, of
from ctgkit.schedule.period import Reason
from ctgkit.vocabulary.nature import NatureAction
from ctgkit.vocabulary.statut import Statut

#: What is known of a period on some days: it has one of them; it may have; it goes on, and its words do
#: not say until when, or since when.
Presence: TypeAlias = Literal["sure", "possible", "open"]


@dataclass(frozen=True, slots=True)
class Retour:
    """How often: the words that say so, and what was read in them (`times` every `every` units)."""

    texte: str
    unit: Unit
    every: int
    times: int | None


@dataclass(frozen=True, slots=True)
class Periode:
    """One stretch of time.

    Attributes:
        id: the same whenever the plan is read again, whatever the fiche's number becomes.
        texte: the words of the phrase that say so.
        start: the days on which it may start; `None` where the start is open.
        end: the days on which it may end; `None` where the end is open.
        first: the first day that it may have: an open start is that of the contract; `None` where only
            a recurrence is said.
        last: the last one, included: an open end is that of the contract. It is never before `first`.
        retours: what comes back during the period.
        contract: whether a bound comes from the convention (`tout au long de la CTG`).
    """

    id: str
    texte: str
    start: Bound | None
    end: Bound | None
    first: date | None
    last: date | None
    retours: tuple[Retour, ...]
    contract: bool

    @property
    def dated(self) -> bool:
        """Whether it says when; one that only says how often does not."""
        return self.first is not None

    def touches(self, year: int | None) -> bool:
        """Whether it may have a day of the year; always, where no year is asked for or none is said."""
        if year is None or self.first is None or self.last is None:
            return True
        return self.first.year <= year <= self.last.year

    def presence(self, first: date, last: date) -> Presence | None:
        """What is known of it from one day to another, both included; `None` where it has none of them."""
        starts = _window(self.start) if self.start is not None else None
        ends = _window(self.end) if self.end is not None else None
        if starts is None and ends is None:
            return "open"
        if (starts and last < starts[0]) or (ends and first > ends[1]):
            return None
        if starts is None or ends is None:
            turn = starts or ends or (first, last)
            if starts is not None and first > turn[1]:
                return "open"
            if ends is not None and last < turn[0]:
                return "open"
            return "sure" if first <= turn[0] and turn[1] <= last else "possible"
        sure = min(starts[1], ends[1]) <= last and max(ends[0], starts[0]) >= first
        return "sure" if sure else "possible"


def _window(bound: Bound) -> tuple[date, date]:
    """All the days that a bound may be, whatever its words leave open on one side."""
    match bound.sense:
        case "earliest":
            return bound.first, date.max
        case "latest":
            return date.min, bound.last
        case _:
            return bound.first, bound.last


@dataclass(frozen=True, slots=True)
class Phrase:
    """A calendar phrase.

    Attributes:
        texte: as written.
        settled: whether days given beside it replace what its words say.
        periodes: what was read in it, in its order.
        unread: the words that were not understood, and why.
    """

    texte: str
    settled: bool
    periodes: tuple[Periode, ...]
    unread: tuple[tuple[str, Reason], ...]


@dataclass(frozen=True, slots=True)
class EtapeCalendar:
    """When a step is; the attributes are those of :class:`FicheCalendar`."""

    titre: str
    statut: Statut | None
    avancement: Avancement | None
    pilotes: tuple[str, ...]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class FicheCalendar:
    """When a fiche is.

    Attributes:
        adresse: as it is shown.
        complete: `<axis>/<numero>`.
        titre: its title.
        nature: `action` or `engagement`.
        sections: its sections in :attr:`PlanCalendar.sections`, from the axis down.
        statut: its status on the day; `None` where nothing says it.
        avancement: its progress on the day, in percent; `None` where nothing says it.
        pilotes: who, under the names of `acteurs`.
        phrases: its calendar.
        etapes: its steps, those that are asked for.
    """

    adresse: str
    complete: str
    titre: str
    nature: NatureAction
    sections: tuple[int, ...]
    statut: Statut | None
    avancement: Avancement | None
    pilotes: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    etapes: tuple[EtapeCalendar, ...]

    @property
    def rows(self) -> tuple[FicheCalendar | EtapeCalendar, ...]:
        """The fiche, then its steps."""
        return (self, *self.etapes)


def dated(row: FicheCalendar | EtapeCalendar, year: int | None) -> Iterator[tuple[Phrase, Periode]]:
    """The periods of a row that say when, of those that may have a day of the year, if one is asked for."""
    for phrase in row.phrases:
        for periode in phrase.periodes:
            if periode.dated and periode.touches(year):
                yield phrase, periode


@dataclass(frozen=True, slots=True)
class Jalon:
    """A day of the life of the plan: a COPIL, or an avenant and its number."""

    id: str
    kind: Literal["copil", "avenant"]
    date: date
    numero: str | None
    objet: str | None


@dataclass(frozen=True, slots=True)
class SectionTitle:
    """A section, by its name."""

    niveau: str | None  #: what the document calls this level: `Axe`
    profondeur: int  #: 0 for the first level
    numero: str | None
    titre: str


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """The calendar of a plan.

    Attributes:
        titre: the title of the plan.
        territoire: the name of the territory.
        caf: the Caf that signs.
        debut: the first day of the contract.
        fin: the last one, included.
        signature: the day it was signed, if it is known.
        day: the day of the statuses, today for the reader.
        year: the only year that is asked for.
        pilote: the only pilot that is asked for, under the name of `acteurs`.
        sections: all of them, each before the ones below it.
        fiches: those that are asked for, in document order.
        left: how many fiches are not asked for.
        jalons: the COPILs and the avenants, by date.
    """

    titre: str
    territoire: str
    caf: str
    debut: date
    fin: date
    signature: date | None
    day: date
    year: Annee | None
    pilote: str | None
    sections: tuple[SectionTitle, ...]
    fiches: tuple[FicheCalendar, ...]
    left: int
    jalons: tuple[Jalon, ...]


class UnknownPilotError(ValueError):
    """Nobody of that name carries anything; `names` are those who do, `spellings` their aliases too."""

    def __init__(self, names: tuple[str, ...], spellings: tuple[str, ...]) -> None:
        super().__init__("unknown pilot")
        self.names = names
        self.spellings = spellings


class OutsideYearError(ValueError):
    """The year is none of the contract's, which go from `first` to `last`."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__("year outside the contract")
        self.first = first
        self.last = last


def calendar_of(plan: Plan, day: date, *, year: int | None = None, pilote: str | None = None) -> PlanCalendar:
    """The calendar of a plan, with its statuses at the end of a day.

    Args:
        plan: the plan.
        day: the day of the statuses, included.
        year: leaves out the fiches and the steps that have no day of that year; one whose calendar is
            missing or was not understood stays, since it might.
        pilote: leaves out the fiches that this pilot does not carry, under any spelling of `acteurs`;
            the fiche of a step of theirs stays, with their steps only.

    Raises:
        OutsideYearError: if the year is none of the contract's.
        UnknownPilotError: if the pilot carries nothing in the plan.
    """
    contract = Contract.of(plan)
    if year is not None and not contract.debut.year <= year <= contract.fin.year:
        raise OutsideYearError(contract.debut.year, contract.fin.year)
    state = state_of(plan, day)
    who = _pilot(plan, pilote) if pilote is not None else None
    ids = _Ids(plan)
    rows = []
    for fiche, on in zip(fiches(plan), state.fiches, strict=True):
        steps = [
            EtapeCalendar(
                step.titre,
                step.statut,
                step.avancement,
                step.pilotes,
                _phrases(etape.calendrier, contract, ids.of(fiche.action.titre, etape.titre)),
            )
            for etape, step in zip(fiche.action.etapes, on.etapes, strict=True)
        ]
        row = FicheCalendar(
            adresse=on.adresse,
            complete=on.complete,
            titre=on.titre,
            nature=on.nature,
            sections=on.sections,
            statut=on.statut,
            avancement=on.avancement,
            pilotes=on.pilotes,
            phrases=_phrases(fiche.action.calendrier, contract, ids.of(fiche.action.titre)),
            etapes=tuple(one for one in steps if _asked(one, year) and _theirs(one, on.pilotes, who)),
        )
        if (row.etapes or who is None or who in row.pilotes) and (row.etapes or _asked(row, year)):
            rows.append(row)
    return PlanCalendar(
        titre=state.titre,
        territoire=state.territoire,
        caf=state.caf,
        debut=contract.debut,
        fin=contract.fin,
        signature=contract.signature,
        day=day,
        year=year,
        pilote=who,
        sections=tuple(
            SectionTitle(one.niveau, one.profondeur, one.numero, one.titre) for one in state.sections
        ),
        fiches=tuple(rows),
        left=len(state.fiches) - len(rows),
        jalons=tuple(one for one in _milestones(plan, ids) if year is None or one.date.year == year),
    )


def _pilot(plan: Plan, pilote: str) -> str:
    """The name of a pilot, given under any spelling.

    Raises:
        UnknownPilotError: if nobody of that name carries a fiche or a step.
    """
    directory = Directory(plan)
    names = dict.fromkeys(
        name for fiche in fiches(plan) for one in _carried(fiche.action) for name in directory.names(one)
    )
    name = directory.name(pilote)
    if name is None or name not in names:
        aliases = (alias for one in plan.acteurs if one.nom in names for alias in one.alias)
        raise UnknownPilotError(tuple(names), (*names, *aliases))
    return name


def _carried(action: Action) -> Iterator[tuple[Pilote, ...]]:
    yield action.pilotes
    yield from (etape.pilotes for etape in action.etapes)


def _asked(row: EtapeCalendar | FicheCalendar, year: int | None) -> bool:
    """Whether something of a row may be in the year, as far as its calendar says."""
    if any(phrase.unread for phrase in row.phrases):
        return True
    periodes = [periode for phrase in row.phrases for periode in phrase.periodes]
    return not periodes or any(periode.touches(year) for periode in periodes)


def _theirs(step: EtapeCalendar, pilotes: Sequence[str], who: str | None) -> bool:
    """Whether a step is shown to a pilot: the fiche is theirs, or the step is."""
    return who is None or who in pilotes or who in step.pilotes


class _Ids:
    """Names for periods that stay when fiches are numbered anew or moved; two of one title are told apart."""

    def __init__(self, plan: Plan) -> None:
        self._plan = (key(plan.territoire.nom), plan.periode.debut.isoformat())
        self._seen: dict[tuple[str, ...], int] = {}

    def of(self, *names: str) -> tuple[str, ...]:
        """What identifies a thing of the plan that has these names."""
        names = tuple(map(key, names))
        rank = self._seen[names] = self._seen.get(names, -1) + 1
        return (*self._plan, *names, str(rank))


def _hashed(parts: Iterable[str]) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _phrases(
    calendriers: Iterable[Calendrier], contract: Contract, names: tuple[str, ...]
) -> tuple[Phrase, ...]:
    found = []
    for rank, calendrier in enumerate(calendriers):
        lecture = of(calendrier, contract)
        periodes = tuple(
            _periode(one, contract, _hashed((*names, str(rank), str(place))))
            for place, one in enumerate(lecture.periods)
        )
        unread = tuple((words.text, reason) for words, reason in lecture.unread)
        found.append(Phrase(lecture.text, lecture.settled, periodes, unread))
    return tuple(found)


def _periode(one: Period, contract: Contract, name: str) -> Periode:
    first = last = None
    # An open side never makes a period that starts after its end.
    if one.start is not None:
        first = one.start.first
        last = one.end.last if one.end is not None else max(contract.fin, one.start.last)
    elif one.end is not None:
        first, last = min(contract.debut, one.end.first), one.end.last
    return Periode(
        id=name,
        texte=one.words.text,
        start=one.start,
        end=one.end,
        first=first,
        last=last,
        retours=tuple(Retour(beat.words.text, beat.unit, beat.every, beat.times) for beat in one.recurrences),
        contract=one.contract,
    )


def _milestones(plan: Plan, ids: _Ids) -> list[Jalon]:
    found = [
        Jalon(_hashed(ids.of("copil", one.date.isoformat())), "copil", one.date, None, one.objet)
        for one in plan.copils
    ]
    found += [
        Jalon(_hashed(ids.of("avenant", one.numero)), "avenant", one.date, one.numero, one.objet)
        for one in plan.avenants
    ]
    return sorted(found, key=lambda one: (one.date, one.kind, one.numero or ""))
