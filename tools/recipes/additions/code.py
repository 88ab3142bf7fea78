"""A code of coherence: declared, explained and worded beside its check."""

from tools.recipes.addition import Addition, Lines, Look
from tools.recipes.plans import plan

_FILE = "ctgkit/plan/reading/coherence.py"
_IMPORTS = """\
from ctgkit.plan.documentation import declared
from ctgkit.plan.finding import Finding as _Finding
"""
_DECLARED = '''
TOO_FEW = declared(
    "CTG299",
    "axe-seul",
    """Le plan n'a qu'un axe.

## Pourquoi

Un plan d'un seul axe est souvent un plan dont la suite a été oubliée.

## À éviter

```yaml
axes:
  - id: accueil
    titre: Accueil
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil
  - id: jeunesse
    titre: Jeunesse
```
""",
)
'''
_CHECK = """\
    if len(axes) == 1:
        found.append(_Finding(file, _start(axes[0]), TOO_FEW, "ce plan n'a qu'un axe", "ajoutez les autres"))
"""

ADDITION = Addition(
    name="a code",
    most=1,
    changes=(
        Lines(_FILE, "from ctgkit.plan import adresse_complete, adresses_courtes", _IMPORTS),
        Lines(_FILE, "    from ctgkit.plan.finding import Finding, Place", _DECLARED),
        Lines(_FILE, '    axes = list(_mappings(root, "axes"))', _CHECK),
    ),
    plan=plan(),
    looks=(
        Look(("validate", "plan.yaml"), "CTG299 ce plan n'a qu'un axe"),
        Look(("validate", "plan.yaml", "--format", "json"), '"name": "axe-seul"'),
        Look(("validate", "plan.yaml", "--format", "sarif"), "CTG299"),
        Look(("lint", "plan.yaml"), "CTG299"),
        Look(("rule", "axe-seul"), "Un plan d'un seul axe est souvent"),
        Look(("rule",), "axe-seul"),
    ),
)
