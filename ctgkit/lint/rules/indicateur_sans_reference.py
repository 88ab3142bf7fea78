"""Un indicateur a une cible, mais pas de point de départ.

## Ce que la règle vérifie

Que chaque indicateur qui a une cible a aussi une référence : sa valeur au début de la convention.
Un indicateur `type: qualitatif` n'en a pas besoin. Un indicateur sans cible est dit par la règle
CTG314, et pas une seconde fois par celle-ci.

## Pourquoi

« 120 familles en 2028 » est une réussite si l'on part de 40, un recul si l'on part de 150. Plus tard,
la valeur de départ ne se retrouve plus.

## À éviter

```yaml
titre: Ouvrir un accueil itinérant
indicateurs:
  - nom: Nombre de familles accueillies
    cible:
      date: 2028-12-31
      valeur: 120
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant
indicateurs:
  - nom: Nombre de familles accueillies
    reference:
      date: 2024-12-31
      valeur: 40
    cible:
      date: 2028-12-31
      valeur: 120
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.indicators import measured
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG315", "indicateur-sans-reference")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The indicators with a value to reach and none to start from."""
    for path, indicateur in measured(context):
        if indicateur.cible is not None and indicateur.reference is None:
            yield Remark(
                (*path, "nom"),
                "cet indicateur a une cible, mais pas de valeur de départ",
                "ajoutez «\u00a0reference:\u00a0» avec sa date et sa valeur, zéro s'il n'y a encore rien",
            )
