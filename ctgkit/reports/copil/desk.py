"""What every report is made from: the plan, its state on the day, and how its fiches are named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from ctgkit.followup import FicheState, PeriodState, PlanState, SectionState, state_of, totals_of
from ctgkit.followup.alerts import later
from ctgkit.plan import Indicateur, Plan
from ctgkit.plan import fiches as fiches_of
from ctgkit.reports.copil.view import Entete, FichePubliee, Ligne, Moment, Part, Phase, Renvoi, Seance
from ctgkit.reports.fiches import DocumentView, FicheView, PointView, RubriqueView, build

#: How far ahead a report looks where no committee is planned, in months.
HORIZON = 12
#: How long a plan that nobody follows is said to be launched, in months.
_LAUNCH = 12


class Desk:
    """The plan on a day; `entete` is what every report starts with.

    Args:
        plan: the plan.
        day: the day of the report, included.
        since: the day whose end the changes start from.
    """

    def __init__(self, plan: Plan, day: date, since: date | None) -> None:
        state = state_of(plan, day, since=since)
        phase: Phase = "suivi" if any(one.derniere for one in state.fiches) else "lancement"
        self.plan = plan
        self.day = day
        self.state = _at_the_launch(state) if phase == "lancement" else state
        self.document: DocumentView = build(plan)
        self.views: dict[str, FicheView] = {one.complete: one for one in self.document.fiches()}
        self.actions = {one.complete: one.action for one in fiches_of(plan)}
        self.printed: Collection[str] = ()
        meetings = sorted((Seance(one.date, one.objet) for one in plan.copils), key=_by_date)
        following = next((one for one in meetings if one.date > day), None)
        self.entete = Entete(
            titre=plan.titre,
            territoire=plan.territoire.nom,
            type=plan.territoire.type,
            departement=plan.territoire.departement,
            caf=plan.caf,
            debut=plan.periode.debut,
            fin=plan.periode.fin,
            signature=plan.signature,
            day=day,
            since=since if phase == "suivi" else None,
            phase=phase,
            moment=_moment(phase, plan, day),
            seance=next((one for one in meetings if one.date == day), None),
            prochain=following,
            horizon=following.date if following else later(day, HORIZON),
            niveau=plan.vocabulaire.niveaux[0] if plan.vocabulaire.niveaux else None,
            axes=len(plan.axes),
            non_comptees=len(state.ignored),
        )

    def renvoi(self, etat: FicheState) -> Renvoi:
        """How a fiche is named; it is a link once it is known to be printed."""
        view = self.views[etat.complete]
        return Renvoi(
            complete=etat.complete,
            nom=view.nom,
            numero=view.numero,
            titre=etat.titre,
            nature=etat.nature,
            axe=view.chemin[0] if etat.adresse != view.numero and view.chemin else None,
            ancre=view.ancre if etat.complete in self.printed else None,
        )

    def ligne(self, etat: FicheState) -> Ligne:
        """A fiche and its state."""
        return Ligne(self.renvoi(etat), etat)

    def part(self, etats: Iterable[FicheState], section: SectionState | None = None) -> Part:
        """The figures of some fiches: those of a section, or all that a report is about."""
        every = tuple(etats)
        return Part(
            titre=section.titre if section else None,
            niveau=section.niveau if section else None,
            numero=section.numero if section else None,
            profondeur=section.profondeur if section else 0,
            totals=totals_of(every),
            actions=sum(1 for one in every if one.nature == "action"),
            pilotees=sum(1 for one in every if one.nature == "action" and one.pilotes),
            datees=sum(1 for one in every if one.period.known),
            avancement=_mean((one.statut, one.avancement) for one in every),
            avant=_mean(
                (one.evolution.statut, one.evolution.avancement) for one in every if one.evolution is not None
            ),
        )

    def publiees(self, *, measured: bool) -> Iterator[FichePubliee]:
        """The fiches that are printed, in document order.

        Args:
            measured: whether with their indicators, where nothing else in the report tells them.
        """
        anchors = {self.views[complete].ancre for complete in self.printed}
        for etat in self.state.fiches:
            if etat.complete in self.printed:
                view = _up_to(self.views[etat.complete], self.day)
                if not measured:
                    steps = tuple(one._replace(indicateurs=()) for one in view.etapes)
                    view = view._replace(indicateurs=(), etapes=steps)
                yield FichePubliee(self.ligne(etat), _linked(view, anchors))


def _moment(phase: Phase, plan: Plan, day: date) -> Moment:
    if phase == "suivi":
        return "suivi"
    if day > plan.periode.fin:
        return "terme"
    return "attente" if day > later(plan.periode.debut, _LAUNCH) else "lancement"


def due(period: PeriodState, day: date) -> bool:
    """Whether something may have begun by now: nothing is awaited of what starts later."""
    return period.start is None or period.start.first <= day


def _by_date(seance: Seance) -> date:
    return seance.date


def _at_the_launch(state: PlanState) -> PlanState:
    """The state of a plan that nobody follows yet: what is late of it cannot be told."""
    fiches = tuple(
        replace(
            one,
            alertes=tuple(alerte for alerte in one.alertes if alerte.code == "sans-pilote"),
            etapes=tuple(replace(etape, alertes=()) for etape in one.etapes),
            evolution=None,
        )
        for one in state.fiches
    )
    return replace(state, fiches=fiches, totals=totals_of(fiches), since=None)


def _mean(told: Iterable[tuple[str | None, int | None]]) -> int | None:
    """The mean progress, as :func:`ctgkit.followup.journal.with_steps` makes that of steps."""
    living = [avancement for statut, avancement in told if statut != "abandonnée"]
    if all(one is None for one in living):
        return None
    return sum(one or 0 for one in living) // len(living)


def _up_to(view: FicheView, day: date) -> FicheView:
    """A fiche without what was written for later days."""
    return view._replace(
        indicateurs=_measured(view.indicateurs, day),
        suivi=tuple(sorted((one for one in view.suivi if one.date <= day), key=lambda one: one.date)),
        etapes=tuple(
            etape._replace(
                indicateurs=_measured(etape.indicateurs, day),
                suivi=tuple(
                    sorted((one for one in etape.suivi if one.date <= day), key=lambda one: one.date)
                ),
            )
            for etape in view.etapes
        ),
    )


def _measured(indicateurs: Iterable[Indicateur], day: date) -> tuple[Indicateur, ...]:
    return tuple(
        one.model_copy(update={"mesures": tuple(mesure for mesure in one.mesures if mesure.date <= day)})
        for one in indicateurs
    )


def _linked(view: FicheView, anchors: Collection[str]) -> FicheView:
    """A fiche whose links lead only to what is printed too."""
    return view._replace(
        rubriques=tuple(_rubrique(one, anchors) for one in view.rubriques),
        etapes=tuple(
            etape._replace(rubriques=tuple(_rubrique(one, anchors) for one in etape.rubriques))
            for etape in view.etapes
        ),
    )


def _rubrique(one: RubriqueView, anchors: Collection[str]) -> RubriqueView:
    return one._replace(points=tuple(_point(point, anchors) for point in one.points))


def _point(point: PointView, anchors: Collection[str]) -> PointView:
    return point._replace(
        segments=tuple(one if one.lien in anchors else one._replace(lien=None) for one in point.segments),
        points=tuple(_point(one, anchors) for one in point.points),
    )
