"""Un journal ou une suite de mesures n'est pas dans l'ordre des dates.

## Ce que la règle vérifie

Que les entrées de chaque journal (`suivi`) et les mesures de chaque indicateur (`mesures`) vont de la
plus ancienne à la plus récente. Deux entrées du même jour restent dans l'ordre où elles sont écrites.

Une seule remarque est faite d'une liste écrite tout entière à l'envers ; sinon, seules le sont les
entrées à déplacer.

## Pourquoi

L'état d'une action se calcule d'après les dates, mais chacun lit de haut en bas : une entrée hors de
sa place est souvent une année mal tapée.

## À éviter

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2025-03-04
    statut: en cours
  - date: 2025-11-18
    note: Douze familles sont venues
  - date: 2025-02-10
    note: La salle est trouvée
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2025-02-10
    note: La salle est trouvée
  - date: 2025-03-04
    statut: en cours
  - date: 2025-11-18
    note: Douze familles sont venues
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.lint.facts.order import misplaced
from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG504", "journal-desordonne")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The entries and measures that are not where their date says."""
    for part in parts(context.fiches):
        days = [entree.date for entree in part.what.suivi]
        yield from _remarks((*part.path, "suivi"), days, "entrée")
        for path, indicateur in part.indicateurs():
            days = [mesure.date for mesure in indicateur.mesures]
            yield from _remarks((*path, "mesures"), days, "mesure")


def _remarks(path: Path, days: Sequence[date], noun: str) -> Iterator[Remark]:
    wrong = misplaced(days)
    if wrong and list(days) == sorted(days, reverse=True):
        yield Remark(
            path,
            f"ces {noun}s vont de la plus récente à la plus ancienne",
            "écrivez-les de la plus ancienne à la plus récente",
            key=True,
        )
        return
    right = [rank for rank in range(len(days)) if rank not in set(wrong)]
    for rank in wrong:
        earlier = [other for other in right if days[other] <= days[rank]]
        if earlier:
            place, other = "après", earlier[-1]
        else:
            place, other = "avant", right[0]
        yield Remark(
            (*path, rank, "date"),
            f"cette {noun} n'est pas à sa place, dans l'ordre des dates",
            f"corrigez la date, ou placez-la {place} celle du {long_date(days[other])}",
            related=(((*path, other, "date"), f"elle vient {place} celle-ci"),),
        )
