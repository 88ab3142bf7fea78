"""A view as JSON has it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from ctgkit.followup.view import Totals
from ctgkit.plan.base import Element
from ctgkit.plan.montant import Montant
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import NON_RENSEIGNEE, Statut


def plain(value: Any) -> Any:
    """A view as JSON has it: what it is made of, named as its attributes are.

    Days are `AAAA-MM-JJ`. A number that JSON's readers would round is a text. Totals, which are in the
    order of the statuses and of the alerts, are under their names.
    """
    if isinstance(value, Totals):
        return {
            "fiches": value.fiches,
            "statuts": {
                **dict(zip(Statut, value.statuts, strict=True)),
                NON_RENSEIGNEE.word: value.non_renseignees,
            },
            "alertes": dict(zip(CodeAlerte, value.alertes, strict=True)),
            "alertees": value.alertees,
        }
    if isinstance(value, Montant):
        return _number(value.valeur) if value.chiffre and value.valeur is not None else value.texte
    if isinstance(value, AnneesDites):
        return value.debut if value.nombre == 1 else str(value)
    if isinstance(value, Element):
        return {name: plain(getattr(value, name)) for name in type(value).KEYS}
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        names: tuple[str, ...] = getattr(value, "_fields", ())
        if names:
            return {name: plain(item) for name, item in zip(names, value, strict=True)}
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return _scalar(value.value if isinstance(value, Enum) else value)


def _scalar(value: Any) -> Any:
    """A text that says more than it reads is a text; numbers are as JSON's readers hold them."""
    if isinstance(value, str):
        return str(value)
    return _number(value) if isinstance(value, Decimal) else value


def _number(value: Decimal) -> int | float | str:
    if value.adjusted() > 14 or len(value.normalize().as_tuple().digits) > 15:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)
