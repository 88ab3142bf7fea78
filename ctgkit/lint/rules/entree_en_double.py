"""La même entrée de journal est écrite deux fois, ou deux mesures sont du même jour.

## Ce que la règle vérifie

Que, dans un même journal, deux entrées du même jour ne disent pas la même chose ; l'auteur n'est pas
regardé. Et qu'un indicateur n'a pas deux mesures le même jour, égales ou non.

Deux notes différentes du même jour sont admises.

## Pourquoi

C'est le reste d'un copier-coller. De deux mesures du même jour, on ne sait pas laquelle est la bonne.

## À éviter

```yaml
titre: Ouvrir un café des parents
indicateurs:
  - nom: Familles venues dans l'année
    mesures:
      - date: 2026-01-15
        valeur: 47
      - date: 2026-01-15
        valeur: 52
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
indicateurs:
  - nom: Familles venues dans l'année
    mesures:
      - date: 2025-01-15
        valeur: 47
      - date: 2026-01-15
        valeur: 52
```
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG515", "entree-en-double")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The entries and measures of which there is already one."""
    for part in parts(context.fiches):
        path: Path = (*part.path, "suivi")
        for first, second in _repeats(
            (one.date, one.statut, one.avancement, one.note) for one in part.what.suivi
        ):
            yield _remark(path, first, second, "cette entrée est déjà écrite", "retirez l'une des deux")
        for at, indicateur in part.indicateurs():
            path = (*at, "mesures")
            for first, second in _repeats(mesure.date for mesure in indicateur.mesures):
                message = "cet indicateur a déjà une mesure de ce jour"
                yield _remark(path, first, second, message, "corrigez la date, ou retirez l'une des deux")


def _repeats(values: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """The ranks of each value that was met before, after that of the first."""
    firsts: dict[Hashable, int] = {}
    for rank, value in enumerate(values):
        first = firsts.setdefault(value, rank)
        if first != rank:
            yield first, rank


def _remark(path: Path, first: int, second: int, message: str, hint: str) -> Remark:
    related = (((*path, first, "date"), "la première"),)
    return Remark((*path, second, "date"), message, hint, related=related)
