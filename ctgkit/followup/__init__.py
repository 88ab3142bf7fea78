"""The state of a plan on a day: all of it computed from the journal of the file.

::

    state = state_of(plan, date(2026, 6, 30), since=date(2025, 6, 19))

The same plan and days give the same state, whatever was written in the file for later days.
"""

from ctgkit.followup.groups import BY, By, group, kept, moved, summed, totals_of
from ctgkit.followup.state import SILENCE, state_of
from ctgkit.followup.view import (
    Alerte,
    BilanDit,
    Entree,
    EtapeState,
    Evolution,
    FicheState,
    Group,
    Ignored,
    IndicateurState,
    Note,
    Periode,
    PeriodState,
    Phrase,
    PlanState,
    Releve,
    Retour,
    SectionState,
    Totals,
    by_date,
)

__all__ = [
    "BY",
    "SILENCE",
    "Alerte",
    "BilanDit",
    "By",
    "Entree",
    "EtapeState",
    "Evolution",
    "FicheState",
    "Group",
    "Ignored",
    "IndicateurState",
    "Note",
    "PeriodState",
    "Periode",
    "Phrase",
    "PlanState",
    "Releve",
    "Retour",
    "SectionState",
    "Totals",
    "by_date",
    "group",
    "kept",
    "moved",
    "state_of",
    "summed",
    "totals_of",
]
