"""L'avancement contredit le statut.

## Ce que la règle vérifie

Que, chaque fois que le journal donne un avancement, il va avec le statut du moment, celui de la même
entrée ou le dernier d'avant :

- `réalisée` va avec 100 %, et 100 % avec `réalisée` seulement ;
- `à venir` va avec 0 %.

Un statut `réalisée` sans avancement suffit. « ctg track » pose la question avant d'écrire l'un sans
l'autre.

## Pourquoi

Le COPIL lit les deux côte à côte. Le plus souvent, on a noté le nouvel avancement en oubliant de
changer le statut.

## À éviter

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2025-06-17
    statut: à venir
  - date: 2025-11-18
    avancement: 40
```

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2026-05-05
    statut: réalisée
    avancement: 90
```

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2026-05-05
    statut: en cours
    avancement: 100
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2025-06-17
    statut: à venir
  - date: 2025-11-18
    statut: en cours
    avancement: 40
```

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2026-05-05
    statut: réalisée
    avancement: 100
```

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2026-05-05
    statut: réalisée
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.followup.journal import remedy
from ctgkit.french.dates import long_date
from ctgkit.lint.facts.parts import EntryAt, parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG509", "avancement-contradictoire")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The progress that cannot be that of the status in force."""
    for part in parts(context.fiches):
        last: EntryAt | None = None
        for one in part.journal():
            if one.entree.statut is not None:
                last = one
            avancement = one.entree.avancement
            statut = last.statut if last is not None else None
            if last is None or statut is None or avancement is None:
                continue
            if statut.facts.goes_with(avancement):
                continue
            since = "" if last is one else f" depuis le {long_date(last.entree.date)}"
            state = f"{part.noun} est «\u00a0{statut}\u00a0»{since}"
            yield Remark(
                (*one.path, "avancement"),
                f"{state}, mais son avancement est de {avancement}\u00a0%",
                f"écrivez {remedy(statut)}",
                related=() if last is one else (((*last.path, "statut"), f"«\u00a0{statut}\u00a0» ici"),),
            )
