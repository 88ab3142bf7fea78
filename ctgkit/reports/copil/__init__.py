"""What a steering committee is told about a plan.

All is computed in :mod:`~ctgkit.reports.copil.facts`, from the plan alone; the sentences word it, and the
page puts it in order.
"""
