"""Un financement est dit versé pour une année qui n'a pas commencé.

## Ce que la règle vérifie

Qu'un financement dont l'état est `versé` ne porte pas une année à venir. L'année en cours convient.

## Pourquoi

Ce qui est versé est dépensé : le COPIL compterait comme versée une somme qui ne l'est pas.

## À éviter

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf inventée
    montant: 12 000 €
    annee: 2027
    etat: versé
```

## Corrigé

```yaml
titre: Ouvrir une ludothèque
financements:
  - financeur: Caf inventée
    montant: 12 000 €
    annee: 2027
    etat: acquis
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.followup.members import spent
from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG512", "realise-a-venir")
SEVERITY = Gravite.ALERTE


#: The states of money that has not left.
_NOT_YET = " ou ".join(f"«\u00a0{one}\u00a0»" for one in EtatFinancement if not one.facts.spent)


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The money that is spent before its year."""
    for part in parts(context.fiches):
        for rank, financement in enumerate(part.what.financements):
            year = financement.annee
            if spent(financement) and year is not None and year.debut > context.today.year:
                path = (*part.path, "financements", rank)
                yield Remark(
                    (*path, "etat"),
                    f"ce financement de {year} ne peut pas être déjà {financement.etat}",
                    f"écrivez {_NOT_YET}, ou corrigez l'année",
                    related=(((*path, "annee"), "son année"),),
                )
