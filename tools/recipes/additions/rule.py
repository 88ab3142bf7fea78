"""A rule of lint: its module, found by being there."""

from tools.recipes.addition import Addition, File, Generated, Look
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
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The titles of fiches that end with a full stop."""
    for fiche in context.fiches:
        if fiche.action.titre.endswith("."):
            yield Remark((*fiche.chemin, "titre"), "ce titre finit par un point", "enlevez le point")
'''


def _lint(words: str, *more: str) -> Look:
    return Look(words, ("lint", "plan.yaml", "--select", "CTG499", *more), status=1)


ADDITION = Addition(
    name="a lint rule",
    most=1,
    changes=(File("ctgkit/lint/rules/titre_en_phrase.py", _MODULE),),
    files={
        "plan.yaml": plan().replace("familles\n", "familles.\n"),
        "tu.yaml": plan().replace("familles\n", "familles. # ctg: ignore[CTG499] écrit ainsi\n"),
    },
    looks=(
        _lint("CTG499 ce titre finit par un point"),
        _lint("CTG499 ce titre finit par un point", "--format", "concise"),
        _lint('"name": "titre-en-phrase"', "--format", "json"),
        _lint("Un titre finit par un point.", "--format", "sarif"),
        _lint("CTG499", "--format", "junit"),
        _lint("CTG499", "--format", "gitlab"),
        _lint("CTG499", "--format", "github"),
        Look("titre-en-phrase", ("lint", "plan.yaml", "--statistics"), status=1),
        Look("rien à signaler", ("lint", "plan.yaml", "--select", "CTG4", "--ignore", "titre-en-phrase")),
        Look("Un titre n'est pas une phrase.", ("rule", "CTG499")),
        Look("titre-en-phrase", ("rule",)),
        Look('"titre-en-phrase"', ("rule", "--format", "json")),
        Generated("titre-en-phrase", "docs/regles.md"),
    ),
)
