"""The plans that the tests of documents are about, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.plan.reading import read
from ctgkit.reports.fiches import DocumentView, FicheView, build
from tests.conftest import PLANS, ROOT

PATHS = {
    "vie-et-boulogne": PLANS / "vie-et-boulogne.yaml",
    "fier-et-usses": PLANS / "fier-et-usses.yaml",
    "complet": ROOT / "tests" / "data" / "complet.yaml",
}


@cache
def plan(name: str) -> Plan:
    """The plan called `name`, which has no fault."""
    reading = read(PATHS[name].read_bytes(), name)
    assert reading.plan is not None, reading.findings
    return reading.plan


@cache
def document(name: str) -> DocumentView:
    """The document of the plan called `name`."""
    return build(plan(name))


def fiche(view: DocumentView, complete: str) -> FicheView:
    """The one fiche at the full address `complete`."""
    (found,) = (one for one in view.fiches() if one.complete == complete)
    return found


def minimal(*axes: dict[str, Any], **keys: Any) -> Plan:
    """A plan with these axes, and what a plan cannot lack."""
    required = {
        "format": 1,
        "titre": "Plan",
        "territoire": {"nom": "Territoire"},
        "caf": "Caf",
        "periode": "2024-2027",
    }
    return judged(Plan, {**required, "axes": axes, **keys})
