"""A part of a plan as dicts, with what its fields hold as it is; an amount and years as JSON has them."""

from __future__ import annotations

from typing import Any

from ctgkit.plan.base import Element
from ctgkit.plan.data import as_data
from ctgkit.plan.montant import Montant
from ctgkit.plan.valeurs import AnneesDites


def dumped(value: Any, *, nothing: bool = True) -> Any:
    """Dicts and tuples; `nothing` keeps the keys that hold `None`."""
    if isinstance(value, Element):
        held = {key: dumped(getattr(value, key), nothing=nothing) for key in value.KEYS}
        return held if nothing else {key: one for key, one in held.items() if one is not None}
    if isinstance(value, (Montant, AnneesDites)):
        return as_data(value)
    if isinstance(value, tuple):
        return tuple(dumped(item, nothing=nothing) for item in value)
    if isinstance(value, dict):
        return {key: dumped(item, nothing=nothing) for key, item in value.items()}
    return value
