"""Un financement ne dit pas pour quelle année.

## Ce que la règle vérifie

Que chaque ligne de `financements` qui nomme son financeur a une année. Dans une convention d'un an, il
n'y en a pas besoin. Si aucune ligne d'une fiche n'en a, la règle le dit une seule fois. Ce que l'action
coûte, qui que ce soit qui paie, n'est pas un financement.

## Pourquoi

Les budgets se votent par an. Sans année, on ne sait pas si la somme vaut pour l'année ou pour toute la
convention, et elle n'entre dans aucun bilan annuel.

## À éviter

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf
    montant: 12 000
```

## Corrigé

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf
    montant: 12 000
    annee: 2026
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.money import remarks
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.remark import Remark
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG316", "financement-sans-annee")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The money of no year, in a plan of several."""
    periode = context.plan.periode
    if periode.debut.year != periode.fin.year:
        yield from remarks(
            context,
            "annee",
            "ce financement n'est d'aucune année",
            "aucun de ces {} financements n'a d'année",
            f"ajoutez «\u00a0annee: {periode.debut.year}\u00a0» ou une autre, avec une ligne par année",
        )
