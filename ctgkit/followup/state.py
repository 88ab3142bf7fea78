"""Plan → its state on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ctgkit.followup.alerts import Facts, alerts
from ctgkit.followup.groups import summed, totals_of
from ctgkit.followup.identity import Names
from ctgkit.followup.indicators import indicator, measures, structured
from ctgkit.followup.journal import Counted, Said, begun, counted, merged, said
from ctgkit.followup.journal import with_steps as with_steps_said
from ctgkit.followup.members import signed_begun
from ctgkit.followup.news import last_of, news_of, of_part, spent
from ctgkit.followup.periods import Lectures, lectures_of, parts_of, period_of, with_steps
from ctgkit.followup.pilots import Directory
from ctgkit.followup.postponing import postponed, postponement
from ctgkit.followup.view import (
    Alerte,
    BilanDit,
    Entree,
    EtapeState,
    Evolution,
    FicheState,
    Ignored,
    Note,
    PeriodState,
    PlanState,
    Releve,
    SectionState,
    Totals,
)
from ctgkit.plan import Action, Etape, Fiche, Indicateur, Plan, Section, fiches
from ctgkit.plan.bilan import Bilan
from ctgkit.plan.plan import periode_dite
from ctgkit.schedule import Contract
from ctgkit.vocabulary.statut import facts_of
from ctgkit.vocabulary.suivi import Motif, SorteDonnee

#: After how many months without any there is no news.
SILENCE = 12


def state_of(
    plan: Plan,
    day: date,
    *,
    since: date | None = None,
    months: int = SILENCE,
    lectures: Lectures | None = None,
) -> PlanState:
    """The state of a plan at the end of a day.

    Only what is dated up to `day` counts, so that the state of a past day can be computed again.

    Args:
        plan: the plan, as it is today: its contract is not taken back to the day.
        day: the day, included.
        since: a day before it, whose end the evolutions start from: what is dated that day was
            already known then.
        months: after how many months without any there is no news.
        lectures: what was read in the calendars of the plan, where it is known already.

    Raises:
        ValueError: if `since` is not before `day`.
    """
    if since is not None and since >= day:
        raise ValueError("since must be before day")
    return _Builder(plan, day, since, months, lectures or lectures_of(plan)).state()


def first_day(plan: Plan) -> date:
    """The first day that counts: what was noted between the signature and the first of the period does."""
    return min(plan.periode.debut, plan.signature or plan.periode.debut)


class _Part(NamedTuple):
    """What does not depend on the day: the calendars and the pilots of a fiche and of its steps."""

    fiche: Fiche
    name: tuple[str, ...]  #: what identifies it
    period: PeriodState
    pilotes: tuple[str, ...]
    periods: tuple[PeriodState, ...]  #: of its steps
    porteurs: tuple[tuple[str, ...], ...]  #: of its steps


class _Moment(NamedTuple):
    """What depends on the day: computed twice for an evolution."""

    own: Counted
    steps: tuple[Counted, ...]
    said: Said
    said_of_steps: tuple[Said, ...]
    entrees: tuple[Entree, ...]  #: of the fiche and its steps, by date
    derniere: date | None  #: the day of the last news of either
    period: PeriodState
    pilotes: tuple[str, ...]
    alertes: tuple[Alerte, ...]


class _Builder:
    def __init__(self, plan: Plan, day: date, since: date | None, months: int, lectures: Lectures) -> None:
        self.plan = plan
        self.contract = Contract.of(plan)
        self.day = day
        self.since = since
        self.months = months
        self.lectures = lectures
        self.names = Names(plan)
        self.first = first_day(plan)
        self.directory = Directory(plan)
        self.ignored: list[Ignored] = []

    def state(self) -> PlanState:
        plan = self.plan
        sections: list[tuple[Section, int]] = []
        for axe in plan.axes:
            sections += _below(axe, 0)
        ranks = {id(section): rank for rank, (section, _) in enumerate(sections)}
        states = []
        totals = [Totals()] * len(sections)
        for fiche in fiches(plan):
            places = tuple(ranks[id(section)] for section in fiche.sections)
            state = self.fiche(fiche, places)
            one = totals_of([state])
            for place in places:
                totals[place] = summed(totals[place], one)
            states.append(state)
        niveaux = plan.vocabulaire.niveaux
        return PlanState(
            titre=plan.titre,
            territoire=plan.territoire.nom,
            convention=plan.vocabulaire.convention,
            caf=plan.caf,
            debut=plan.periode.debut,
            fin=plan.periode.fin,
            periode=periode_dite(plan.periode),
            jour=self.day,
            depuis_le=self.since,
            totaux=totals_of(states),
            sections=tuple(
                SectionState(
                    niveaux[depth] if depth < len(niveaux) else None,
                    depth,
                    section.numero,
                    section.titre or "",
                    totals[rank],
                )
                for rank, (section, depth) in enumerate(sections)
            ),
            fiches=tuple(states),
            non_comptees=tuple(self.ignored),
        )

    def part(self, fiche: Fiche) -> _Part:
        action = fiche.action
        name = self.names.of_fiche(fiche)
        steps = [self.names.of_step(name, etape) for etape in action.etapes]
        periods = [
            period_of(self.lectures[path], known)
            for (path, _), known in zip(parts_of(fiche), (name, *steps), strict=True)
        ]
        return _Part(
            fiche,
            name,
            periods[0],
            self.directory.names(action.pilotes),
            tuple(periods[1:]),
            tuple(self.directory.names(etape.pilotes) for etape in action.etapes),
        )

    def moment(self, part: _Part, day: date) -> _Moment:
        action = part.fiche.action
        own = counted(action.suivi, self.first, day)
        steps = tuple(counted(etape.suivi, self.first, day, etape.titre) for etape in action.etapes)
        of_steps = tuple(said(step.entrees) for step in steps)
        together = with_steps_said(said(own.entrees), of_steps)
        # Of one day, what is said of the whole comes last.
        entrees = merged([*(step.entrees for step in steps), own.entrees])
        living = [rank for rank, words in enumerate(of_steps) if not facts_of(words.statut).dropped]
        period = with_steps(part.period, [part.periods[rank] for rank in living])
        pilotes = part.pilotes or _together([part.porteurs[rank] for rank in living])
        news = last_of(news_of(part.fiche, self.first, day))
        facts = Facts(
            together,
            begun(together, signed=period.a_commence or signed_begun(action), steps=of_steps),
            news.day if news else None,
            _blocked(together, of_steps, entrees),
            part.period,  # a step that is late is told as the step's
            unpiloted=not action.nature.facts.promise and not pilotes,
            reporte=postponed(together.echeance, self.contract),
        )
        return _Moment(
            own,
            steps,
            together,
            of_steps,
            entrees,
            facts.derniere,
            period,
            pilotes,
            alerts(facts, day, self.contract, self.months),
        )

    def fiche(self, fiche: Fiche, sections: tuple[int, ...]) -> FicheState:
        action = fiche.action
        part = self.part(fiche)
        now = self.moment(part, self.day)
        self.leave(fiche.adresse, None, now.own, action)
        for etape, step in zip(action.etapes, now.steps, strict=True):
            self.leave(fiche.adresse, etape.titre, step, etape)
        closed = facts_of(now.said.statut).closed
        return FicheState(
            adresse=fiche.adresse,
            complete=fiche.complete,
            numero=action.numero,
            titre=action.titre,
            nature=action.nature,
            sections=sections,
            statut=now.said.statut,
            provenance_statut=now.said.statut_from,
            depuis=now.said.depuis,
            reportee_a=now.said.echeance,
            report=postponement(now.said.echeance, self.contract, part.name),
            avancement=now.said.avancement,
            provenance_avancement=now.said.avancement_from,
            note=_note(now.entrees),
            bilan=next(reversed(self.bilans(action)), None),
            derniere=now.derniere,
            silence=(self.day - now.derniere).days if now.derniere else None,
            depense=spent(fiche),
            calendrier=now.period,
            pilotes=now.pilotes,
            par_etapes=not part.pilotes and bool(now.pilotes),
            alertes=now.alertes,
            etapes=tuple(self.etape(part, now, rank, closed=closed) for rank in range(len(action.etapes))),
            indicateurs=tuple(indicator(one, self.day) for one in structured(action.indicateurs, self.day)),
            evolution=self.evolution(part, now) if self.since is not None else None,
        )

    def etape(self, part: _Part, now: _Moment, rank: int, *, closed: bool) -> EtapeState:
        """A step; it raises no alert once its action is closed, and its pilot may be the action's."""
        etape, step, words = part.fiche.action.etapes[rank], now.steps[rank], now.said_of_steps[rank]
        period = part.periods[rank]
        news = last_of(of_part((), etape, self.first, self.day))
        derniere = news.day if news else None
        noted = step.entrees[-1].date if step.entrees else None
        facts = Facts(
            words,
            begun(words, signed=period.a_commence),
            derniere,
            words.depuis or noted,
            period,
            unpiloted=False,
            reporte=postponed(words.echeance, self.contract),
        )
        return EtapeState(
            titre=etape.titre,
            statut=words.statut,
            depuis=words.depuis,
            reportee_a=words.echeance,
            report=postponement(words.echeance, self.contract, (*part.name, "etape", str(rank))),
            avancement=words.avancement,
            provenance_avancement=words.avancement_from,
            note=_note(step.entrees),
            bilan=next(reversed(self.looked_back(etape.bilan, None)), None),
            derniere=derniere,
            silence=(self.day - derniere).days if derniere else None,
            calendrier=period,
            pilotes=part.porteurs[rank],
            alertes=() if closed else alerts(facts, self.day, self.contract, self.months),
            indicateurs=tuple(indicator(one, self.day) for one in structured(etape.indicateurs, self.day)),
        )

    def leave(self, adresse: str, etape: str | None, journal: Counted, part: Action | Etape) -> None:
        """Notes what is not counted of a journal, and of the measures and bilans beside it."""
        self.ignored += [
            Ignored(adresse, etape, SorteDonnee.ENTREE, when, Motif.AVANT) for when in journal.before
        ]
        self.ignored += [
            Ignored(adresse, etape, SorteDonnee.ENTREE, when, Motif.APRES) for when in journal.after
        ]
        self.ignored += [
            Ignored(adresse, etape, SorteDonnee.MESURE, one.date, Motif.APRES)
            for indicateur in part.indicateurs
            for one in indicateur.mesures
            if one.date > self.day
        ]
        self.ignored += [
            Ignored(adresse, etape, SorteDonnee.BILAN, one.date, motif)
            for one in part.bilan
            for motif, out in ((Motif.AVANT, one.date < self.first), (Motif.APRES, one.date > self.day))
            if out
        ]

    def evolution(self, part: _Part, now: _Moment) -> Evolution:
        since, action = self.since or self.day, part.fiche.action
        before = self.moment(part, since)
        were = {alerte.code for alerte in before.alertes}
        are = {alerte.code for alerte in now.alertes}
        mesures = [
            *self.measured(action.indicateurs, None, since),
            *(one for etape in action.etapes for one in self.measured(etape.indicateurs, etape.titre, since)),
        ]
        return Evolution(
            statut=before.said.statut,
            avancement=before.said.avancement,
            entrees=tuple(entree for entree in now.entrees if entree.date > since),
            mesures=tuple(sorted(mesures, key=_by_date)),
            bilans=tuple(one for one in self.bilans(action) if one.date > since),
            apparues=tuple(alerte.code for alerte in now.alertes if alerte.code not in were),
            levees=tuple(alerte.code for alerte in before.alertes if alerte.code not in are),
        )

    def bilans(self, action: Action) -> list[BilanDit]:
        """What a fiche and its steps have come to, by date, up to the day."""
        of_steps = (one for etape in action.etapes for one in self.looked_back(etape.bilan, etape.titre))
        return sorted([*of_steps, *self.looked_back(action.bilan, None)], key=lambda one: one.date)

    def looked_back(self, bilans: Iterable[Bilan], etape: str | None) -> list[BilanDit]:
        counted_ones = (one for one in bilans if self.first <= one.date <= self.day)
        return [
            BilanDit(
                one.date,
                one.appreciation,
                one.proposition,
                tuple(point.texte for point in one.resultats),
                etape,
            )
            for one in sorted(counted_ones, key=lambda one: one.date)
        ]

    def measured(self, indicateurs: Iterable[Indicateur], etape: str | None, since: date) -> Iterator[Releve]:
        for one in indicateurs:
            for mesure in measures(one, self.day):
                if mesure.date > since:
                    yield Releve(mesure.date, one.nom, mesure.valeur, one.unite, mesure.commentaire, etape)


def _by_date(releve: Releve) -> date:
    return releve.date


def _blocked(together: Said, steps: Iterable[Said], entrees: tuple[Entree, ...]) -> date | None:
    """Since when a fiche has its status: where its steps say it, since the first of them has."""
    since = [one.depuis for one in steps if one.statut is together.statut and one.depuis is not None]
    last = entrees[-1].date if entrees else None
    return together.depuis or min(since, default=last)


def _together(porteurs: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Who carries a fiche that names nobody: those who carry its steps."""
    return tuple(dict.fromkeys(nom for those in porteurs for nom in those))


def _note(entrees: tuple[Entree, ...]) -> Note | None:
    """The last entry that has a note."""
    for one in reversed(entrees):
        if one.note is not None:
            return Note(one.date, one.note, one.auteur, one.etape)
    return None


def _below(section: Section, depth: int) -> Iterator[tuple[Section, int]]:
    yield section, depth
    for objectif in section.objectifs:
        yield from _below(objectif, depth + 1)
