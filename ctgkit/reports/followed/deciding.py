"""What the committee has to decide."""

from __future__ import annotations

from ctgkit.reports.followed.on_day import PlanOnDay
from ctgkit.reports.followed.view import Decision
from ctgkit.reports.followed.words import told
from ctgkit.vocabulary.alerte import CodeAlerte

_ORDER = tuple(CodeAlerte)


def decisions(plan: PlanOnDay) -> tuple[Decision, ...]:
    """The fiches that call for attention, the most pressing first; of one, what others tell is not asked."""
    over = plan.day > plan.entete.fin
    made = [
        Decision(plan.renvoi(one), told(one.alertes), one.note, one.pilotes, over)
        for one in plan.state.fiches
        if one.alertes
    ]
    return tuple(sorted(made, key=_urgency))


def _urgency(decision: Decision) -> int:
    return _ORDER.index(decision.alertes[0].code)
