"""What is contract, what is follow-up, and what is neither: read off what the fields declare.

Follow-up changes all the time and needs no avenant; the contract was signed (FORMAT.md, "Contract,
follow-up, adjustment").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Regime, below, declared
from ctgkit.plan.plan import Plan

if TYPE_CHECKING:
    from ctgkit.plan.declaration import Field

_E = TypeVar("_E", bound=Element)


def champs(chemin: tuple[str | int, ...]) -> Iterator[Field]:
    """The fields that lead to the value at `chemin` (keys and indices from the top of the plan), in order.

    Of the same key in two parts of the plan, each has its own: the fiches of a section, those of a decision.
    """
    part: type[Element] | None = Plan
    steps = iter(chemin)
    for step in steps:
        field = declared(part).get(step) if part is not None and isinstance(step, str) else None
        if field is not None:
            yield field
            part = field.element
            if field.shape.container is dict:
                next(steps, None)  # a heading may be called as a key is


def regime_at(chemin: tuple[str | int, ...]) -> Regime:
    """What a change of the value at `chemin` (keys and indices from the top of the plan) asks for.

    What is below a field that is no contract is none either.
    """
    regimes = (field.champ.regime for field in champs(chemin))
    return next((one for one in regimes if one is not Regime.CONTRAT), Regime.CONTRAT)


def est_suivi(chemin: tuple[str | int, ...]) -> bool:
    """Whether the value at `chemin` (keys and indices from the top of the plan) is follow-up."""
    return regime_at(chemin) is Regime.SUIVI


def cles_de_suivi() -> frozenset[str]:
    """The keys whose content is follow-up wherever they stand."""
    fields = [field for part in below(Plan) for field in declared(part).values()]
    contrat = {field.key for field in fields if field.champ.regime is not Regime.SUIVI}
    return frozenset(field.key for field in fields) - contrat


def sans_suivi(part: _E) -> _E:
    """A part of the plan without its follow-up."""
    return part.but(
        **{
            key: field.default if field.champ.regime is Regime.SUIVI else _without(getattr(part, key))
            for key, field in declared(type(part)).items()
        }
    )


def _without(value: Any) -> Any:
    if isinstance(value, Element):
        return sans_suivi(value)
    if type(value) is tuple:  # an amount is one value
        return tuple(map(_without, value))
    return {key: _without(one) for key, one in value.items()} if isinstance(value, dict) else value
