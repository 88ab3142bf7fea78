"""Un commentaire tait une règle sans dire pourquoi.

## Ce que la règle vérifie

Qu'une raison suit chaque `# ctg: ignore[…]`.

## Pourquoi

Un an plus tard, ou pour la personne qui reprend le plan, un constat tu sans raison ressemble à un
oubli : on n'ose ni le corriger, ni le laisser.

## À éviter

```yaml
# ctg: ignore[CTG301]
titre: Ouvrir un accueil itinérant
```

## Corrigé

```yaml
# ctg: ignore[CTG301] le pilote sera désigné au COPIL de mars
titre: Ouvrir un accueil itinérant
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

CODE = Code("CTG491", "suppression-sans-raison")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The suppressions after which nothing is said."""
    for suppression in context.suppressions:
        if not any(letter.isalnum() for letter in suppression.reason):
            yield Remark(
                (),
                "ce commentaire ne dit pas pourquoi il tait la règle",
                "écrivez la raison à la suite\u00a0: # ctg: ignore[CTG301] la raison",
                place=suppression.place,
            )
