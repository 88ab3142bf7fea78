"""What every report is made from: the plan, its state on the day, and how its fiches are named."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from ctgkit.followup import FicheState, PeriodState, state_of
from ctgkit.followup.alerts import later
from ctgkit.followup.steps import completed, living_steps
from ctgkit.plan import Plan
from ctgkit.plan import fiches as fiches_of
from ctgkit.plan.copil import Copil, est_copil
from ctgkit.plan.plan import nature_de, periode_dite
from ctgkit.reports.fiches import DocumentView, FicheView, build
from ctgkit.reports.followed.launch import at_the_launch, moment_of, phase_of
from ctgkit.reports.followed.view import Entete, Ligne, Renvoi, Seance
from ctgkit.reports.handed_out import handed_out
from ctgkit.vocabulary.moment import Phase

#: How far ahead a report looks where no committee is planned, in months.
HORIZON = 12


class PlanOnDay:
    """The plan on a day; `entete` is what every report starts with.

    Args:
        plan: the plan.
        day: the day of the report, included.
        since: the day whose end the changes start from.
        coordonnees: whether the report may name who answers for the plan, and say how to reach them.
    """

    def __init__(self, plan: Plan, day: date, since: date | None, *, coordonnees: bool = False) -> None:
        state = state_of(plan, day, since=since)
        phase = phase_of(state)
        self.plan = plan
        self.day = day
        self.state = state if phase.followed else at_the_launch(state)
        #: What the calendar alone says of a plan that nobody follows: what should have been done by the day.
        self.expected = () if phase.followed else state.fiches
        self.document: DocumentView = build(plan if coordonnees else handed_out(plan))
        self.views: dict[str, FicheView] = {one.complete: one for one in self.document.fiches()}
        self.actions = {one.complete: one.action for one in fiches_of(plan)}
        #: The same, with what their steps say where they leave it out.
        self.completed = {
            one.complete: completed(self.actions[one.complete], living_steps(self.actions[one.complete], one))
            for one in self.state.fiches
        }
        self.printed: Collection[str] = ()
        self.entete = _entete(plan, day, since, phase)._replace(non_comptees=len(state.non_comptees))

    def as_expected(self, etat: FicheState) -> FicheState:
        """A fiche with all that its calendar says of it, in a plan that nobody follows too."""
        return next((one for one in self.expected if one.complete == etat.complete), etat)

    def renvoi(self, etat: FicheState) -> Renvoi:
        """How a fiche is named; it is a link once it is known to be printed."""
        view = self.views[etat.complete]
        return Renvoi(
            complete=etat.complete,
            nom=view.nom,
            numero=view.numero,
            titre=etat.titre,
            nature=etat.nature,
            axe=view.chemin[0] if etat.adresse == etat.complete and view.chemin else None,
            ancre=view.ancre if etat.complete in self.printed else None,
        )

    def ligne(self, etat: FicheState) -> Ligne:
        """A fiche and its state."""
        return Ligne(self.renvoi(etat), etat)


def previous(plan: Plan, day: date) -> date | None:
    """The last steering committee before a day."""
    return max((one.date for one in plan.copils if est_copil(one) and one.date < day), default=None)


def meetings(copils: Iterable[Copil]) -> list[Seance]:
    """Meetings by date; of one day, the steering committee first."""
    return [meeting(one) for one in sorted(copils, key=lambda one: (one.date, not est_copil(one)))]


def meeting(copil: Copil) -> Seance:
    """A meeting as a report names it."""
    return Seance(copil.date, copil.objet, copil.instance, copil.lieu)


def due(period: PeriodState, day: date) -> bool:
    """Whether something may have begun by now: nothing is awaited of what starts later."""
    return period.debut is None or period.debut.premier <= day


def _entete(plan: Plan, day: date, since: date | None, phase: Phase) -> Entete:
    following = next((one for one in meetings(filter(est_copil, plan.copils)) if one.date > day), None)
    return Entete(
        titre=plan.titre,
        territoire=plan.territoire.nom,
        type=nature_de(plan.territoire),
        departement=plan.territoire.departement,
        convention=plan.vocabulaire.convention,
        caf=plan.caf,
        debut=plan.periode.debut,
        fin=plan.periode.fin,
        periode=periode_dite(plan.periode),
        signature=plan.signature,
        jour=day,
        depuis_le=since if phase.followed else None,
        phase=phase,
        moment=moment_of(phase, plan, day),
        seance=next((one for one in meetings(plan.copils) if one.date == day), None),
        prochain=following,
        horizon=following.date if following else later(day, HORIZON),
        niveau=plan.vocabulaire.niveaux[0] if plan.vocabulaire.niveaux else None,
        axes=len(plan.axes),
        non_comptees=0,
    )
