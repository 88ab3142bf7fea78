"""A status: a member of its list."""

from tools.recipes.addition import Addition, Generated, Lines, Look
from tools.recipes.plans import DAY, plan

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
_FICHE = """\
pilotes: Le relais
calendrier: En 2026
suivi:
  - date: 2026-01-15
    statut: {statut}
    note: Travaux
"""


def _look(words: str, *command: str, written: str | None = None) -> Look:
    return Look(words, (*command, *DAY), written)


def _report(words: str, written: str, *more: str) -> Look:
    return _look(words, "report", "plan.yaml", *more, "-o", written, written=written)


ADDITION = Addition(
    name="a status",
    most=1,
    changes=(Lines("ctgkit/vocabulary/statut.py", "    facts: StatutFacts", _MEMBER),),
    files={
        "plan.yaml": plan(_FICHE.format(statut="différée")),
        "ancien.yaml": plan(_FICHE.format(statut="en cours")),
    },
    looks=(
        Look("1 plan, 1 fiche, aucune erreur", ("validate", "plan.yaml")),
        Look("reportée", ("show", "plan.yaml", "1.1")),
        _look("reportée 1 █", "status", "plan.yaml"),
        _look("Reportée", "status", "plan.yaml", "--by", "statut"),
        _look("1.1", "status", "plan.yaml", "--only", "reportée"),
        _look("1.1", "status", "plan.yaml", "--only", "différée"),
        _look("reportée", "status", "plan.yaml", "--format", "md"),
        _look("reportée", "status", "plan.yaml", "--format", "csv"),
        _look('"statut": "reportée"', "status", "plan.yaml", "--format", "json"),
        _look('"reportée": 1', "status", "plan.yaml", "--format", "json"),
        _look("reportée", "status", "plan.yaml", "ancien.yaml"),
        _look("reportée", "status", "plan.yaml", "ancien.yaml", "--format", "csv"),
        _look("~ 1.1", "calendar", "plan.yaml"),
        _look("Statut : ~ reportée", "calendar", "plan.yaml"),
        _look("~ reportée", "calendar", "plan.yaml", "--format", "md"),
        _look("CATEGORIES:reportée", "calendar", "plan.yaml", "--format", "ics"),
        _look("reportée", "calendar", "plan.yaml", "--format", "csv"),
        _look("reportée", "calendar", "plan.yaml", "--format", "json"),
        _report("reportée", "r.html"),
        _report("reportée", "r.md"),
        _report('"reportée"', "r.json"),
        _report("reportée", "l.html", "--kind", "pilote", "--pilote", "Le relais"),
        _report("reportée", "l.md", "--kind", "pilote", "--pilote", "Le relais"),
        _report("reportée", "l.json", "--kind", "pilote", "--pilote", "Le relais"),
        _report("reportée", "p.html", "--kind", "plan"),
        _report("reportée", "p.md", "--kind", "plan"),
        _report("reportée", "p.json", "--kind", "plan"),
        _report("reportée", "t.html", "--kind", "territoires"),
        _report("reportée", "t.md", "--kind", "territoires"),
        _report('"reportée": 1', "t.json", "--kind", "territoires"),
        Look("reportée", ("diff", "ancien.yaml", "plan.yaml")),
        Look("statut: reportée", ("track", "ancien.yaml", "1.1", "--statut", "différée", "--dry-run", *DAY)),
        Look("reportée", ("track", "--help")),
        Look("reportée", ("status", "--help")),
        Look('"reportée"', ("schema",)),
        Look('"reportée"', ("schema", "status")),
        Look('"reportée"', ("schema", "calendar")),
        Look('"reportée"', ("schema", "report")),
        Generated("| `reportée` | On la fera plus tard. |", "docs/contexte.md"),
        Generated("`reportée` (`reportées`, `différée`", "docs/commandes.md"),
        Generated('"reportée"', "schema/plan.schema.json"),
    ),
)
