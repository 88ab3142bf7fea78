"""The headings of a fiche: their keys, their usual labels, and the order they are printed in.

A heading is a field of a fiche that declares a label; a step has the same, but for steps of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.plan.action import Action, Contenu, Cout, Etape, Financement
from ctgkit.plan.declaration import declared

if TYPE_CHECKING:
    from ctgkit.plan.base import Element
    from ctgkit.plan.plan import Vocabulaire

#: The label of each heading where the plan gives none, in the order used where it gives none.
INTITULES: dict[str, str] = {
    key: one.champ.intitule for key, one in declared(Action).items() if one.champ.intitule
}
#: Those under which stand steps or lines of money; under the others, points.
PARTIES = tuple(key for key in INTITULES if declared(Action)[key].element in {Etape, Cout, Financement})
#: What a sentence calls each part of a fiche that holds several things.
DITES: dict[str, str] = {**INTITULES, "rubriques": "Autres rubriques"}


def libelles(vocabulaire: Vocabulaire, part: Element) -> dict[str, str]:
    """The labels of headings: those of a fiche or a step, else of the steps of the plan, else of the plan.

    A heading that the plan adds has one only where the plan gives it another.
    """
    own = part.intitules if isinstance(part, Contenu) else {}
    of_steps = vocabulaire.rubriques_etape if isinstance(part, Etape) else {}
    return {**INTITULES, **vocabulaire.rubriques, **of_steps, **own}


def ordre(vocabulaire: Vocabulaire, part: Contenu) -> tuple[str, ...]:
    """The keys and the added headings that a fiche or a step may print, in the order of the document.

    Those to which the plan gives no place come after the others, as they are declared.
    """
    of_steps = vocabulaire.rubriques_etape if isinstance(part, Etape) else {}
    usual: list[str] = []
    for key in type(part).KEYS:
        usual += part.rubriques if key == "rubriques" else [key] if key in INTITULES else []
    return tuple(dict.fromkeys((*of_steps, *vocabulaire.rubriques, *usual)))
