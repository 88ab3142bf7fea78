"""What is told of the plans of many territories at once.

::

    view = territoires((dossier(file, plan, day) for file, plan in plans), day)
"""

from ctgkit.reports.territoires.conventions import CountedTwice
from ctgkit.reports.territoires.dossier import Dossier, dossier
from ctgkit.reports.territoires.facts import territoires
from ctgkit.reports.territoires.view import Ecart, TerritoiresView

__all__ = ["CountedTwice", "Dossier", "Ecart", "TerritoiresView", "dossier", "territoires"]
