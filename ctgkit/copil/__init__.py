"""What a steering committee is told about a plan, and what a pilot is asked, as data.

::

    view = copil(plan, date(2026, 6, 30))

All is computed here, from the plan alone; the templates word it.
"""

from ctgkit.copil.build import copil, previous
from ctgkit.copil.pilot import candidates, pilote, pilotes
from ctgkit.copil.view import CopilView, PiloteView

__all__ = ["CopilView", "PiloteView", "candidates", "copil", "pilote", "pilotes", "previous"]
