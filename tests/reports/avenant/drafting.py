"""Avenants drafted and rendered for the tests."""

from __future__ import annotations

from datetime import date
from functools import cache

from ctgkit.outputs.templates.page import Source, write
from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from ctgkit.reports.avenant import AvenantView, draft
from ctgkit.reports.avenant.page import noticed, page
from ctgkit.versions import compare
from tests.conftest import ROOT

#: "Today", in every avenant that the tests write.
DAY = date(2026, 11, 22)
EXEMPLE = ROOT / "docs" / "exemple"


@cache
def exemple(name: str) -> Plan:
    """A plan of the documentation: `plan-2023-signe` or `plan`."""
    plan = read((EXEMPLE / f"{name}.yaml").read_bytes(), name).plan
    assert plan is not None
    return plan


def drafted(old: Plan, new: Plan) -> AvenantView:
    """The avenant between two plans that have not the same contract."""
    view = draft(old, new, compare(old, new))
    assert view is not None
    return view


def rendered(view: AvenantView, output_format: str) -> str:
    """The draft as `ctg diff --avenant` writes it where nothing is chosen."""
    made = noticed(page(view), view, DAY, counted=True)
    return write(made, output_format, {"document": view}, DAY, Source(again=True))
