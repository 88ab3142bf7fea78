"""L'avancement contredit le statut.

## Ce que la règle vérifie

Que, chaque fois que le journal donne un avancement, il va avec le statut du moment, celui de la même
entrée ou le dernier d'avant :

- `réalisée` va avec 100 % ;
- `à venir` va avec 0 %.

Un statut `réalisée` sans avancement suffit.

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
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.lint.parts import EntryAt, parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG509", "avancement-contradictoire")
SEVERITY = Gravite.ALERTE

#: The only progress that goes with a status, and what to write for another.
_EXPECTED = {
    "réalisée": (100, "écrivez «\u00a0avancement: 100\u00a0», ou un autre statut"),
    "à venir": (0, "écrivez «\u00a0statut: en cours\u00a0» à cette entrée, ou «\u00a0avancement: 0\u00a0»"),
}


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The progress that cannot be that of the status in force."""
    for part in parts(context.fiches):
        last: EntryAt | None = None
        for one in part.journal():
            if one.entree.statut is not None:
                last = one
            avancement = one.entree.avancement
            if last is None or avancement is None:
                continue
            statut = last.entree.statut or ""
            expected, hint = _EXPECTED.get(statut, (avancement, ""))
            if avancement == expected:
                continue
            since = "" if last is one else f" depuis le {long_date(last.entree.date)}"
            state = f"{part.noun} est «\u00a0{statut}\u00a0»{since}"
            yield Remark(
                (*one.path, "avancement"),
                f"{state}, mais son avancement est de {avancement}\u00a0%",
                hint,
                related=() if last is one else (((*last.path, "statut"), f"«\u00a0{statut}\u00a0» ici"),),
            )
