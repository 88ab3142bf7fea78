"""Une action n'annonce aucun résultat.

## Ce que la règle vérifie

Que chaque fiche action dit ce qu'elle doit changer, dans ses résultats attendus. Une fiche
d'engagement n'en a pas besoin.

Si aucune fiche du plan n'annonce de résultat, parce que ce document n'a pas cette rubrique, la règle
le dit une seule fois, pour tout le plan.

## Pourquoi

Sans résultat attendu, le bilan ne peut compter que ce qui a été fait, et non ce que cela a changé
pour les familles.

## À éviter

```yaml
titre: Créer un annuaire des services aux familles
descriptif:
  - Recenser les services de chaque commune
```

## Corrigé

```yaml
titre: Créer un annuaire des services aux familles
descriptif:
  - Recenser les services de chaque commune
resultats:
  - Des familles mieux orientées dès leur première demande
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.lacking import remarks
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.remark import Remark
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG303", "sans-resultat")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The actions that expect no result."""
    yield from remarks(
        context,
        "resultats",
        "cette action n'annonce aucun résultat",
        "aucune des {} actions n'annonce de résultat",
    )
