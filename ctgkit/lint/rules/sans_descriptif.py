"""Une action ne dit pas en quoi elle consiste.

## Ce que la règle vérifie

Que chaque fiche action a un descriptif, ou des étapes : elles disent aussi ce qui sera fait. Une
fiche d'engagement n'en a pas besoin.

Si aucune fiche du plan n'a de descriptif, la règle le dit une seule fois, pour tout le plan.

## Pourquoi

Un titre ne suffit pas pour s'engager : chaque signataire y lirait autre chose, et personne ne
saurait dire un an plus tard si l'action a été faite.

## À éviter

```yaml
titre: Soutenir les assistants maternels
constats:
  - Un métier isolé, peu de temps d'échange
```

## Corrigé

```yaml
titre: Soutenir les assistants maternels
constats:
  - Un métier isolé, peu de temps d'échange
descriptif:
  - Organiser une rencontre par trimestre dans chaque secteur
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

CODE = Code("CTG302", "sans-descriptif")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The actions that do not say what is to be done."""
    yield from remarks(
        context,
        "descriptif",
        "rien ne dit en quoi consiste cette action",
        "aucune des {} actions ne dit en quoi elle consiste",
    )
