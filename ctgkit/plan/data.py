"""A part of a plan as JSON has it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from ctgkit.plan.base import Element
from ctgkit.plan.montant import Montant
from ctgkit.plan.valeurs import AnneesDites


def as_data(value: Any) -> Any:
    """A value as JSON has it, every key there: days and numbers with decimals are texts.

    A number has one writing, whichever the file has: `12.50` is `12.5`. So has an amount.
    """
    if isinstance(value, Montant):
        return value.compare()
    if isinstance(value, AnneesDites):
        return str(value)
    if isinstance(value, Element):
        return {key: as_data(getattr(value, key)) for key in type(value).KEYS}
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    if isinstance(value, dict):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return str(value)  # a text that says more is a text
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    return value.isoformat() if isinstance(value, date) else value
