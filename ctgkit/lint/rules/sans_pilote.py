"""Une action n'a pas de pilote.

## Ce que la règle vérifie

Que chaque fiche action nomme au moins un pilote. Une action découpée en étapes peut s'en passer si
chacune de ses étapes a le sien, celles qui sont abandonnées mises à part. Une fiche d'engagement n'en a
pas besoin : ses actions restent à écrire. D'une action réalisée ou abandonnée, rien n'est demandé.

Si aucune fiche du plan n'a de pilote, la règle le dit une seule fois, pour tout le plan.

## Pourquoi

Une action que personne ne porte n'avance pas, et le COPIL ne sait pas à qui demander où elle en est.

## À éviter

```yaml
titre: Ouvrir un accueil itinérant
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant
pilotes:
  - Responsable du Relais Petite Enfance
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

CODE = Code("CTG301", "sans-pilote")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The actions without a pilot."""
    yield from remarks(
        context,
        "pilotes",
        "personne ne pilote cette action",
        "aucune des {} actions n'a de pilote",
    )
