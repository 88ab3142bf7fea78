"""Un financement ne dit pas combien.

## Ce que la règle vérifie

Que chaque ligne de `financements` a un montant, même prévu : `etat: prévu` dit qu'il n'est pas
encore acquis. Si aucune ligne d'une fiche n'en a, la règle le dit une seule fois.

## Pourquoi

Le total de la fiche et celui du plan s'impriment sans cette ligne : ils sont faux sans que rien ne le
montre.

## À éviter

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf
    annee: 2026
    objet: Achat des jeux
```

## Corrigé

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf
    montant: 4 500
    annee: 2026
    etat: prévu
    objet: Achat des jeux
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.money import remarks
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.remark import Remark
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG318", "financement-sans-montant")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The money of no amount."""
    yield from remarks(
        context,
        "montant",
        "ce financement n'a pas de montant",
        "aucun de ces {} financements n'a de montant",
        "ajoutez «\u00a0montant:\u00a0», "
        f"avec «\u00a0etat: {EtatFinancement.PREVU}\u00a0» tant qu'il n'est pas {EtatFinancement.ACQUIS}",
    )
