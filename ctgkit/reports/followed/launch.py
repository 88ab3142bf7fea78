"""Whether a plan is followed yet, and what of its state can be told where it is not."""

from __future__ import annotations

from datetime import date

from ctgkit.followup import Alerte, PlanState, totals_of
from ctgkit.followup.alerts import later
from ctgkit.plan import Plan
from ctgkit.vocabulary.moment import Moment, Phase

#: How long a plan that nobody follows is said to be launched, in months.
_LAUNCH = 12


def phase_of(state: PlanState) -> Phase:
    """Whether anybody has written anything in a journal by the day."""
    return Phase.SUIVI if any(one.derniere for one in state.fiches) else Phase.LANCEMENT


def moment_of(phase: Phase, plan: Plan, day: date) -> Moment:
    """What a report is on a day."""
    if phase.followed:
        return Moment.SUIVI
    if day > plan.periode.fin:
        return Moment.TERME
    return Moment.ATTENTE if day > later(plan.periode.debut, _LAUNCH) else Moment.LANCEMENT


def at_the_launch(state: PlanState) -> PlanState:
    """The state of a plan that nobody follows yet: what is late of it cannot be told."""
    fiches = tuple(
        one._replace(
            alertes=tuple(filter(_known_without_journal, one.alertes)),
            etapes=tuple(etape._replace(alertes=()) for etape in one.etapes),
            evolution=None,
        )
        for one in state.fiches
    )
    return state._replace(fiches=fiches, totaux=totals_of(fiches), depuis_le=None)


def _known_without_journal(alerte: Alerte) -> bool:
    return alerte.code.facts.of_contract
