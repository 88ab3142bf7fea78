"""A phrase of calendars: a word that says how often."""

from tools.recipes.addition import Addition, Lines, Look
from tools.recipes.plans import plan

ADDITION = Addition(
    name="a calendar phrase",
    most=3,
    changes=(
        Lines(
            "ctgkit/schedule/words.py",
            '    "triennal": ("an", 3, None),',
            '    "quinquennal": ("an", 5, None),\n',
        ),
    ),
    plan=plan("calendrier: Bilan quinquennal"),
    looks=(
        Look(("calendar", "plan.yaml", "--date", "2026-02-01", "--format", "json"), '"every": 5'),
        Look(("calendar", "plan.yaml", "--date", "2026-02-01"), "tous les 5 ans"),
        Look(("calendar", "plan.yaml", "--date", "2026-02-01", "--format", "md"), "Bilan quinquennal"),
        Look(("calendar", "plan.yaml", "--date", "2026-02-01", "--format", "ics"), "FREQ=YEARLY;INTERVAL=5"),
        Look(("lint", "plan.yaml", "--select", "calendrier-incompris"), "rien à signaler"),
    ),
)
