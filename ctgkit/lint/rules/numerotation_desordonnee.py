"""Les numéros ne sont pas dans l'ordre.

## Ce que la règle vérifie

Que les numéros d'une même suite montent du haut en bas du document : 1.9 vient avant 1.10, et 1.2
avant 1.2 bis. Un seul numéro de travers (1.1, 1.7, 1.3) est dit avec celui qu'on attend à sa place.
L'ordre est celui de l'impression : les fiches des objectifs d'un axe, puis les siennes.

## Pourquoi

Dans un document de trente fiches, on cherche la 2.3 après la 2.2. On la croit absente si elle n'y est
pas.

## À éviter

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.3
        titre: Mettre les professionnels en réseau
      - numero: 1.2
        titre: Créer un guide des modes d'accueil
```

## Corrigé

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Créer un guide des modes d'accueil
      - numero: 1.3
        titre: Mettre les professionnels en réseau
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.visible import one_line
from ctgkit.lint.facts.numbering import Numbered, levels, misplaced, repeated, slips
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG312", "numerotation-desordonnee")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each place where numbers of one series go down; not those that are wrong in themselves."""
    for level in levels(context):
        slipped = slips(level)
        wrong = misplaced(level).keys() | repeated(level).keys()
        before: dict[tuple[object, str], Numbered] = {}
        for item in level.items:
            if item.path in wrong:
                continue
            if item.path in slipped:
                meant = one_line(f"{item.series}{slipped[item.path]}")
                yield Remark(
                    (*item.path, "numero"),
                    f"le numéro {one_line(item.written)} est à la place du numéro {meant}",
                    f"écrivez {meant}, ou changez de place ce qui porte ce numéro",
                )
                continue
            earlier = before.get(level.series(item))
            if earlier is not None and item.rank < earlier.rank:
                number = one_line(earlier.written)
                yield Remark(
                    (*item.path, "numero"),
                    f"le numéro {one_line(item.written)} vient après le numéro {number}",
                    "remettez-les dans l'ordre, ou échangez leurs numéros",
                    related=(((*earlier.path, "numero"), f"le numéro {number}"),),
                )
            before[level.series(item)] = item
