"""The plans that the tests of the reports are about, and the raw file of the example."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import yaml

from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from tests.conftest import PLANS, ROOT

EXEMPLE = ROOT / "docs" / "exemple" / "plan.yaml"
#: Each plan, and a day on which a committee may ask for its report.
DAYS = {
    "exemple": date(2026, 6, 30),
    "vie-et-boulogne": date(2021, 9, 30),
    "fier-et-usses": date(2026, 6, 30),
}
PATHS = {
    "exemple": EXEMPLE,
    **{name: PLANS / f"{name}.yaml" for name in ("vie-et-boulogne", "fier-et-usses")},
}
#: A pilot of each.
PILOTES = {
    "exemple": "Communauté de communes de la Vallée Imaginaire",
    "vie-et-boulogne": "Communauté de Communes",
    "fier-et-usses": "Coordinatrice Petite Enfance",
}


@cache
def plan(name: str) -> Plan:
    """The plan called `name`, which has no fault."""
    reading = read(PATHS[name].read_bytes(), name)
    assert reading.plan is not None, reading.findings
    return reading.plan


@cache
def raw(name: str) -> Any:
    """The file as another reader of YAML has it."""
    return yaml.safe_load(PATHS[name].read_text(encoding="utf-8"))


def raw_actions(name: str) -> list[dict[str, Any]]:
    """The fiches of the file, in document order."""

    def below(section: dict[str, Any]) -> list[dict[str, Any]]:
        found = [one for part in section.get("objectifs", ()) for one in below(part)]
        return found + list(section.get("actions", ()))

    return [one for axe in raw(name)["axes"] for one in below(axe)]


def without(found: Any, after: date) -> Any:
    """A raw plan as it was at the end of a day, but for its contract: nothing dated later was written yet."""
    if isinstance(found, dict):
        kept = {
            key: [one for one in value if one["date"] <= after] if key in {"suivi", "mesures"} else value
            for key, value in found.items()
        }
        return {key: without(value, after) for key, value in kept.items() if value != []}
    if isinstance(found, list):
        return [without(one, after) for one in found]
    return found
