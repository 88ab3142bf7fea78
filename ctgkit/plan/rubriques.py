"""The headings of a fiche: their keys, their usual labels, and the order they are printed in.

A heading is a field of a fiche that declares a label; steps have some of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.plan.action import Action
from ctgkit.plan.declaration import declared

if TYPE_CHECKING:
    from ctgkit.plan.base import Element

#: The label of each heading where the plan gives none, in the order used where it gives none.
INTITULES: dict[str, str] = {
    key: one.champ.intitule for key, one in declared(Action).items() if one.champ.intitule
}
#: What a sentence calls each part of a fiche that holds several things: its headings, its steps, its money.
PARTIES: dict[str, str] = {
    **INTITULES,
    "rubriques": "Autres rubriques",
    "etapes": "Étapes",
    "couts": "Coûts",
    "financements": "Financements",
}


def rubriques_de(part: type[Element]) -> tuple[str, ...]:
    """The headings that a part of the plan has, in their usual order."""
    return tuple(key for key in INTITULES if key in part.KEYS)
