"""Un numéro ne suit pas celui de la section où il se trouve.

## Ce que la règle vérifie

Que dans un plan où les numéros commencent par celui de leur section (2.1 et 2.2 sous l'objectif 2),
aucune fiche et aucun objectif n'en a un autre (3.2 sous l'objectif 2). La règle ne dit rien d'un plan
qui numérote autrement. Si toutes les fiches d'une section sont dans ce cas, elle le dit une seule
fois, sur la première.

## Pourquoi

La fiche a changé de place sans changer de numéro, ou le numéro est une faute de frappe. On la
cherchera ailleurs.

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
  - numero: 2
    titre: Jeunesse
    actions:
      - numero: 2.1
        titre: Créer un forum des métiers
      - numero: 3.2
        titre: Ouvrir un local jeunes
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
  - numero: 2
    titre: Jeunesse
    actions:
      - numero: 2.1
        titre: Créer un forum des métiers
      - numero: 2.2
        titre: Ouvrir un local jeunes
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
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG313", "numero-deplace")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The numbers under the wrong section; once where a whole section has them."""
    doubtful: set[Path] = set()
    for level in levels(context):
        wrong = misplaced(level)
        doubtful |= wrong.keys() | slips(level).keys() | repeated(level).keys()
        for section, items in _by_section(level).items():
            if section in doubtful:  # its own number is wrong, and is told
                continue
            found = [item for item in items if item.path in wrong]
            whole = len(found) > 1 and len(found) == len(items)
            if whole and len({item.prefix for item in found}) == 1:
                yield _remark(found[0], wrong[found[0].path], f"les {len(found)} {level.noun}s sont rangées")
            else:
                for item in found:
                    yield _remark(item, wrong[item.path], f"cette {level.noun} est rangée")


def _by_section(level: Level) -> dict[Path, list[Numbered]]:
    groups: dict[Path, list[Numbered]] = {}
    for item in level.items:
        groups.setdefault(item.path[:-2], []).append(item)
    return groups


def _remark(item: Numbered, expected: str, subject: str) -> Remark:
    prefix, expected = one_line(item.prefix), one_line(expected)
    return Remark(
        (*item.path, "numero"),
        f"{subject} sous le numéro {expected}, et non sous le {prefix}",
        f"écrivez un numéro qui commence par {expected}, ou changez de section",
    )
