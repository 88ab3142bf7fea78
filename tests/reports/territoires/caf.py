"""An invented Caf: the plans of its territories, made from the example, as raw data and as files."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from ctgkit.reports.territoires.dossier import dossier
from ctgkit.reports.territoires.facts import territoires
from ctgkit.reports.territoires.view import Ecart, TerritoiresView
from ctgkit.vocabulary.motif import CodeEcart
from tests.reports.copil.plans import raw, without

#: The day of the report, and the Caf of most plans.
DAY = date(2026, 6, 30)
CAF = "Caf de la Haute-Fiction"


class Made(NamedTuple):
    """How a plan differs from the example."""

    file: str
    nom: str
    until: date = date.max  #: nothing that is dated later was written
    debut: date = date(2023, 1, 1)
    fin: date = date(2027, 12, 31)
    departement: str | None = "Haute-Fiction"
    copils: tuple[date, ...] = ()
    axes: int = 4
    money: bool = True


#: In no particular order, so that the report has to find one.
MADE = (
    Made("vallee.yaml", "Vallée Imaginaire", copils=(date(2025, 6, 19), date(2026, 9, 24))),
    Made("evreuse.yaml", "Évreuse-Fictive", until=date(2025, 3, 1), copils=(date(2024, 12, 3),)),
    Made("saint-a.yaml", "Saint-Exemple-sur-Fiction", until=date(2023, 1, 1), money=False),
    Made("saint-b.yaml", "Saint Exemple", axes=2, copils=(date(2026, 6, 30), date(2027, 1, 14))),
    Made("oeuvre.yaml", "Œuvre-Inventée", fin=date(2026, 12, 31), axes=3, copils=(date(2027, 6, 30),)),
    Made("obscur.yaml", "Obscur-Imaginaire", fin=date(2025, 12, 31), axes=1, money=False),
    Made("trois.yaml", "Trois-Exemples", debut=date(2022, 9, 1), fin=date(2026, 8, 31)),
    Made(
        "trois-suite.yaml",
        "Trois-Exemples",
        until=date(2023, 1, 1),
        debut=date(2026, 9, 1),
        fin=date(2030, 8, 31),
    ),
    Made("trois-avant.yaml", "TROIS-EXEMPLES", debut=date(2018, 1, 1), fin=date(2022, 8, 31)),
    Made(
        "futur.yaml", "Futur-Inventé", until=date(2023, 1, 1), debut=date(2027, 1, 1), fin=date(2030, 12, 31)
    ),
    Made("homonyme-a.yaml", "Deux-Vallées", axes=2, copils=(date(2026, 11, 5),)),
    Made("homonyme-b.yaml", "Deux-Vallées", axes=2, departement="Basse-Fiction", money=False),
)


def raw_plan(made: Made) -> dict[str, Any]:
    """The plan as data, with what follows the day still in it."""
    plan: dict[str, Any] = copy.deepcopy(without(raw("exemple"), made.until))
    plan["territoire"] = {"nom": made.nom, "type": "communauté de communes"}
    plan["caf"] = CAF
    if made.departement:
        plan["territoire"]["departement"] = made.departement
        plan["caf"] = f"Caf de la {made.departement}"
    plan["periode"] = {"debut": made.debut, "fin": made.fin}
    plan["copils"] = [{"date": day, "objet": f"Comité de {made.nom}"} for day in made.copils]
    if not made.copils:
        del plan["copils"]
    plan["axes"] = plan["axes"][: made.axes]
    if not made.money:
        for action in actions(plan):
            action.pop("financements", None)
    return plan


def actions(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The fiches of a raw plan, in document order."""

    def below(section: dict[str, Any]) -> list[dict[str, Any]]:
        found = [one for part in section.get("objectifs", ()) for one in below(part)]
        return found + list(section.get("actions", ()))

    return [one for axe in plan["axes"] for one in below(axe)]


def text(made: Made) -> str:
    """The plan as a file."""
    return yaml.safe_dump(raw_plan(made), allow_unicode=True, sort_keys=False, width=1000)


@cache
def plans() -> tuple[tuple[str, Plan], ...]:
    """The plans, and their files."""
    found = []
    for made in MADE:
        reading = read(text(made).encode(), made.file)
        assert reading.plan is not None, reading.findings
        found.append((made.file, reading.plan))
    return tuple(found)


def written(folder: Path) -> Path:
    """The same as files of a folder."""
    for made in MADE:
        (folder / made.file).write_text(text(made), encoding="utf-8")
    return folder


@cache
def view() -> TerritoiresView:
    """The report over all of them; two more files are left out."""
    left_out = (
        Ecart(CodeEcart.ERREURS, fichier="plans/fautes.yaml", erreurs=3),
        Ecart(CodeEcart.ILLISIBLE, phrase="plans/perdu.yaml : fichier introuvable"),
    )
    return territoires((dossier(file, one, DAY) for file, one in plans()), DAY, left_out)
