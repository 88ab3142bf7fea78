"""Une fiche n'a pas de pilote.

## Ce que la règle vérifie

Que chaque fiche action nomme au moins un pilote. Une fiche d'engagement n'en a pas besoin : ses
actions restent à écrire.

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

from ctgkit.findings import Code, Severity
from ctgkit.lint.remark import Remark

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG301", "sans-pilote")
SEVERITY: Severity = "warning"


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The actions without a pilot."""
    for fiche in context.fiches:
        if fiche.action.nature == "action" and not fiche.action.pilotes:
            yield Remark(
                (*fiche.chemin, "titre"),
                "personne ne pilote cette action",
                "ajoutez «\u00a0pilotes:\u00a0» à la fiche",
            )
