"""The two real plans as plain data, to edit as people do."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from ctgkit.plan import Plan
from ctgkit.plan.data import as_data
from ctgkit.plan.judge import judged
from ctgkit.plan.reading import read
from ctgkit.versions import Change, compare
from tests.conftest import PLANS

Data = dict[str, Any]


def loaded(name: str) -> Data:
    """A real plan."""
    plan = read((PLANS / f"{name}.yaml").read_bytes(), name).plan
    assert plan is not None
    data: dict[str, Any] = as_data(plan)
    return data


FIER = loaded("fier-et-usses")
VIE = loaded("vie-et-boulogne")


def axe(data: Data, name: str) -> Data:
    """The axis of that id or number."""
    found: Data = next(axe for axe in data["axes"] if name in {axe["id"], axe["numero"]})
    return found


def objectif(data: Data, axis: str, numero: str) -> Data:
    """The objective of that number in an axis."""
    found: Data = next(one for one in axe(data, axis)["objectifs"] if one["numero"] == numero)
    return found


def fiche(data: Data, axis: str, numero: str) -> Data:
    """The fiche of that number in an objective of an axis."""
    fiches = [one for below in axe(data, axis)["objectifs"] for one in below["actions"]]
    found: Data = next(one for one in fiches if one["numero"] == numero)
    return found


def points(*texts: str) -> list[Data]:
    """A list of points."""
    return [{"texte": text, "points": []} for text in texts]


def changes(base: Data, *edits: Callable[[Data], object]) -> tuple[Change, ...]:
    """What the last edit changes in a real plan; those before it are made to both sides."""
    old = copy.deepcopy(base)
    for edit in edits[:-1]:
        edit(old)
    new = copy.deepcopy(old)
    edits[-1](new)
    return compare(judged(Plan, old), judged(Plan, new)).changes


def change(base: Data, *edits: Callable[[Data], object]) -> Change:
    """The one change that the last edit is."""
    (found,) = changes(base, *edits)
    return found
