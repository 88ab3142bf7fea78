"""Small plans whose state can be read off their lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from ctgkit.followup import FicheState, state_of
from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from tests.plan.reading.plans import plan, with_lines


def on(day: str, *lines: str, since: str | None = None) -> FicheState:
    """The one fiche of a plan from 2024 to 2027, with these lines more, on a day."""
    before = date.fromisoformat(since) if since else None
    return state_of(plan(with_lines(*lines)), date.fromisoformat(day), since=before).fiches[0]


def codes(fiche: FicheState) -> list[str]:
    """Its alerts, in their order."""
    return [alerte.code for alerte in fiche.alertes]


def journal(*entries: str, key: str = "suivi") -> tuple[str, ...]:
    """A journal of entries written `2024-05-02 statut: en cours | avancement: 10`."""
    lines = [f"{key}:"]
    for entry in entries:
        day, _, rest = entry.partition(" ")
        lines.append(f"  - date: {day}")
        lines += [f"    {pair}" for pair in rest.split(" | ")]
    return tuple(lines)


def built(*actions: dict[str, Any], acteurs: tuple[dict[str, Any], ...] = ()) -> Plan:
    """A plan of one axis, whose actions are given as the file has them but for `numero` and `titre`."""
    numbered = [
        {"numero": f"1.{rank}", "titre": f"Action {rank}", **action} for rank, action in enumerate(actions, 1)
    ]
    return judged(
        Plan,
        {
            "format": 1,
            "titre": "Plan d'essai",
            "territoire": {"nom": "Territoire inventé"},
            "caf": "Caf inventée",
            "periode": "2024-2027",
            "acteurs": list(acteurs),
            "axes": [{"id": "axe", "titre": "Axe", "actions": numbered}],
        },
    )
