"""Un renvoi peut désigner plusieurs fiches.

## Ce que la règle vérifie

Que chaque « voir fiche action 1.1 » désigne une seule fiche. Dans un plan dont les numéros
recommencent à chaque thème, un renvoi désigne d'abord la fiche de son propre thème ; s'il n'y en a
pas là et que plusieurs autres thèmes ont ce numéro, il faut dire duquel il s'agit. Le texte qui nomme
le thème est laissé.

## Pourquoi

Le lecteur ne peut pas deviner. Le document ne peut pas non plus en faire un lien.

## À éviter

```yaml
axes:
  - id: enfance
    titre: Enfance
    actions:
      - numero: 1.1
        titre: Ouvrir une ludothèque
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1.1
        titre: Créer un forum des métiers
  - id: logement
    titre: Logement
    actions:
      - numero: 2.1
        titre: Recenser les logements vacants
        moyens:
          - Réseau des acteurs (voir fiche action 1.1)
```

## Corrigé

```yaml
axes:
  - id: enfance
    titre: Enfance
    actions:
      - numero: 1.1
        titre: Ouvrir une ludothèque
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1.1
        titre: Créer un forum des métiers
  - id: logement
    titre: Logement
    actions:
      - numero: 2.1
        titre: Recenser les logements vacants
        moyens:
          - Réseau des acteurs (voir fiche action 1.1, Jeunesse)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.french.visible import one_line
from ctgkit.lint.facts.mentions import mentions
from ctgkit.lint.facts.words import nth
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Fiche

CODE = Code("CTG309", "renvoi-ambigu")
SEVERITY = Gravite.ALERTE

_SHOWN = 6


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The references to a number that several fiches have, none of them in the same axis."""
    for path, text, (numero, start, end, _lead), fiches in mentions(context):
        if len(fiches) > 1 and not _named(text, fiches):
            words = text[start:end]
            shown = fiches[:_SHOWN]
            addresses = " ou ".join(one_line(fiche.complete) for fiche in shown)
            yield Remark(
                path,
                f"{len(fiches)} fiches portent le numéro {numero}",
                f"nommez aussi le thème\u00a0: {addresses}{'…' if len(fiches) > _SHOWN else ''}",
                words=words,
                nth=nth(text, words, start),
                related=tuple(
                    ((*fiche.chemin, "numero"), f"la fiche {one_line(fiche.complete)}") for fiche in shown
                ),
            )


def _named(text: str, fiches: list[Fiche]) -> bool:
    """Whether the text names the axis of one of the fiches."""
    folded = fold(text)
    return any(fold(name) in folded for fiche in fiches for one in fiche.sections[:1] if (name := one.titre))
