"""What the plan says in the words of closed lists, as their members: the one door they come in by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.indicateur import Sens, TypeIndicateur
from ctgkit.vocabulary.nature import NatureAction, Origine
from ctgkit.vocabulary.statut import Statut

if TYPE_CHECKING:
    from ctgkit.plan import Action, EntreeSuivi, Financement, Indicateur


def statut_of(entree: EntreeSuivi) -> Statut | None:
    """The status that an entry gives."""
    return Statut.of(entree.statut) if entree.statut is not None else None


def nature_of(action: Action) -> NatureAction:
    """What a fiche is."""
    return NatureAction.of(action.nature)


def origine_of(action: Action) -> Origine | None:
    """Whether an action is new, if it says so."""
    return Origine.of(action.origine) if action.origine is not None else None


def signed_begun(action: Action) -> bool:
    """Whether an action says that it was under way when the contract was signed."""
    origine = origine_of(action)
    return origine is not None and origine.facts.begun


def sens_of(indicateur: Indicateur) -> Sens | None:
    """Where an indicator should go, if it says so."""
    return Sens.of(indicateur.sens) if indicateur.sens is not None else None


def measurable(indicateur: Indicateur) -> bool:
    """Whether the values of an indicator are to be numbers, as far as it says."""
    return indicateur.type is None or TypeIndicateur.of(indicateur.type).facts.measurable


def spent(financement: Financement) -> bool:
    """Whether the money of a line has left, as it says."""
    return financement.etat is not None and EtatFinancement.of(financement.etat).facts.spent
