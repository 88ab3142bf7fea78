"""The headings of a fiche: their keys, their usual labels, and the order they are printed in.

A heading is a field of a fiche that declares a label; a step has the same, but for steps of its own.
"""

from __future__ import annotations

from ctgkit.plan.action import Action, Cout, Etape, Financement
from ctgkit.plan.declaration import declared

#: The label of each heading where the plan gives none, in the order used where it gives none.
INTITULES: dict[str, str] = {
    key: one.champ.intitule for key, one in declared(Action).items() if one.champ.intitule
}
#: Those under which stand steps or lines of money; under the others, points.
PARTIES = tuple(key for key in INTITULES if declared(Action)[key].element in {Etape, Cout, Financement})
