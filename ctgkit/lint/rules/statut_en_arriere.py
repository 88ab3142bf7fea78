"""Une action revient en arrière : elle était réalisée ou abandonnée.

## Ce que la règle vérifie

Que le journal, lu dans l'ordre des dates, ne donne pas un autre statut :

- à ce qu'il disait `réalisée` ;
- à ce qu'il disait `abandonnée`, à moins qu'une note, ce jour-là, ne dise pourquoi l'action reprend.

Une entrée sans statut (une note, un chiffre d'avancement) est libre : on peut parler d'une action
réalisée.

## Pourquoi

Le COPIL a pris acte de la fin de l'action : la voir rouverte sans un mot fait douter de tout le
tableau. Souvent, l'une des deux entrées est sur la mauvaise fiche ; ou bien l'on a écrit `réalisée`
quand seule une étape ou une édition l'était.

## À éviter

```yaml
titre: Organiser une semaine des familles
suivi:
  - date: 2025-04-12
    statut: réalisée
  - date: 2026-03-02
    statut: en cours
```

## Corrigé

```yaml
titre: Organiser une semaine des familles
suivi:
  - date: 2025-04-12
    statut: en cours
    note: La première édition a eu lieu
  - date: 2026-03-02
    note: La deuxième édition se prépare
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.vocabulary.statut import Statut

CODE = Code("CTG507", "statut-en-arriere")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The statuses that follow one which should be the last."""
    for part in parts(context.fiches):
        told = [(one, one.statut) for one in part.journal() if one.statut is not None]
        for (before, was), (after, now) in pairwise(told):
            if was is not now and (was.facts.done or (was.facts.dropped and after.entree.note is None)):
                day = long_date(before.entree.date)
                yield Remark(
                    (*after.path, "statut"),
                    f"{part.noun} passe à «\u00a0{now}\u00a0», mais était «\u00a0{was}\u00a0» le {day}",
                    _hint(was),
                    related=(((*before.path, "statut"), f"«\u00a0{was}\u00a0» ici"),),
                )


def _hint(was: Statut) -> str:
    """What to do about what goes on after its end."""
    if was.facts.dropped:
        return "dites pourquoi cela reprend, par une «\u00a0note:\u00a0» à cette entrée"
    return f"si ce n'était qu'une étape, corrigez l'entrée «\u00a0{was}\u00a0»"
