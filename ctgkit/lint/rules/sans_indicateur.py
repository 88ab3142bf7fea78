"""Une action n'a pas d'indicateur.

## Ce que la règle vérifie

Que chaque fiche action a au moins un indicateur, à elle ou dans l'une de ses étapes. Une fiche
d'engagement n'en a pas besoin.

Si aucune fiche du plan n'a d'indicateur, la règle le dit une seule fois, pour tout le plan.

## Pourquoi

Le COPIL juge une action à ses indicateurs. S'ils ne sont pas choisis au départ, les chiffres dont on
aura besoin n'auront pas été relevés.

## À éviter

```yaml
titre: Ouvrir un café des parents
calendrier: À partir de 2026
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
indicateurs:
  - Nombre de parents présents à chaque café
calendrier: À partir de 2026
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

CODE = Code("CTG304", "sans-indicateur")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The actions that nothing measures."""
    yield from remarks(
        context,
        "indicateurs",
        "aucun indicateur ne mesure cette action",
        "aucune des {} actions n'a d'indicateur",
    )
