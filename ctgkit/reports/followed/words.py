"""What the state of a plan says, as members of the closed lists."""

from __future__ import annotations

from collections.abc import Iterable

from ctgkit.followup import Alerte, EtapeState, FicheState
from ctgkit.vocabulary.alerte import CodeAlerte


def promised(etat: FicheState) -> bool:
    """Whether a fiche only promises actions: nothing of it is missing."""
    return etat.nature.facts.promise


def codes(alertes: Iterable[Alerte]) -> frozenset[CodeAlerte]:
    """The codes of some alerts."""
    return frozenset(one.code for one in alertes)


def told(alertes: Iterable[Alerte]) -> tuple[Alerte, ...]:
    """The alerts that others do not tell already: what should be over by now has not begun either."""
    every = tuple(alertes)
    found = codes(every)
    return tuple(one for one in every if not _goes_without(one.code, found))


def told_of_step(etape: EtapeState, fiche: FicheState) -> tuple[Alerte, ...]:
    """The alerts of a step that its fiche does not tell already."""
    common = codes(fiche.alertes)
    return tuple(one for one in told(etape.alertes) if not (one.code.facts.of_whole and one.code in common))


def _goes_without(code: CodeAlerte, found: frozenset[CodeAlerte]) -> bool:
    other = code.facts.goes_with
    return other is not None and CodeAlerte.of(other[0]) in found
