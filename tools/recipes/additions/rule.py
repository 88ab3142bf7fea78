"""A rule of lint: its module, found by being there."""

from tools.recipes.addition import Addition, File, Look
from tools.recipes.plans import plan

_MODULE = '''\
"""Un titre finit par un point.

## Ce que la règle vérifie

Que le titre d'une fiche ne finit pas par un point.

## Pourquoi

Un titre n'est pas une phrase.

## À éviter

```yaml
titre: Ouvrir un lieu aux familles.
```

## Corrigé

```yaml
titre: Ouvrir un lieu aux familles
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG499", "titre-en-phrase")
SEVERITY = Gravite.INFO


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The titles of fiches that end with a full stop."""
    for fiche in context.fiches:
        if fiche.action.titre.endswith("."):
            yield Remark((*fiche.chemin, "titre"), "ce titre finit par un point", "enlevez le point")
'''

ADDITION = Addition(
    name="a lint rule",
    most=1,
    changes=(File("ctgkit/lint/rules/titre_en_phrase.py", _MODULE),),
    plan=plan().replace("familles\n", "familles.\n"),
    looks=(
        Look(("lint", "plan.yaml", "--select", "CTG499"), "CTG499 ce titre finit par un point"),
        Look(("lint", "plan.yaml", "--select", "titre-en-phrase", "--format", "concise"), "CTG499"),
        Look(("lint", "plan.yaml", "--select", "CTG499", "--format", "json"), '"name": "titre-en-phrase"'),
        Look(
            ("lint", "plan.yaml", "--select", "CTG499", "--format", "sarif"), "Un titre finit par un point."
        ),
        Look(("lint", "plan.yaml", "--select", "CTG499", "--format", "junit"), "CTG499"),
        Look(("lint", "plan.yaml", "--select", "CTG499", "--format", "gitlab"), "CTG499"),
        Look(("lint", "plan.yaml", "--select", "CTG499", "--format", "github"), "CTG499"),
        Look(("lint", "plan.yaml", "--select", "CTG4", "--statistics"), "titre-en-phrase"),
        Look(("rule", "CTG499"), "Un titre n'est pas une phrase."),
        Look(("rule",), "titre-en-phrase"),
    ),
)
