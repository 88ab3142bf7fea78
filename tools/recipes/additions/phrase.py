"""A phrase of calendars: a word that says how often."""

from tools.recipes.addition import Addition, Lines, Look
from tools.recipes.plans import DAY, plan

ADDITION = Addition(
    name="a calendar phrase",
    most=3,
    changes=(
        Lines(
            "ctgkit/schedule/words.py",
            '    "triennal": (Unite.AN, 3, None),',
            '    "quinquennal": (Unite.AN, 5, None),\n',
        ),
    ),
    files={
        "plan.yaml": plan("pilotes: Le relais\ncalendrier: Bilan quinquennal, à partir de 2026\n"),
        "seule.yaml": plan("calendrier: Bilan quinquennal\n"),
    },
    looks=(
        Look("○", ("calendar", "plan.yaml", *DAY)),
        Look("| quinquennal | Le relais |", ("calendar", "plan.yaml", "--format", "md", *DAY)),
        Look(";quinquennal;;", ("calendar", "plan.yaml", "--format", "csv", *DAY)),
        Look('"toutes_les": 5', ("calendar", "plan.yaml", "--format", "json", *DAY)),
        Look("Revient : quinquennal", ("calendar", "plan.yaml", "--format", "ics", *DAY)),
        Look("rien à signaler", ("lint", "seule.yaml", "--select", "calendrier-incompris")),
    ),
)
