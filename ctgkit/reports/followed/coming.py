"""What comes up to a day: starts, ends, targets, and the end of the convention."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ctgkit.followup import Alerte, EtapeState, FicheState, IndicateurState
from ctgkit.followup.members import signed_begun
from ctgkit.followup.periods import last_end
from ctgkit.reports.followed.on_day import PlanOnDay
from ctgkit.reports.followed.view import Echeance
from ctgkit.reports.followed.words import told, told_of_step
from ctgkit.vocabulary.calendrier import Precision
from ctgkit.vocabulary.echeance import CodeEcheance
from ctgkit.vocabulary.statut import facts_of

_ORDER = tuple(CodeEcheance)


def coming(plan: PlanOnDay, fiches: tuple[FicheState, ...]) -> tuple[Echeance, ...]:
    """What comes after the day of the report, up to its horizon, by date."""
    window = _Window(plan.entete.jour, plan.entete.horizon)
    found = [one for fiche in fiches for one in _of_fiche(plan, fiche, window)]
    if window.holds(plan.entete.fin):
        found.append(Echeance(CodeEcheance.CONVENTION, plan.entete.fin))
    return tuple(sorted(found, key=_rank))


def passed(plan: PlanOnDay) -> tuple[Echeance, ...]:
    """What should have begun or ended by the day in a plan that nobody follows, by date."""
    found = [
        one
        for fiche in plan.expected
        for one in (
            *_passed(plan, fiche, told(fiche.alertes), None),
            *(
                one
                for etape in fiche.etapes
                for one in _passed(plan, fiche, told_of_step(etape, fiche), etape.titre)
            ),
        )
    ]
    return tuple(sorted(found, key=_rank))


def _passed(
    plan: PlanOnDay, fiche: FicheState, alertes: tuple[Alerte, ...], etape: str | None
) -> Iterator[Echeance]:
    for alerte in alertes:
        code = next((one for one in CodeEcheance if one.facts.alerte is alerte.code), None)
        if code is not None and alerte.jour is not None:
            yield Echeance(code, alerte.jour, alerte.borne, plan.renvoi(fiche), etape)


class _Window(NamedTuple):
    """The days after `after`, up to `last`."""

    after: date
    last: date

    def holds(self, day: date) -> bool:
        return self.after < day <= self.last


def _rank(one: Echeance) -> tuple[date, int]:
    return one.date, _ORDER.index(one.code)


def _of_fiche(plan: PlanOnDay, fiche: FicheState, window: _Window) -> Iterator[Echeance]:
    if facts_of(fiche.statut).closed:
        return
    signed = signed_begun(plan.actions[fiche.complete])
    yield from _of(plan, fiche, None, window, begun=signed)
    for etape in fiche.etapes:
        if not facts_of(etape.statut).closed:
            yield from _of(plan, fiche, etape, window, begun=False)


def _of(
    plan: PlanOnDay, fiche: FicheState, etape: EtapeState | None, window: _Window, *, begun: bool
) -> Iterator[Echeance]:
    """What comes of a fiche, or of one of its steps."""
    one = etape or fiche
    name = etape.titre if etape else None
    start, end = one.calendrier.debut, one.calendrier.fin
    if one.calendrier.etapes:
        start = end = None  # each step tells its own
    if facts_of(one.statut).postponed:
        start = None
        end = last_end([periode.fin for periode in one.report.periodes]) if one.report else None
    renvoi = plan.renvoi(fiche)
    if start is not None and not facts_of(one.statut).begun and not (begun or one.calendrier.a_commence):
        day = start.premier if start.portee.facts.later else start.dernier
        if window.holds(day):
            yield Echeance(CodeEcheance.DEBUT, day, start, renvoi, name)
    # What lasts as long as the convention ends with it, which is told once.
    ends = end is not None and not end.portee.facts.later and end.precision is not Precision.CONTRAT
    if end is not None and ends and window.holds(end.dernier):
        yield Echeance(CodeEcheance.FIN, end.dernier, end, renvoi, name)
    for indicateur in one.indicateurs:
        if _awaited(indicateur) and indicateur.echeance is not None and window.holds(indicateur.echeance):
            yield Echeance(
                CodeEcheance.CIBLE,
                indicateur.echeance,
                None,
                renvoi,
                name,
                indicateur.nom,
                indicateur.cible,
                indicateur.unite,
            )


def _awaited(indicateur: IndicateurState) -> bool:
    return not indicateur.atteinte
