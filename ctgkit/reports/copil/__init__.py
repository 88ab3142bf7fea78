"""What a steering committee is told about a plan.

::

    view = copil(plan, date(2026, 6, 30))

All is computed in :mod:`~ctgkit.reports.copil.facts`, from the plan alone; the sentences word it, and the
page puts it in order.
"""

from ctgkit.reports.copil.facts import copil
from ctgkit.reports.copil.view import CopilView

__all__ = ["CopilView", "copil"]
