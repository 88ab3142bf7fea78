"""Deux fiches ont le même titre.

## Ce que la règle vérifie

Que chaque titre de fiche n'est employé qu'une fois dans le plan, aux majuscules, aux accents et à la
ponctuation près. Une fiche qui reprend le titre de son objectif relève de CTG404.

## Pourquoi

Dans un sommaire, un tableau de suivi ou un ordre du jour, on ne sait pas de laquelle il s'agit. Deux
fiches identiques sont souvent un copier-coller resté en chemin.

## À éviter

```yaml
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1.1
        titre: Aller vers les jeunes
      - numero: 1.2
        titre: Aller vers les jeunes
```

## Corrigé

```yaml
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1.1
        titre: Aller vers les jeunes dans les collèges
      - numero: 1.2
        titre: Aller vers les jeunes sur les réseaux sociaux
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.titles import repeated_section
from ctgkit.lint.facts.writing import folded_words
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Fiche

CODE = Code("CTG405", "titre-repete")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The fiches whose title is that of one before."""
    first: dict[tuple[str, ...], Fiche] = {}
    for fiche in context.fiches:
        title = folded_words(fiche.action.titre)
        before = first.setdefault(title, fiche)
        if title and before is not fiche and repeated_section(fiche) is None:
            yield Remark(
                (*fiche.chemin, "titre"),
                f"la fiche {before.adresse} a déjà ce titre",
                "dites en quoi les deux fiches diffèrent, ou n'en gardez qu'une",
                related=(((*before.chemin, "titre"), f"la fiche {before.adresse}"),),
            )
