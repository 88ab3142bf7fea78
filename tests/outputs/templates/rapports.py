"""The reports that the tests read: each kind, for both real plans and the example; and that of a Caf."""

from __future__ import annotations

from datetime import date
from typing import Any

from ctgkit.outputs.templates.page import Source, write
from ctgkit.plan import Plan
from ctgkit.reports.copil import copil
from ctgkit.reports.copil.page import page as copil_page
from ctgkit.reports.pilote import pilote
from ctgkit.reports.pilote.page import page as pilote_page
from ctgkit.reports.territoires import Ecart, dossier, territoires
from ctgkit.reports.territoires.page import page as territoires_page
from ctgkit.vocabulary.motif import CodeEcart
from tests.outputs.templates.filled import filled
from tests.outputs.templates.rendering import rendered
from tests.reports.copil.plans import DAYS, PILOTES, plan
from tests.reports.territoires import caf

MAKERS: dict[str, Any] = {"copil": copil_page, "pilote": pilote_page, "territoires": territoires_page}
KINDS = ("copil", "pilote")
EVERY = [(kind, name) for kind in KINDS for name in DAYS]
#: Those, and the report over many plans, some of which are left out.
ALL = [*EVERY, ("territoires", "caf")]
#: The whole plans too.
PAGES = [*ALL, *(("plan", name) for name in DAYS)]
#: Other moments of a plan: before it begins, at its launch, the very day of a committee, after its end.
MOMENTS = [
    ("vie-et-boulogne", date(2020, 12, 1)),
    ("vie-et-boulogne", date(2025, 2, 1)),
    ("exemple", date(2023, 1, 15)),
    ("exemple", date(2024, 3, 15)),
    ("exemple", date(2025, 6, 19)),
    ("exemple", date(2027, 12, 31)),
    ("exemple", date(2028, 3, 1)),
]


def report(kind: str, name: str, output_format: str) -> str:
    """The report of the plan called `name`, on its day, or the one over all of those of the Caf."""
    if kind == "territoires":
        return _rendered(kind, output_format, caf.view(), caf.DAY)
    if kind == "plan":
        return rendered(plan(name), output_format)
    return written(plan(name), kind, output_format, DAYS[name], PILOTES[name])


def written(shown: Plan, kind: str, output_format: str, day: date, nom: str) -> str:
    """What `ctg report` writes, with the template compiled once."""
    view: Any
    if kind == "territoires":
        left = (Ecart(CodeEcart.ERREURS, fichier=nom, erreurs=1), Ecart(CodeEcart.ILLISIBLE, phrase=nom))
        view = territoires([dossier(nom, shown, day)], day, left)
    else:
        view = copil(shown, day) if kind == "copil" else pilote(shown, nom, day)
    assert view is not None
    return _rendered(kind, output_format, view, day)


def _rendered(kind: str, output_format: str, view: Any, day: date) -> str:
    return write(MAKERS[kind](view), output_format, {kind: view}, day, Source(again=True))


def hostile(text: str) -> Plan:
    """A plan with `text` everywhere, in which no two fiches have one address: of those there is no report."""
    made = filled(text)
    first, second = made.axes
    return made.but(axes=(first.but(actions=()), second))
