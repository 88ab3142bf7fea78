"""What the committee has to decide."""

from __future__ import annotations

from ctgkit.reports.followed.on_day import PlanOnDay
from ctgkit.reports.followed.view import Decision, Question
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


def questions(those: tuple[Decision, ...]) -> tuple[Question, ...]:
    """The same, question by question: what is asked of several fiches is asked once."""
    found: dict[CodeAlerte, list[Decision]] = {}
    noted: set[str] = set()
    for code in CodeAlerte:
        for one in those:
            asked = tuple(alerte for alerte in one.alertes if alerte.code is code)
            if asked:
                note = None if one.fiche.complete in noted else one.note
                noted.add(one.fiche.complete)
                found.setdefault(code, []).append(one._replace(alertes=asked, note=note))
    return tuple(Question(code, fiches[0].echue, tuple(fiches)) for code, fiches in found.items())


def _urgency(decision: Decision) -> int:
    return _ORDER.index(decision.alertes[0].code)
