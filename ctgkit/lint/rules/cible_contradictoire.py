"""La cible d'un indicateur contredit son sens ou sa valeur de départ.

## Ce que la règle vérifie

Que, quand un indicateur dit le sens souhaité et que ses valeurs sont des nombres, la cible est dans ce
sens : plus haute que la valeur de départ pour `hausse`, plus basse pour `baisse` (l'égalité est
admise : on peut viser le maintien). Et que la date de la cible n'est pas d'avant celle du départ.

## Pourquoi

C'est la cible ou le sens qui est faux, et le COPIL verrait un progrès là où il y a un recul.

## À éviter

```yaml
titre: Mieux répondre aux familles
indicateurs:
  - nom: Délai de première réponse
    unite: jours
    sens: hausse
    reference:
      date: 2025-01-01
      valeur: 21
    cible:
      date: 2028-12-31
      valeur: 7
```

## Corrigé

```yaml
titre: Mieux répondre aux familles
indicateurs:
  - nom: Délai de première réponse
    unite: jours
    sens: baisse
    reference:
      date: 2025-01-01
      valeur: 21
    cible:
      date: 2028-12-31
      valeur: 7
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.french.numbers import decimal
from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Indicateur
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG516", "cible-contradictoire")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The targets that are on the wrong side of the value, or of the day, they start from."""
    for part in parts(context.fiches):
        for path, indicateur in part.indicateurs():
            yield from _remarks(path, indicateur)


def _remarks(path: Path, indicateur: Indicateur) -> Iterator[Remark]:
    reference, cible, sens = indicateur.reference, indicateur.cible, indicateur.sens
    if reference is None or cible is None:
        return
    if cible.date < reference.date:
        yield Remark(
            (*path, "cible", "date"),
            f"cette cible est d'avant la valeur de départ, du {long_date(reference.date)}",
            "corrigez l'une des deux dates",
            related=(((*path, "reference", "date"), "la date de départ"),),
        )
    start, aim = reference.valeur, cible.valeur
    if sens is None or not isinstance(start, Decimal) or not isinstance(aim, Decimal):
        return
    if (aim - start) * sens.facts.sign < 0:
        yield Remark(
            (*path, "sens"),
            f"le sens souhaité est la {sens}, mais la cible va de {decimal(start)} à {decimal(aim)}",
            "corrigez «\u00a0sens:\u00a0», ou l'une des deux valeurs",
            related=(
                ((*path, "reference", "valeur"), "la valeur de départ"),
                ((*path, "cible", "valeur"), "la cible"),
            ),
        )
