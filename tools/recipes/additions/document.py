"""A document: a folder with its facts, its words, and what is told of it."""

from tools.recipes.addition import Addition, File, Generated, Look
from tools.recipes.plans import DAY, plan

_FOLDER = "ctgkit/reports/sommaire"
_DOCUMENT = '''\
"""`ctg report --kind sommaire`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.reports.document import Asked, Document

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.page.blocks import Page
    from ctgkit.plan import Plan
    from ctgkit.reports.sommaire.view import SommaireView


def _facts(plan: Plan, _: Asked) -> SommaireView:
    from ctgkit.reports.sommaire.facts import sommaire  # noqa: PLC0415  (only where it is asked for)

    return sommaire(plan)


def _page(view: SommaireView, today: date) -> Page:
    from ctgkit.reports.sommaire.page import page  # noqa: PLC0415  (only where it is asked for)

    return page(view, today)


DOCUMENT = Document(
    kind="sommaire",
    rank=5,
    title="Le sommaire du plan",
    told="les titres des fiches",
    name="sommaire",
    view="ctgkit.reports.sommaire.view.SommaireView",
    facts=_facts,
    page=_page,
    compared=False,
    uncompared="--since ne va pas avec --kind sommaire, qui ne compare rien",
)
'''
_VIEW = '''\
"""The titles of a plan."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ctgkit.french.described import described


@described("un sommaire", "sommaires", "Les titres des fiches d'un plan.")
class SommaireView(NamedTuple):
    """The titles of the fiches."""

    titre: Annotated[str, "Le titre du plan."]
    fiches: Annotated[tuple[str, ...], "Les titres de ses fiches, dans l'ordre du document."]
'''
_FACTS = '''\
"""Plan → its titles."""

from __future__ import annotations

from ctgkit.plan import Plan, fiches
from ctgkit.reports.sommaire.view import SommaireView


def sommaire(plan: Plan) -> SommaireView:
    """The titles of a plan."""
    return SommaireView(plan.titre, tuple(one.action.titre for one in fiches(plan)))
'''
_PAGE = '''\
"""The titles of a plan as a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ctgkit.french.dates import long_date
from ctgkit.page.blocks import Cover, Facts, Page, Section
from ctgkit.page.writing import bullets, runs
from ctgkit.reports.sommaire.view import SommaireView

#: The sections, in order, and their titles.
SECTIONS: Mapping[str, str] = {"fiches": "Les fiches"}


def page(view: SommaireView, today: date) -> Page:
    """The titles as a page."""
    sections = {"fiches": (bullets(view.fiches),)}
    return Page(
        kind="sommaire",
        title=f"Sommaire – {view.titre}",
        cover=Cover(view.titre, "Sommaire", (long_date(today),), Facts(())),
        sections=tuple(Section(name, title, sections[name]) for name, title in SECTIONS.items()),
        running=(view.titre, "Sommaire"),
        colophon=runs("Sommaire écrit par ctgkit."),
    )
'''


def _report(words: str, written: str) -> Look:
    return Look(words, ("report", "plan.yaml", "--kind", "sommaire", "-o", written, *DAY), written)


ADDITION = Addition(
    name="a document",
    most=1,
    folder=_FOLDER,
    changes=(
        File(f"{_FOLDER}/__init__.py", '"""The titles of the fiches of a plan."""\n'),
        File(f"{_FOLDER}/document.py", _DOCUMENT),
        File(f"{_FOLDER}/view.py", _VIEW),
        File(f"{_FOLDER}/facts.py", _FACTS),
        File(f"{_FOLDER}/page.py", _PAGE),
    ),
    files={
        "plan.yaml": plan(),
        "ctgkit.toml": '[report.sommaire]\ntitres = { fiches = "Nos actions" }\n',
    },
    looks=(
        _report("Nos actions", "s.html"),
        _report("Ouvrir un lieu aux familles", "s.html"),
        _report("## Nos actions", "s.md"),
        _report("Ouvrir un lieu aux familles", "s.md"),
        _report('"sommaire": { "titre": "Plan d\'essai"', "s.json"),
        _report("== Nos actions", "s.adoc"),
        Look(
            "Ouvrir un lieu",
            ("report", "plan.yaml", "--each", "--kind", "sommaire", "-o", "d", *DAY),
            "d/plan-sommaire.html",
        ),
        Look("sommaire : les titres des fiches", ("report", "--help")),
        Look("Le sommaire du plan.", ("schema", "report")),
        Generated("## `sommaire` : le sommaire du plan", "docs/contexte.md"),
        Generated("### `sommaire`", "docs/blocs.md"),
        Generated("sommaire : les titres des fiches", "docs/commandes.md"),
        Generated('"const": "sommaire"', "schema/report.schema.json"),
    ),
)
