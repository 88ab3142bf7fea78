"""Avenants drafted and rendered for the tests, with each template compiled once."""

from __future__ import annotations

from datetime import date
from functools import cache

from jinja2 import Template

from ctgkit import __version__
from ctgkit.outputs.templates.environment import environment
from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from ctgkit.reports.avenant import AvenantView, draft
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
    """What `render_avenant` gives."""
    return _template(output_format).render(document=view, date=DAY, version=__version__)


@cache
def _template(output_format: str) -> Template:
    return environment(output_format).get_template(f"avenant.{output_format}")
