"""What is asked of a pilot before the committee meets.

::

    view = pilote(plan, "Caf", date(2026, 6, 30))
"""

from ctgkit.reports.pilote.facts import pilote
from ctgkit.reports.pilote.people import candidates, pilotes
from ctgkit.reports.pilote.view import PiloteView

__all__ = ["PiloteView", "candidates", "pilote", "pilotes"]
