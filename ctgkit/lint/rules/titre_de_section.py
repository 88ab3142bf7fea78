"""Une fiche répète le titre de son objectif au lieu d'avoir le sien.

## Ce que la règle vérifie

Que le titre d'une fiche n'est pas celui d'un objectif, d'un enjeu ou d'un axe au-dessus d'elle, aux
majuscules, aux accents et à la ponctuation près. Un thème qui n'a qu'une fiche peut porter son nom.

## Pourquoi

L'objectif dit pourquoi, l'action dit quoi. Quand les fiches reprennent le titre de l'objectif, le
sommaire ne dit plus ce qui sera fait, et l'on ne distingue plus deux fiches du même objectif.

## À éviter

```yaml
axes:
  - id: petite-enfance
    titre: Petite enfance
    objectifs:
      - numero: 1
        titre: Faciliter l'accès à un mode d'accueil
        actions:
          - numero: 1.1
            titre: FACILITER L'ACCES A UN MODE D'ACCUEIL
          - numero: 1.2
            titre: Former les assistantes maternelles
```

## Corrigé

```yaml
axes:
  - id: petite-enfance
    titre: Petite enfance
    objectifs:
      - numero: 1
        titre: Faciliter l'accès à un mode d'accueil
        actions:
          - numero: 1.1
            titre: Ouvrir un accueil itinérant dans quatre communes
          - numero: 1.2
            titre: Former les assistantes maternelles
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.titles import repeated_section
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG404", "titre-de-section")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The fiches whose title is that of a section above."""
    for fiche in context.fiches:
        above = repeated_section(fiche)
        if above is not None:
            yield Remark(
                (*fiche.chemin, "titre"),
                "la fiche répète le titre au-dessus d'elle au lieu de dire ce qu'elle fait",
                "donnez à la fiche son propre titre\u00a0: un verbe, et ce qui sera fait",
                related=((above, "le même titre, plus haut"),),
            )
