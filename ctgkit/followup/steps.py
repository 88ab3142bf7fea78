"""What a step says, its fiche says: what a fiche leaves out comes from its steps that are not dropped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from ctgkit.plan.declaration import Regime, declared
from ctgkit.vocabulary.statut import facts_of

if TYPE_CHECKING:
    from ctgkit.followup.view import FicheState
    from ctgkit.plan import Action, Etape


def living_steps(action: Action, state: FicheState) -> tuple[Etape, ...]:
    """The steps of a fiche that are not dropped on the day of its state."""
    steps = zip(action.etapes, state.etapes, strict=True)
    return tuple(etape for etape, on in steps if not facts_of(on.statut).dropped)


def completed(action: Action, living: Collection[Etape]) -> Action:
    """A fiche with what its living steps say under each key that it leaves out.

    A list that it has of its own holds as it is: what its steps say beside is the detail of it.
    """
    taken = {key: lines for key in _lists(action) if (lines := _together(living, key))}
    return action.but(**taken) if taken else action


def _lists(action: Action) -> Iterator[str]:
    """The lists of the contract that a fiche leaves empty and that its steps may have."""
    for key, field in declared(type(action)).items():
        shared = key != "etapes" and field.shape.container is tuple and field.champ.regime is Regime.CONTRAT
        if shared and not getattr(action, key):
            yield key


def _together(steps: Collection[Etape], key: str) -> tuple[object, ...]:
    return tuple(one for step in steps for one in getattr(step, key))
