"""Un indicateur suivi n'a pas de cible.

## Ce que la règle vérifie

Que chaque indicateur dont le plan donne plus que le nom (une unité, une référence, des mesures…) a
aussi une cible. Un indicateur écrit en une ligne n'en a pas besoin, ni un indicateur
`type: qualitatif`, qui s'apprécie sans chiffre à atteindre.

## Pourquoi

On relève des chiffres sans savoir à quoi les comparer : le COPIL ne peut pas dire si c'est bien.

## À éviter

```yaml
titre: Ouvrir un accueil itinérant
indicateurs:
  - nom: Nombre de familles accueillies
    unite: familles
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant
indicateurs:
  - nom: Nombre de familles accueillies
    unite: familles
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
from ctgkit.vocabulary.indicateur import TypeIndicateur

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG314", "indicateur-sans-cible")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The indicators to measure without a value to reach."""
    for path, indicateur in measured(context):
        if indicateur.cible is None:
            yield Remark(
                (*path, "nom"),
                "cet indicateur n'a pas de cible",
                "ajoutez «\u00a0cible:\u00a0» avec sa date et sa valeur, "
                f"ou «\u00a0type: {TypeIndicateur.QUALITATIF}\u00a0»",
            )
