"""What a steering committee is told about a plan, and what a pilot is asked, as data.

::

    view = copil(plan, date(2026, 6, 30))
    view = territoires((dossier(file, plan, day) for file, plan in plans), day)

All is computed here, from the plan alone; the templates word it.
"""

from ctgkit.copil.build import copil, previous
from ctgkit.copil.conventions import CountedTwice
from ctgkit.copil.dossier import Dossier, dossier
from ctgkit.copil.pilot import candidates, pilote, pilotes
from ctgkit.copil.territoires import territoires
from ctgkit.copil.territoires_view import Ecart, TerritoiresView
from ctgkit.copil.view import CopilView, PiloteView

__all__ = [
    "CopilView",
    "CountedTwice",
    "Dossier",
    "Ecart",
    "PiloteView",
    "TerritoiresView",
    "candidates",
    "copil",
    "dossier",
    "pilote",
    "pilotes",
    "previous",
    "territoires",
]
