"""Un axe ou un objectif n'a aucune fiche.

## Ce que la règle vérifie

Que sous chaque section, à quelque niveau que ce soit, il y a au moins une fiche. Une section dont un
niveau supérieur porte une fiche d'engagement est laissée : ses actions restent à écrire. Un axe vide
n'est dit qu'une fois, et non pour chacun de ses objectifs.

## Pourquoi

Le document annonce un objectif et ne dit rien de ce qui sera fait pour l'atteindre. Souvent une fiche a
été déplacée, et l'objectif est resté.

## À éviter

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    objectifs:
      - numero: 1.1
        titre: Diversifier l'accueil
        actions:
          - numero: 1.1.1
            titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Soutenir les professionnels
```

## Corrigé

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    objectifs:
      - numero: 1.1
        titre: Diversifier l'accueil
        actions:
          - numero: 1.1.1
            titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Soutenir les professionnels
        actions:
          - numero: 1.2.1
            titre: Organiser des temps d'échange
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite
from ctgkit.vocabulary.nature import NatureAction

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Section
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG320", "section-sans-fiche")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The outermost sections with no fiche below."""
    full = {fiche.chemin[:end] for fiche in context.fiches for end in range(2, len(fiche.chemin) - 1, 2)}
    for rank, axe in enumerate(context.plan.axes):
        yield from _empty(("axes", rank), axe, full)


def _empty(path: Path, section: Section, full: set[Path]) -> Iterator[Remark]:
    if path not in full:
        yield Remark(
            (*path, "titre"),
            "il n'y a aucune fiche sous ce titre",
            "ajoutez «\u00a0actions:\u00a0» avec une fiche, "
            f"fût-elle «\u00a0nature: {NatureAction.ENGAGEMENT}\u00a0»",
        )
    elif not any(action.nature.facts.promise for action in section.actions):
        for rank, below in enumerate(section.objectifs):
            yield from _empty((*path, "objectifs", rank), below, full)
