"""L'année d'un financement est hors de la convention.

## Ce que la règle vérifie

Que l'année de chaque financement est l'une de celles de la convention. Une action `engagée`, déjà en
cours à la signature, peut en avoir de plus anciens.

## Pourquoi

C'est souvent une année mal tapée : la somme manque au total de son année.

## À éviter

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf inventée
    montant: 12 000 €
    annee: 2062
```

## Corrigé

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf inventée
    montant: 12 000 €
    annee: 2026
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.followup.members import signed_begun
from ctgkit.french.dates import period
from ctgkit.lint.facts.parts import UNDER_WAY, parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG511", "financement-hors-contrat")
SEVERITY = Gravite.ALERTE


_UNDER_WAY = f"corrigez l'année\u00a0; {UNDER_WAY}"
_PROLONGED = "corrigez l'année, ou «\u00a0periode:\u00a0» si un avenant a prolongé la convention"


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The years of money that the contract does not have."""
    debut, fin = context.plan.periode.debut, context.plan.periode.fin
    span = period(debut, fin)
    for part in parts(context.fiches):
        under_way = signed_begun(part.what) or signed_begun(part.fiche.action)
        for rank, financement in enumerate(part.what.financements):
            year, path = financement.annee, (*part.path, "financements", rank, "annee")
            if year is not None and year.fin > fin.year:
                yield Remark(path, f"ce financement est d'après la convention ({span})", _PROLONGED)
            elif year is not None and year.debut < debut.year and not under_way:
                yield Remark(path, f"ce financement est d'avant la convention ({span})", _UNDER_WAY)
