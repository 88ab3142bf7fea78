"""What the reports on a followed plan share: the plan on a day, its lines, its figures, and their words.

::

    plan = PlanOnDay(plan, date(2026, 6, 30), since=None)
    plan.entete, plan.ligne(etat), part(etats)
"""
