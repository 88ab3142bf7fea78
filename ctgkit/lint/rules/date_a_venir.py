"""Une entrée de journal, une mesure ou un avenant porte une date à venir.

## Ce que la règle vérifie

Que rien de ce qui a été constaté n'est daté d'après aujourd'hui : les entrées du journal, les mesures
et la valeur de départ (`reference`) d'un indicateur, les avenants. La date du jour convient. Une cible
est à venir par nature, et un COPIL peut être annoncé.

« Aujourd'hui » est le jour donné par `--date`, s'il y en a un.

## Pourquoi

C'est presque toujours une année mal tapée. L'entrée n'est comptée nulle part avant ce jour-là : le
COPIL verrait une action plus ancienne qu'elle n'est.

## À éviter

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2062-03-04
    statut: en cours
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2026-03-04
    statut: en cours
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.dates import long_date
from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG505", "date-a-venir")
SEVERITY = Gravite.ALERTE

_HINTS = {
    "cette entrée": "corrigez la date\u00a0; ce qui est prévu s'écrit dans le calendrier",
    "cette mesure": "corrigez la date\u00a0; la valeur visée s'écrit sous «\u00a0cible:\u00a0»",
    "cette valeur de départ": "corrigez la date\u00a0; la valeur visée s'écrit sous «\u00a0cible:\u00a0»",
    "cet avenant": "corrigez la date, ou inscrivez l'avenant une fois signé",
}


class _Dated(NamedTuple):
    path: Path
    day: date
    noun: str


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """What was seen, signed or measured after today."""
    for path, day, noun in _dated(context):
        if day > context.today:
            message = f"{noun} est à venir\u00a0: nous sommes le {long_date(context.today)}"
            yield Remark((*path, "date"), message, _HINTS[noun])


def _dated(context: Context) -> Iterator[_Dated]:
    for rank, avenant in enumerate(context.plan.avenants):
        yield _Dated(("avenants", rank), avenant.date, "cet avenant")
    for part in parts(context.fiches):
        for entry in part.journal():
            yield _Dated(entry.path, entry.entree.date, "cette entrée")
        for path, indicateur in part.indicateurs():
            if indicateur.reference is not None:
                yield _Dated((*path, "reference"), indicateur.reference.date, "cette valeur de départ")
            for rank, mesure in enumerate(indicateur.mesures):
                yield _Dated((*path, "mesures", rank), mesure.date, "cette mesure")
