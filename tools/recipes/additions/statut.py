"""A status: a member of its list."""

from tools.recipes.addition import Addition, Generated, Lines, Look
from tools.recipes.plans import DAY, plan

_MEMBER = """
    CONFIEE = StatutFacts(
        word="confiée",
        many="confiées",
        meaning="D'autres la font.",
        synonyms=("déléguée",),
        code="confiee",
        sign="&",
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
        "plan.yaml": plan(_FICHE.format(statut="déléguée")),
        "ancien.yaml": plan(_FICHE.format(statut="en cours")),
    },
    looks=(
        Look("1 plan, 1 fiche, aucune erreur", ("validate", "plan.yaml")),
        Look("confiée", ("show", "plan.yaml", "1.1")),
        _look("confiée 1 █", "status", "plan.yaml"),
        _look("Confiée", "status", "plan.yaml", "--by", "statut"),
        _look("1.1", "status", "plan.yaml", "--only", "confiée"),
        _look("1.1", "status", "plan.yaml", "--only", "déléguée"),
        _look("confiée", "status", "plan.yaml", "--format", "md"),
        _look("confiée", "status", "plan.yaml", "--format", "csv"),
        _look('"statut": "confiée"', "status", "plan.yaml", "--format", "json"),
        _look('"confiée": 1', "status", "plan.yaml", "--format", "json"),
        _look("confiée", "status", "plan.yaml", "ancien.yaml"),
        _look("confiée", "status", "plan.yaml", "ancien.yaml", "--format", "csv"),
        _look("& 1.1", "calendar", "plan.yaml"),
        _look("Statut : & confiée", "calendar", "plan.yaml"),
        _look("& confiée", "calendar", "plan.yaml", "--format", "md"),
        _look("CATEGORIES:confiée", "calendar", "plan.yaml", "--format", "ics"),
        _look("confiée", "calendar", "plan.yaml", "--format", "csv"),
        _look("confiée", "calendar", "plan.yaml", "--format", "json"),
        _report("confiée", "r.html"),
        _report("confiée", "r.md"),
        _report('"confiée"', "r.json"),
        _report("confiée", "l.html", "--kind", "pilote", "--pilote", "Le relais"),
        _report("confiée", "l.md", "--kind", "pilote", "--pilote", "Le relais"),
        _report("confiée", "l.json", "--kind", "pilote", "--pilote", "Le relais"),
        _report("confiée", "p.html", "--kind", "plan"),
        _report("confiée", "p.md", "--kind", "plan"),
        _report("confiée", "p.json", "--kind", "plan"),
        _report("confiée", "t.html", "--kind", "territoires"),
        _report("confiée", "t.md", "--kind", "territoires"),
        _report('"confiée": 1', "t.json", "--kind", "territoires"),
        Look("confiée", ("diff", "ancien.yaml", "plan.yaml")),
        Look("statut: confiée", ("track", "ancien.yaml", "1.1", "--statut", "déléguée", "--dry-run", *DAY)),
        Look("confiée", ("track", "--help")),
        Look("confiée", ("status", "--help")),
        Look('"confiée"', ("schema",)),
        Look('"confiée"', ("schema", "status")),
        Look('"confiée"', ("schema", "calendar")),
        Look('"confiée"', ("schema", "report")),
        Generated("| `confiée` | D'autres la font. |", "docs/contexte.md"),
        Generated("`confiée` (`confiées`, `déléguée`", "docs/commandes.md"),
        Generated('"confiée"', "schema/plan.schema.json"),
    ),
)
