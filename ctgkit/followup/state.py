"""Plan → its state on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ctgkit.followup.alerts import Facts, alerts
from ctgkit.followup.groups import totals_of
from ctgkit.followup.indicators import indicator, measures, structured
from ctgkit.followup.journal import Counted, Said, begun, counted, merged, said, with_steps
from ctgkit.followup.members import nature_of, signed_begun
from ctgkit.followup.periods import period_of
from ctgkit.followup.pilots import Directory
from ctgkit.followup.view import (
    Alerte,
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
from ctgkit.schedule import Contract
from ctgkit.vocabulary.statut import facts_of
from ctgkit.vocabulary.suivi import Motif, SorteDonnee

#: After how many months without an entry there is no news.
SILENCE = 12


def state_of(plan: Plan, day: date, *, since: date | None = None, months: int = SILENCE) -> PlanState:
    """The state of a plan at the end of a day.

    Only what is dated up to `day` counts, so that the state of a past day can be computed again.

    Args:
        plan: the plan, as it is today: its contract is not taken back to the day.
        day: the day, included.
        since: a day before it, whose end the evolutions start from: what is dated that day was
            already known then.
        months: after how many months without an entry there is no news.

    Raises:
        ValueError: if `since` is not before `day`.
    """
    if since is not None and since >= day:
        raise ValueError("since must be before day")
    return _Builder(plan, day, since, months).state()


class _Moment(NamedTuple):
    """What depends on the day alone: computed twice for an evolution."""

    own: Counted
    steps: tuple[Counted, ...]
    said: Said
    said_of_steps: tuple[Said, ...]
    entrees: tuple[Entree, ...]  #: of the fiche and its steps, by date
    alertes: tuple[Alerte, ...]


class _Builder:
    def __init__(self, plan: Plan, day: date, since: date | None, months: int) -> None:
        self.plan = plan
        self.day = day
        self.since = since
        self.months = months
        self.contract = Contract.of(plan)
        # What was noted between the signature and the first day of the period is no mistake.
        self.first = min(plan.periode.debut, plan.signature or plan.periode.debut)
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
                totals[place] += one
            states.append(state)
        niveaux = plan.vocabulaire.niveaux
        return PlanState(
            titre=plan.titre,
            territoire=plan.territoire.nom,
            caf=plan.caf,
            debut=plan.periode.debut,
            fin=plan.periode.fin,
            day=self.day,
            since=self.since,
            totals=totals_of(states),
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
            ignored=tuple(self.ignored),
        )

    def moment(self, action: Action, period: PeriodState, day: date) -> _Moment:
        own = counted(action.suivi, self.first, day)
        steps = tuple(counted(etape.suivi, self.first, day, etape.titre) for etape in action.etapes)
        of_steps = tuple(said(step.entrees) for step in steps)
        together = with_steps(said(own.entrees), of_steps)
        # Of one day, what is said of the whole comes last.
        entrees = merged([*(step.entrees for step in steps), own.entrees])
        facts = Facts(
            together,
            begun(together, signed=period.begun or signed_begun(action), steps=of_steps),
            entrees[-1].date if entrees else None,
            period,
            unpiloted=not nature_of(action).facts.promise and not action.pilotes,
        )
        return _Moment(own, steps, together, of_steps, entrees, alerts(facts, day, self.months))

    def fiche(self, fiche: Fiche, sections: tuple[int, ...]) -> FicheState:
        action = fiche.action
        period = period_of(action.calendrier, self.contract)
        now = self.moment(action, period, self.day)
        self.leave(fiche.adresse, None, now.own, action.indicateurs)
        for etape, step in zip(action.etapes, now.steps, strict=True):
            self.leave(fiche.adresse, etape.titre, step, etape.indicateurs)
        closed = facts_of(now.said.statut).closed
        derniere = now.entrees[-1].date if now.entrees else None
        return FicheState(
            adresse=fiche.adresse,
            complete=fiche.complete,
            titre=action.titre,
            nature=nature_of(action),
            sections=sections,
            statut=now.said.statut,
            statut_from=now.said.statut_from,
            depuis=now.said.depuis,
            avancement=now.said.avancement,
            avancement_from=now.said.avancement_from,
            note=_note(now.entrees),
            derniere=derniere,
            silence=(self.day - derniere).days if derniere else None,
            period=period,
            pilotes=self.directory.names(action.pilotes),
            alertes=now.alertes,
            etapes=tuple(
                self.etape(etape, step, words, closed=closed)
                for etape, step, words in zip(action.etapes, now.steps, now.said_of_steps, strict=True)
            ),
            indicateurs=tuple(indicator(one, self.day) for one in structured(action.indicateurs)),
            evolution=self.evolution(action, period, now) if self.since is not None else None,
        )

    def etape(self, etape: Etape, step: Counted, words: Said, *, closed: bool) -> EtapeState:
        """A step; it raises no alert once its action is closed, and its pilot may be the action's."""
        period = period_of(etape.calendrier, self.contract)
        derniere = step.entrees[-1].date if step.entrees else None
        facts = Facts(words, begun(words, signed=period.begun), derniere, period, unpiloted=False)
        return EtapeState(
            titre=etape.titre,
            statut=words.statut,
            depuis=words.depuis,
            avancement=words.avancement,
            avancement_from=words.avancement_from,
            note=_note(step.entrees),
            derniere=derniere,
            silence=(self.day - derniere).days if derniere else None,
            period=period,
            pilotes=self.directory.names(etape.pilotes),
            alertes=() if closed else alerts(facts, self.day, self.months),
            indicateurs=tuple(indicator(one, self.day) for one in structured(etape.indicateurs)),
        )

    def leave(
        self, adresse: str, etape: str | None, journal: Counted, indicateurs: Iterable[Indicateur]
    ) -> None:
        """Notes what is not counted of a journal and of the measures beside it."""
        self.ignored += [
            Ignored(adresse, etape, SorteDonnee.ENTREE, when, Motif.AVANT) for when in journal.before
        ]
        self.ignored += [
            Ignored(adresse, etape, SorteDonnee.ENTREE, when, Motif.APRES) for when in journal.after
        ]
        self.ignored += [
            Ignored(adresse, etape, SorteDonnee.MESURE, one.date, Motif.APRES)
            for indicateur in indicateurs
            for one in indicateur.mesures
            if one.date > self.day
        ]

    def evolution(self, action: Action, period: PeriodState, now: _Moment) -> Evolution:
        since = self.since or self.day
        before = self.moment(action, period, since)
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
            apparues=tuple(alerte.code for alerte in now.alertes if alerte.code not in were),
            levees=tuple(alerte.code for alerte in before.alertes if alerte.code not in are),
        )

    def measured(self, indicateurs: Iterable[Indicateur], etape: str | None, since: date) -> Iterator[Releve]:
        for one in indicateurs:
            for mesure in measures(one, self.day):
                if mesure.date > since:
                    yield Releve(mesure.date, one.nom, mesure.valeur, one.unite, mesure.commentaire, etape)


def _by_date(releve: Releve) -> date:
    return releve.date


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
