"""Un logiciel a retiré l'espace devant les deux-points des phrases.

## Ce que la règle vérifie

Que les phrases à deux-points sans guillemets ne sont pas toutes écrites « mot: suite ». S'il y en a trois
au moins, et pas une seule « mot : suite », la règle le dit une fois, à la première. Une phrase entre
guillemets ne compte pas : personne n'y touche.

## Pourquoi

Pour YAML, « mot : suite » ressemble à une clé, et un logiciel qui remet le fichier en forme (Prettier,
l'extension YAML d'un éditeur) en retire l'espace du français. Les documents la remettent, et « ctg diff »
n'y voit pas de changement ; mais le fichier n'est plus écrit comme le document signé, et sera
remis en forme à chaque enregistrement tant que ce logiciel tourne.

## À éviter

```yaml
constats:
  - "Les horaires d'accueil : peu de places le matin"
  - Un territoire attractif: le maintien de la natalité
  - Le logement: des loyers en hausse
  - Les transports: deux lignes, aucune le dimanche
```

## Corrigé

```yaml
constats:
  - "Les horaires d'accueil : peu de places le matin"
  - Un territoire attractif : le maintien de la natalité
  - Le logement : des loyers en hausse
  - Les transports : deux lignes, aucune le dimanche
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.plan.reading.nodes import Mapping, locate
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG413", "deux-points-colles")
SEVERITY = Gravite.REMARQUE

_FEW = 3  #: how many phrases are no habit of the hand
#: The first colon of a text that YAML takes for the end of a key.
_COLON = re.compile(r"(?P<space>\s?):(?=\s|$)")


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The first of the sentences that YAML takes apart, where none has the space of French."""
    glued: list[Path] = []
    for path, text in context.texts:
        found = _COLON.search(text)
        if found is None or not isinstance(locate(context.tree, path)[0], Mapping):
            continue
        if found["space"]:
            return
        glued.append(path)
    if len(glued) >= _FEW:
        yield Remark(
            glued[0],
            f"aucune des {len(glued)} phrases à deux-points de ce plan n'a d'espace devant eux\u00a0: "
            "un logiciel qui met les fichiers en forme l'a sans doute retirée",
            "reprenez la version d'avant ou remettez l'espace, et dites à ce logiciel d'ignorer le plan",
        )
