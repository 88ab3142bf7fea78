"""What a part of a plan says in one value each: its scalar fields, named and worded as they are declared."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.french.numbers import decimal
from ctgkit.plan.declaration import declared
from ctgkit.plan.valeurs import Avancement
from ctgkit.reports.fiches.view import FaitView

if TYPE_CHECKING:
    from ctgkit.plan.base import Element
    from ctgkit.plan.declaration import Field


def facts_of(part: Element, shown: Collection[str]) -> tuple[FaitView, ...]:
    """The scalar fields of a part of the plan that hold something of their own, in order.

    Those that are `shown` apart are left out.
    """
    return tuple(
        FaitView(key, name_of(field), words_of(field, value))
        for key, field in declared(type(part)).items()
        if field.scalar and key not in shown and (value := getattr(part, key)) != field.default
    )


def name_of(field: Field) -> str:
    """What a field is called at the head of a line: `Priorité`."""
    return field.nom.one[:1].upper() + field.nom.one[1:]


def words_of(field: Field, value: object) -> str:
    """What a scalar field holds, in words."""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Decimal):
        return decimal(value)
    return f"{value}\u00a0%" if field.shape.hint == Avancement else str(value)
