"""The reports that the tests read: each kind, for both real plans and the example; and that of a Caf."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from jinja2 import Template

from ctgkit import __version__
from ctgkit.copil import Ecart, TerritoiresView, copil, dossier, pilote, territoires
from ctgkit.model import Plan
from ctgkit.report.environment import environment
from tests.copil import caf
from tests.copil.plans import DAYS, PILOTES, plan
from tests.report.filled import filled

KINDS = ("copil", "pilote")
EVERY = [(kind, name) for kind in KINDS for name in DAYS]
#: Those, and the report over many plans, some of which are left out.
ALL = [*EVERY, ("territoires", "caf")]
#: What the report over many plans leaves out beside the plans of other periods.
LEFT_OUT = (
    Ecart("erreurs", fichier="plans/fautes.yaml", erreurs=3),
    Ecart("illisible", phrase="plans/perdu.yaml : fichier introuvable"),
)


def report(kind: str, name: str, output_format: str) -> str:
    """The report of the plan called `name`, on its day, or the one over all of those of the Caf."""
    if kind == "territoires":
        return _rendered(kind, output_format, caf_view(), caf.DAY)
    return written(plan(name), kind, output_format, DAYS[name], PILOTES[name])


def written(shown: Plan, kind: str, output_format: str, day: date, nom: str) -> str:
    """What `ctg report` writes, with the template compiled once."""
    view: Any
    if kind == "territoires":
        left = (Ecart("erreurs", fichier=nom, erreurs=1), Ecart("illisible", phrase=nom))
        view = territoires([dossier(nom, shown, day)], day, left)
    else:
        view = copil(shown, day) if kind == "copil" else pilote(shown, nom, day)
    assert view is not None
    return _rendered(kind, output_format, view, day)


@cache
def caf_view() -> TerritoiresView:
    """The report over the plans of the invented Caf, as data."""
    return territoires((dossier(file, plan, caf.DAY) for file, plan in caf.plans()), caf.DAY, LEFT_OUT)


def _rendered(kind: str, output_format: str, view: Any, day: date) -> str:
    return _template(kind, output_format).render({kind: view}, date=day, version=__version__)


def hostile(text: str) -> Plan:
    """A plan with `text` everywhere, in which no two fiches have one address: of those there is no report."""
    made = filled(text)
    first, second = made.axes
    return made.model_copy(update={"axes": (first.model_copy(update={"actions": ()}), second)})


@cache
def _template(kind: str, output_format: str) -> Template:
    return environment(output_format).get_template(f"{kind}.{output_format}")
