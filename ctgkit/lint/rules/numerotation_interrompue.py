"""Un numéro manque dans une suite.

## Ce que la règle vérifie

Que les numéros des fiches, et ceux des axes et des objectifs, se suivent : pas de 1.4 après 1.2, et
une suite qui commence à 1. La façon de numéroter est celle du document : numéros qui recommencent à
chaque thème, qui reprennent celui de l'objectif, ou qui courent d'un bout à l'autre du plan.

## Pourquoi

Une fiche a peut-être été oubliée. Sinon, chaque lecteur cherchera celle qui manque.

Quand un avenant a retiré la fiche, le trou est voulu, car les autres numéros ne doivent pas changer :
dites-le sur la ligne, `# ctg: ignore[CTG310] 1.3 retirée par l'avenant 1`.

## À éviter

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Créer un guide des modes d'accueil
      - numero: 1.4
        titre: Mettre les professionnels en réseau
```

## Corrigé

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Créer un guide des modes d'accueil
      - numero: 1.3
        titre: Mettre les professionnels en réseau
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.visible import one_line
from ctgkit.lint.facts.numbering import Level, Numbered, levels, misplaced, repeated, slips
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG310", "numerotation-interrompue")
SEVERITY = Gravite.REMARQUE

#: More numbers than this between two others are no gap: they are numbered otherwise (101, 201).
_WIDEST = 5


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The gaps, each once, at the number after it."""
    for level in levels(context):
        for here, before in _gaps(level):
            last = here.rank[0]
            missing = [f"{here.series}{number}" for number in range(before + 1, last)]
            words = one_line(" et ".join(filter(None, (", ".join(missing[:-1]), missing[-1]))))
            one = len(missing) == 1
            yield Remark(
                (*here.path, "numero"),
                f"{'le numéro' if one else 'les numéros'} {words} {'manque' if one else 'manquent'}",
                f"ajoutez ce qui manque, ou renumérotez à partir de {one_line(here.written)}",
            )


def _gaps(level: Level) -> Iterator[tuple[Numbered, int]]:
    """The item after each gap, and the last number before it."""
    elsewhere, again, slipped = misplaced(level), repeated(level), slips(level)
    groups: dict[tuple[object, str], dict[int, Numbered]] = {}
    filled: dict[tuple[object, str], set[int]] = {}
    last: dict[tuple[object, str], int] = {}
    for item in level.items:
        scope, series = level.series(item)
        taken = filled.setdefault((scope, series), set())
        if item.path in slipped:
            taken.add(slipped[item.path])
            last[scope, series] = slipped[item.path]
            continue
        if item.path in again:  # it should have been the next
            taken.add(last.get((scope, series), 0) + 1)
        taken.add(item.rank[0])
        last[scope, series] = item.rank[0]
        if item.path not in elsewhere:
            groups.setdefault((scope, series), {}).setdefault(item.rank[0], item)
            continue
        # It should have been numbered like those around it.
        meant = series.replace(item.prefix, elsewhere[item.path], 1)
        filled.setdefault((scope, meant), set()).add(item.rank[0])
    for key, group in groups.items():
        found = []
        before = 0
        for number in sorted(filled[key]):
            if 0 < number - before - 1 <= _WIDEST and number in group:
                found.append((group[number], before))
            before = number
        # Where no two numbers follow each other (2, 4, 6), these are no ranks.
        if len(found) < len(group) or len(found) == 1:
            yield from found
