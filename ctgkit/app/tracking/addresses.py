"""The fiche that an address given on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctgkit.plan import Fiche, Plan

#: How many addresses a hint gives.
_MANY = 5


def find(plan: Plan, adresse: str) -> Fiche:
    """The fiche at `adresse`: a full address, or a number that only one fiche has.

    Raises:
        Misuse: if there is none, or more than one; says which are near, or which they are.
    """
    from ctgkit.plan import fiches  # noqa: PLC0415  (the model is slow to import)

    every = fiches(plan)
    wanted = fold(adresse)
    found = [f for f in every if fold(f.complete) == wanted] or [
        f for f in every if f.action.numero is not None and fold(f.action.numero) == wanted
    ]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(fiche.complete for fiche in found)
        raise Misuse(f"plusieurs fiches ont le numéro {adresse} : {several}")
    raise Misuse(f"aucune fiche à l'adresse « {adresse} »{_hint(every, adresse)}")


def _hint(every: Sequence[Fiche], adresse: str) -> str:
    """The addresses that go on from `adresse`, or else the nearest."""
    wanted = fold(adresse)
    near = [
        f.adresse for f in every if any(fold(name).startswith(wanted) for name in (f.complete, f.adresse))
    ]
    if not near:
        nearest_one = nearest(adresse, [address for f in every for address in (f.complete, f.adresse)])
        near = [nearest_one] if nearest_one else []
    if not near:
        return " (« ctg show PLAN » donne les adresses)"
    *some, last = (f"« {address} »" for address in near[:_MANY])
    several = f"{', '.join(some)} ou {last}" if some else last
    return f" ; vouliez-vous dire {several} ?"
