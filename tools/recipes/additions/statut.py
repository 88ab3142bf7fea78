"""A status: a member of its list."""

from tools.recipes.addition import Addition, Lines, Look
from tools.recipes.plans import plan

_MEMBER = """
    REPORTEE = StatutFacts(
        word="reportée",
        many="reportées",
        meaning="On la fera plus tard.",
        synonyms=("différée",),
        code="reportee",
        sign="~",
        shade=PAUSE,
        group_rank=1,
        paused=True,
        step_rank=2,
        tone="warning",
    )
"""
_PLAN = plan("suivi:\n  - date: 2026-01-15\n    statut: reportée\n    note: Après les travaux")
_DAY = ("--date", "2026-02-01")


def _look(words: str, *command: str, written: str | None = None) -> Look:
    return Look((*command, *_DAY), words, written)


ADDITION = Addition(
    name="a status",
    most=1,
    changes=(Lines("ctgkit/vocabulary/statut.py", "    facts: StatutFacts", _MEMBER),),
    plan=_PLAN,
    looks=(
        Look(("validate", "plan.yaml"), "1 plan, 1 fiche, aucune erreur"),
        Look(("show", "plan.yaml", "1.1"), "reportée"),
        _look("reportée", "status", "plan.yaml"),
        _look("reportée", "status", "plan.yaml", "--by", "statut"),
        _look("1.1", "status", "plan.yaml", "--only", "reportée"),
        _look("reportée", "status", "plan.yaml", "--format", "md"),
        _look("reportée", "status", "plan.yaml", "--format", "csv"),
        _look('"reportée"', "status", "plan.yaml", "--format", "json"),
        _look("reportée", "calendar", "plan.yaml", "--format", "json"),
        _look("reportée", "report", "plan.yaml", "-o", "r.html", written="r.html"),
        _look("reportée", "report", "plan.yaml", "-o", "r.md", written="r.md"),
        _look("reportée", "report", "plan.yaml", "-o", "r.json", written="r.json"),
        _look("reportée", "report", "plan.yaml", "--kind", "plan", "-o", "p.html", written="p.html"),
        _look("reportée", "report", "plan.yaml", "--kind", "plan", "-o", "p.md", written="p.md"),
        Look(("schema",), '"reportée"'),
        Look(("schema", "status"), '"reportée"'),
        Look(("track", "plan.yaml", "1.1", "--statut", "différée", "--dry-run"), "statut: reportée"),
    ),
)
