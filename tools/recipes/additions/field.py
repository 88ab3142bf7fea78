"""A field of a fiche that holds one value: its declaration on the class of the fiche."""

from tools.recipes.addition import Addition, Generated, Lines, Look
from tools.recipes.plans import DAY, plan

_DECLARED = """\
    echelle: Annotated[
        Texte | None, Champ("Où elle se fait, tel que le document l'écrit.", nom="échelle", feminine=True)
    ] = None
"""
_REST = "pilotes: Le relais\nsuivi:\n  - date: 2026-01-15\n    statut: bloquée\n"


def _report(kind: str, written: str, *more: str) -> Look:
    command = ("report", "plan.yaml", "--kind", kind, *more, "-o", written, *DAY)
    return Look("Tout le canton", command, written)


def _compared(words: str, *more: str) -> Look:
    return Look(words, ("diff", "ancien.yaml", "plan.yaml", *more))


ADDITION = Addition(
    name="a scalar field of a fiche",
    most=2,
    changes=(Lines("ctgkit/plan/action.py", "    intitules: Annotated[", _DECLARED, before=True),),
    files={"plan.yaml": plan(f"echelle: Tout le canton\n{_REST}"), "ancien.yaml": plan(_REST)},
    looks=(
        Look("1 plan, 1 fiche, aucune erreur", ("validate", "plan.yaml")),
        Look("Échelle : Tout le canton", ("show", "plan.yaml", "1.1")),
        _report("plan", "p.html"),
        _report("plan", "p.md"),
        _report("plan", "p.json"),
        _report("copil", "r.html"),
        _report("copil", "r.md"),
        _report("copil", "r.json"),
        _report("pilote", "l.html", "--pilote", "Le relais"),
        _report("pilote", "l.md", "--pilote", "Le relais"),
        _report("pilote", "l.json", "--pilote", "Le relais"),
        _compared("+ Échelle ajoutée"),
        _compared("Tout le canton", "--format", "md"),
        _compared("Tout le canton", "--format", "json"),
        _compared("Tout le canton", "--format", "html", "-o", "-"),
        _compared("Tout le canton", "--avenant", "--format", "md", "-o", "-"),
        _compared("Tout le canton", "--avenant", "--format", "html", "-o", "-"),
        Look('"echelle"', ("schema",)),
        Generated("| `echelle` | Où elle se fait, tel que le document l'écrit. |", "docs/cles.md"),
        Generated('"echelle"', "schema/plan.schema.json"),
    ),
)
