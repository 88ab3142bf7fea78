"""The reports that the tests read: each kind, for both real plans and the example."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from jinja2 import Template

from ctgkit import __version__
from ctgkit.copil import copil, pilote
from ctgkit.model import Plan
from ctgkit.report.environment import environment
from tests.copil.plans import DAYS, PILOTES, plan
from tests.report.filled import filled

KINDS = ("copil", "pilote")
EVERY = [(kind, name) for kind in KINDS for name in DAYS]


def report(kind: str, name: str, output_format: str) -> str:
    """The report of the plan called `name`, on its day."""
    return written(plan(name), kind, output_format, DAYS[name], PILOTES[name])


def written(shown: Plan, kind: str, output_format: str, day: date, nom: str) -> str:
    """What `ctg report` writes, with the template compiled once."""
    view: Any = copil(shown, day) if kind == "copil" else pilote(shown, nom, day)
    assert view is not None
    return _template(kind, output_format).render({kind: view}, date=day, version=__version__)


def hostile(text: str) -> Plan:
    """A plan with `text` everywhere, in which no two fiches have one address: of those there is no report."""
    made = filled(text)
    first, second = made.axes
    return made.model_copy(update={"axes": (first.model_copy(update={"actions": ()}), second)})


@cache
def _template(kind: str, output_format: str) -> Template:
    return environment(output_format).get_template(f"{kind}.{output_format}")
