"""Un financement ne dit pas qui finance.

## Ce que la règle vérifie

Que chaque ligne de `financements` nomme son financeur. Si aucune ligne d'une fiche n'en a, la règle le
dit une seule fois. Ce que l'action coûte, qui que ce soit qui paie, s'écrit sous `couts` : personne
n'y est attendu.

## Pourquoi

En signant, chacun doit savoir à quoi il s'engage. Une somme que personne n'apporte n'est pas un
financement.

## À éviter

```yaml
titre: Ouvrir une ludothèque
financements:
  - montant: 12 000
    annee: 2026
```

## Corrigé

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Communauté de communes
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

CODE = Code("CTG317", "financement-sans-financeur")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The money that nobody gives."""
    yield from remarks(
        context,
        "financeur",
        "personne n'apporte ce financement",
        "aucun de ces {} financements n'a de financeur",
        "ajoutez «\u00a0financeur:\u00a0» avec le nom de qui paie\u00a0; si c'est ce que l'action coûte, "
        "écrivez-le sous «\u00a0couts:\u00a0»",
    )
