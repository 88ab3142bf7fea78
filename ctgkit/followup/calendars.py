"""When: every calendar phrase of a plan as periods, with the status of each fiche on a day.

::

    view = calendar_of(plan, date(2026, 6, 30), year=2026)

The view keeps every phrase: what was not understood is in it as such, and a bound outside the contract
stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, NamedTuple, TypeAlias

from ctgkit.followup.identity import Names, hashed
from ctgkit.followup.pilots import Directory
from ctgkit.followup.state import state_of
from ctgkit.followup.view import EtapeState, FicheState, Periode, Phrase
from ctgkit.french.described import described
from ctgkit.plan import Action, Pilote, Plan, fiches
from ctgkit.plan.valeurs import Annee, Avancement
from ctgkit.schedule import Bound, Contract
from ctgkit.vocabulary.calendrier import SorteJalon
from ctgkit.vocabulary.nature import NatureAction
from ctgkit.vocabulary.statut import Statut, facts_of

#: What is known of a period on some days: it has one of them; it may have; it goes on, and its words do
#: not say until when, or since when.
Presence: TypeAlias = Literal["sure", "possible", "open"]


def touches(one: Periode, year: int | None) -> bool:
    """Whether a period may have a day of the year; so may all, where none is asked for or said."""
    if year is None or one.premier is None or one.dernier is None:
        return True
    return one.premier.year <= year <= one.dernier.year


def presence(one: Periode, first: date, last: date) -> Presence | None:
    """What is known of a period on some days, both included; `None` where it has none of them."""
    known = _presence(one, first, last)
    return "possible" if known == "sure" and one.reserve is not None else known


def _presence(one: Periode, first: date, last: date) -> Presence | None:
    starts = _window(one.debut) if one.debut is not None else None
    ends = _window(one.fin) if one.fin is not None else None
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
    facts = bound.portee.facts
    return date.min if facts.sooner else bound.premier, date.max if facts.later else bound.dernier


@described("un calendrier d'étape", "calendriers d'étapes", "Quand une étape se déroule.")
class EtapeCalendar(NamedTuple):
    """When a step is."""

    titre: Annotated[str, "Son titre."]
    statut: Annotated[Statut | None, "Son statut ce jour-là\u00a0; rien si rien ne le dit."]
    avancement: Annotated[Avancement | None, "Son avancement ce jour-là, en pour cent."]
    pilotes: Annotated[tuple[str, ...], "Qui, sous les noms de l'annuaire."]
    phrases: Annotated[tuple[Phrase, ...], "Son calendrier, phrase par phrase."]

    @property
    def periodes(self) -> Annotated[tuple[Periode, ...], "Ce qui a été compris de son calendrier."]:
        """What was read in its calendar."""
        return tuple(periode for phrase in self.phrases for periode in phrase.periodes)


@described("un calendrier de fiche", "calendriers de fiches", "Quand une fiche se déroule.")
class FicheCalendar(NamedTuple):
    """When a fiche is."""

    adresse: Annotated[str, "Son adresse, telle qu'on la donne."]
    complete: Annotated[str, "Son adresse avec celle de son axe."]
    numero: Annotated[str | None, "Son numéro\u00a0; rien si le document n'en imprime pas."]
    titre: Annotated[str, "Son titre."]
    nature: Annotated[NatureAction, "Ce qu'elle est."]
    sections: Annotated[
        tuple[int, ...],
        "Le rang, à partir de 0, de chacune de ses sections parmi toutes celles du plan, axe d'abord.",
    ]
    statut: Annotated[Statut | None, "Son statut ce jour-là\u00a0; rien si rien ne le dit."]
    avancement: Annotated[Avancement | None, "Son avancement ce jour-là, en pour cent."]
    pilotes: Annotated[tuple[str, ...], "Qui, sous les noms de l'annuaire."]
    phrases: Annotated[tuple[Phrase, ...], "Son calendrier, phrase par phrase."]
    par_etapes: Annotated[
        bool, "Si elle n'a pas de calendrier qui soit compris, et que ses étapes disent quand."
    ]
    etapes: Annotated[tuple[EtapeCalendar, ...], "Ses étapes, celles qui sont demandées."]

    @property
    def periodes(
        self,
    ) -> Annotated[tuple[Periode, ...], "Ce qui a été compris de son calendrier, ou de celui de ses étapes."]:
        """What was read in its calendar, or in those of its steps where it has none."""
        own = tuple(periode for phrase in self.phrases for periode in phrase.periodes)
        if self.par_etapes:
            living = (etape for etape in self.etapes if not facts_of(etape.statut).dropped)
            return (*(periode for etape in living for periode in etape.periodes), *own)
        return own


def rows_of(fiche: FicheCalendar) -> tuple[FicheCalendar | EtapeCalendar, ...]:
    """A fiche, then its steps."""
    return (fiche, *fiche.etapes)


def dated(row: FicheCalendar | EtapeCalendar, year: int | None) -> Iterator[tuple[Phrase, Periode]]:
    """The periods of a row that say when, of those that may have a day of the year, if one is asked for."""
    for phrase in row.phrases:
        for periode in phrase.periodes:
            if periode.datee and touches(periode, year):
                yield phrase, periode


@described("un jalon", "jalons", "Un jour de la vie du plan.")
class Jalon(NamedTuple):
    """A day of the life of the plan: a COPIL, or an avenant and its number."""

    id: Annotated[str, "Ce qui le distingue des autres."]
    sorte: Annotated[SorteJalon, "Un COPIL, ou un avenant."]
    date: Annotated[date, "Son jour."]
    numero: Annotated[str | None, "Le numéro de l'avenant."]
    objet: Annotated[str | None, "Son objet."]


@described("un titre de section", "titres de section", "Une section, par son nom.")
class SectionTitle(NamedTuple):
    """A section, by its name."""

    niveau: Annotated[str | None, "Le nom de son niveau dans le document."]
    profondeur: Annotated[int, "0 pour un axe."]
    numero: Annotated[str | None, "Son numéro."]
    titre: Annotated[str, "Son titre."]


@described("un calendrier de plan", "calendriers de plans", "Le calendrier d'un plan.")
class PlanCalendar(NamedTuple):
    """The calendar of a plan."""

    titre: Annotated[str, "Le titre du plan."]
    territoire: Annotated[str, "Le nom du territoire."]
    convention: Annotated[str, "Ce qui est signé\u00a0: convention territoriale globale…"]
    caf: Annotated[str | None, "La Caf signataire\u00a0; rien si aucune ne signe."]
    debut: Annotated[date, "Le premier jour de la convention."]
    fin: Annotated[date, "Le dernier, compris."]
    periode: Annotated[str, "Les deux, tels que le document les dit, ou en chiffres\u00a0: 2021-2024."]
    signature: Annotated[date | None, "Le jour de la signature."]
    jour: Annotated[date, "Le jour des statuts."]
    annee: Annotated[Annee | None, "La seule année demandée."]
    pilote: Annotated[str | None, "Le seul pilote demandé, sous le nom de l'annuaire."]
    sections: Annotated[tuple[SectionTitle, ...], "Ses sections, chacune avant celles du dessous."]
    fiches: Annotated[tuple[FicheCalendar, ...], "Les fiches demandées, dans l'ordre du document."]
    non_demandees: Annotated[int, "Combien de fiches ne sont pas demandées."]
    jalons: Annotated[tuple[Jalon, ...], "Les COPIL et les avenants, par date."]


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
    rows = []
    for on in state.fiches:
        steps = map(_step, on.etapes)
        row = FicheCalendar(
            adresse=on.adresse,
            complete=on.complete,
            numero=on.numero,
            titre=on.titre,
            nature=on.nature,
            sections=on.sections,
            statut=on.statut,
            avancement=on.avancement,
            pilotes=on.pilotes,
            phrases=_phrases(on),
            par_etapes=on.calendrier.etapes > 0,
            etapes=tuple(one for one in steps if _asked(one, year) and _theirs(one, on, who)),
        )
        theirs = who is None or who in on.propres
        if row.etapes or (theirs and _asked(row, year)):
            rows.append(row)
    return PlanCalendar(
        titre=state.titre,
        territoire=state.territoire,
        convention=state.convention,
        caf=state.caf,
        debut=contract.debut,
        fin=contract.fin,
        periode=state.periode,
        signature=contract.signature,
        jour=day,
        annee=year,
        pilote=who,
        sections=tuple(
            SectionTitle(one.niveau, one.profondeur, one.numero, one.titre) for one in state.sections
        ),
        fiches=tuple(rows),
        non_demandees=len(state.fiches) - len(rows),
        jalons=tuple(one for one in _milestones(plan) if year is None or one.date.year == year),
    )


def _step(on: EtapeState) -> EtapeCalendar:
    return EtapeCalendar(on.titre, on.statut, on.avancement, on.pilotes, _phrases(on))


def _phrases(on: FicheState | EtapeState) -> tuple[Phrase, ...]:
    """What its calendar says, then to when it is postponed."""
    return (*on.calendrier.phrases, *((on.report,) if on.report else ()))


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
    """Whether something of a row may be in the year, as far as its own calendar says."""
    if isinstance(row, FicheCalendar) and row.par_etapes and not row.phrases:
        return False
    if any(phrase.non_compris for phrase in row.phrases):
        return True
    return not row.periodes or any(touches(periode, year) for periode in row.periodes)


def _theirs(step: EtapeCalendar, fiche: FicheState, who: str | None) -> bool:
    """Whether a step is shown to a pilot: the fiche is theirs, or the step is, or nobody else carries it."""
    return who is None or who in fiche.propres or who in (step.pilotes or fiche.pilotes)


def _milestones(plan: Plan) -> list[Jalon]:
    ids = Names(plan)
    found = [
        Jalon(hashed(ids.of("copil", one.date.isoformat())), SorteJalon.COPIL, one.date, None, one.objet)
        for one in plan.copils
    ]
    found += [
        Jalon(hashed(ids.of("avenant", one.numero)), SorteJalon.AVENANT, one.date, one.numero, one.objet)
        for one in plan.avenants
    ]
    return sorted(found, key=lambda one: (one.date, one.sorte, one.numero or ""))
