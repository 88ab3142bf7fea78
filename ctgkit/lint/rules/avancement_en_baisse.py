"""L'avancement baisse, sans un mot pour l'expliquer.

## Ce que la règle vérifie

Que, d'une entrée du journal à la suivante dans l'ordre des dates, l'avancement ne baisse pas ; ou
qu'une note dit pourquoi à la même entrée.

Une baisse après le statut `réalisée` est l'affaire des règles `avancement-contradictoire` et
`statut-en-arriere`.

## Pourquoi

Un avancement qui baisse se voit tout de suite dans le tableau du COPIL : c'est une faute de frappe,
ou une décision qui mérite une phrase.

## À éviter

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2025-06-17
    statut: en cours
    avancement: 60
  - date: 2025-11-18
    avancement: 40
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2025-06-17
    statut: en cours
    avancement: 60
  - date: 2025-11-18
    avancement: 40
    note: La commune a repris la salle, il faut en chercher une autre
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ctgkit.lint.facts.parts import EntryAt, parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite
from ctgkit.vocabulary.statut import facts_of

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG508", "avancement-en-baisse")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The progress that is less than it was, where no note says why."""
    for part in parts(context.fiches):
        done = False
        told: list[tuple[EntryAt, int, bool]] = []
        for one in part.journal():
            if one.entree.avancement is not None:
                told.append((one, one.entree.avancement, done or facts_of(one.statut).done))
            if one.entree.statut is not None:
                done = facts_of(one.statut).done
        for (before, was, _done), (after, now, finished) in pairwise(told):
            if now < was and not finished and after.entree.note is None:
                yield Remark(
                    (*after.path, "avancement"),
                    f"l'avancement baisse\u00a0: {now}\u00a0%, après {was}\u00a0%",
                    "corrigez-le, ou dites pourquoi par une «\u00a0note:\u00a0» à cette entrée",
                    related=(((*before.path, "avancement"), f"{was}\u00a0% ici"),),
                )
