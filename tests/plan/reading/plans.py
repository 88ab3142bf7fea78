"""A small plan, and the ways in which the tests put a text in it."""

from __future__ import annotations

from ctgkit.plan import Action, Plan
from ctgkit.plan.reading import read

PLAN = """\
format: 1
titre: Plan d'actions du Val de Brume
territoire:
  nom: Val de Brume
caf: Caf de la Haute-Brume
periode: 2024-2027
axes:
  - id: enfance
    titre: Petite enfance
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil
"""


def with_lines(*lines: str) -> str:
    """The plan with more lines at the end of its fiche, at its level."""
    return PLAN + "".join(f"        {line}\n" if line else "\n" for line in lines)


def with_points(*points: str) -> str:
    """The plan with these items of `constats`, as they stand after the dash."""
    return with_lines("constats:", *(f"  - {point}" for point in points))


def plan(text: str) -> Plan:
    """The plan of `text`, which has no fault."""
    reading = read(text.encode(), "plan.yaml")
    assert reading.findings == ()
    assert reading.plan is not None
    return reading.plan


def fiche(text: str) -> Action:
    """The fiche of :data:`PLAN` in `text`, which has no fault."""
    return plan(text).axes[0].actions[0]
