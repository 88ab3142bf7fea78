"""What a steering committee is told about a plan, and what a pilot is asked, as data.

::

    view = copil(plan, date(2026, 6, 30))
    view = territoires((dossier(file, plan, day) for file, plan in plans), day)

All is computed here, from the plan alone; the templates word it.
"""

from ctgkit.reports.copil.build import copil, previous
from ctgkit.reports.copil.conventions import CountedTwice
from ctgkit.reports.copil.dossier import Dossier, dossier
from ctgkit.reports.copil.pilot import candidates, pilote, pilotes
from ctgkit.reports.copil.territoires import territoires
from ctgkit.reports.copil.territoires_view import Ecart, TerritoiresView
from ctgkit.reports.copil.view import CopilView, PiloteView

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
