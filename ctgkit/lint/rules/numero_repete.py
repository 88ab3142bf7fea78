"""Un numéro sert deux fois.

## Ce que la règle vérifie

Que dans un plan où chaque numéro est unique, aucun n'est repris d'un axe à l'autre, et que deux
sections voisines n'ont pas le même. Un plan dont les numéros recommencent à chaque thème peut les
reprendre. Deux fiches de même numéro dans un même axe sont une erreur du plan (CTG201).

## Pourquoi

« Voir fiche action 2.3 » ne désigne plus une seule fiche, et l'avenant qui modifie la 2.3 non plus.

## À éviter

```yaml
axes:
  - id: enfance
    titre: Enfance
    actions:
      - numero: 1
        titre: Ouvrir une ludothèque
      - numero: 2
        titre: Former les équipes
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 3
        titre: Créer un forum des métiers
      - numero: 2
        titre: Ouvrir un local jeunes
```

## Corrigé

```yaml
axes:
  - id: enfance
    titre: Enfance
    actions:
      - numero: 1
        titre: Ouvrir une ludothèque
      - numero: 2
        titre: Former les équipes
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 3
        titre: Créer un forum des métiers
      - numero: 4
        titre: Ouvrir un local jeunes
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.visible import one_line
from ctgkit.lint.facts.numbering import levels, misplaced, repeated
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG311", "numero-repete")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The numbers used again, but for those that another rule tells are in the wrong place."""
    for level in levels(context):
        told = misplaced(level) if "CTG313" in context.ran else {}
        by_path = {item.path: item for item in level.items}
        for path, earlier in repeated(level).items():
            if path not in told:
                number = one_line(by_path[path].written)
                yield Remark(
                    (*path, "numero"),
                    f"une autre {level.noun} porte aussi le numéro {number}",
                    "donnez-lui un autre numéro",
                    related=(((*earlier.path, "numero"), f"l'autre {number}"),),
                )
