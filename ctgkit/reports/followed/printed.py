"""The fiches that a report prints whole: up to its day, with links to what it prints too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ctgkit.plan import Indicateur
from ctgkit.reports.fiches import FicheView, PointView, RubriqueView
from ctgkit.reports.followed.on_day import PlanOnDay
from ctgkit.reports.followed.view import FichePubliee


def publiees(plan: PlanOnDay, *, measured: bool) -> Iterator[FichePubliee]:
    """The fiches that are printed, in document order.

    Args:
        plan: the plan, and which of its fiches are printed.
        measured: whether with their indicators, where nothing else in the report tells them.
    """
    anchors = {plan.views[complete].ancre for complete in plan.printed}
    for etat in plan.state.fiches:
        if etat.complete in plan.printed:
            view = _up_to(plan.views[etat.complete], plan.day)
            if not measured:
                steps = tuple(one._replace(indicateurs=()) for one in view.etapes)
                view = view._replace(indicateurs=(), etapes=steps)
            yield FichePubliee(plan.ligne(etat), _linked(view, anchors))


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
        one.but(mesures=tuple(mesure for mesure in one.mesures if mesure.date <= day)) for one in indicateurs
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
