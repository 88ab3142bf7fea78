"""What the words of closed lists say of a plan's elements, which may have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.plan import Financement, Indicateur
    from ctgkit.plan.action import Contenu


def signed_begun(action: Contenu) -> bool:
    """Whether an action or a step says that it was under way when the contract was signed."""
    return action.origine is not None and action.origine.facts.begun


def measurable(indicateur: Indicateur) -> bool:
    """Whether the values of an indicator are to be numbers, as far as it says."""
    return indicateur.type is None or indicateur.type.facts.measurable


def followed(indicateur: Indicateur, day: date | None = None) -> bool:
    """Whether there is anything to follow: where it starts, where it should arrive, or a measure.

    Args:
        indicateur: the indicator.
        day: the last day whose measures count; all count without.
    """
    taken = any(day is None or one.date <= day for one in indicateur.mesures)
    return bool(indicateur.reference or indicateur.cible or taken)


def spent(financement: Financement) -> bool:
    """Whether the money of a line has left, as it says."""
    return financement.etat is not None and financement.etat.facts.spent
