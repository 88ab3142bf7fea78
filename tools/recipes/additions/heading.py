"""A heading of a fiche: the same as any field, with the label that it is printed under."""

from tools.recipes.addition import Addition, Generated, Lines, Look
from tools.recipes.plans import DAY, plan

_DECLARED = """\
    atouts: Annotated[Points, Champ("Ce qui aide l'action.", intitule="Atouts")] = ()
"""
_REST = "pilotes: Le relais\nsuivi:\n  - date: 2026-01-15\n    statut: bloquée\n"
_ATOUTS = "atouts:\n  - Une salle prêtée par la commune\n"


def _report(kind: str, written: str, *more: str) -> Look:
    words = "Atouts" if written.endswith((".html", ".md")) else "Une salle prêtée"
    return Look(words, ("report", "plan.yaml", "--kind", kind, *more, "-o", written, *DAY), written)


def _compared(words: str, *more: str) -> Look:
    return Look(words, ("diff", "ancien.yaml", "plan.yaml", *more))


ADDITION = Addition(
    name="a heading of a fiche",
    most=1,
    changes=(Lines("ctgkit/plan/action.py", "    vigilance: Annotated[", _DECLARED, before=True),),
    files={
        "plan.yaml": plan(f"{_ATOUTS}{_REST}"),
        "ancien.yaml": plan(_REST),
        "dit.yaml": plan(_ATOUTS, "vocabulaire:\n  rubriques:\n    atouts: Nos points d'appui\n"),
        "vide.yaml": plan("rubriques:\n  Atouts:\n    - Une salle prêtée\n"),
    },
    looks=(
        Look("1 plan, 1 fiche, aucune erreur", ("validate", "plan.yaml")),
        Look("Atouts", ("show", "plan.yaml", "1.1")),
        Look("Nos points d'appui", ("show", "dit.yaml", "1.1")),
        _report("plan", "p.html"),
        _report("plan", "p.md"),
        _report("plan", "p.json"),
        _report("copil", "r.html"),
        _report("copil", "r.md"),
        _report("copil", "r.json"),
        _report("pilote", "l.html", "--pilote", "Le relais"),
        _report("pilote", "l.md", "--pilote", "Le relais"),
        _report("pilote", "l.json", "--pilote", "Le relais"),
        _compared("Atouts"),
        _compared("Une salle prêtée", "--format", "md"),
        _compared("Une salle prêtée", "--format", "json"),
        _compared("Une salle prêtée", "--format", "html", "-o", "-"),
        _compared("Atouts", "--avenant", "--format", "md", "-o", "-"),
        _compared("Atouts", "--avenant", "--format", "html", "-o", "-"),
        Look('"atouts"', ("schema",)),
        Generated("| `atouts` | Ce qui aide l'action. |", "docs/cles.md"),
        Generated('"atouts"', "schema/plan.schema.json"),
    ),
)
