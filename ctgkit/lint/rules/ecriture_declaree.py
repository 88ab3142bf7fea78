"""Un nom n'est pas écrit comme l'annuaire le déclare.

## Ce que la règle vérifie

Que les pilotes, partenaires et financeurs déclarés sous `acteurs` sont écrits comme ils y sont
déclarés : mêmes accents, mêmes majuscules, même nombre, sans faute de frappe.

Un alias qui est un autre nom (un sigle, un nom plus long) s'emploie librement. Un alias qui n'est
que le `nom` écrit autrement (« Pole emploi » pour « Pôle Emploi ») est une variante à corriger. La
majuscule du premier mot ne compte pas.

## Pourquoi

L'annuaire dit quel nom employer : un seul nom par acteur rend le plan plus sûr à lire, à filtrer et
à comparer.

## À éviter

```yaml
acteurs:
  - id: mission-locale
    nom: Mission Locale
    alias: [MLJ, Mission locale]
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1.1
        titre: Aller vers les jeunes
        pilotes:
          - Mission locale
```

## Corrigé

```yaml
acteurs:
  - id: mission-locale
    nom: Mission Locale
    alias: [MLJ, Mission locale]
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1.1
        titre: Aller vers les jeunes
        pilotes:
          - Mission Locale
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG402", "ecriture-declaree")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The names that are spelt otherwise than the directory has them."""
    for name in context.names:
        meant = context.directory.meant(name.name)
        if meant is not None:
            yield Remark(
                name.path,
                f"«\u00a0{name.name}\u00a0» est déclaré sous le nom «\u00a0{meant}\u00a0»",
                f"écrivez «\u00a0{meant}\u00a0», comme sous «\u00a0acteurs\u00a0»",
                words=name.name,
                nth=name.nth,
                replacement=meant,
            )
