"""Une action aurait dû commencer, et rien n'en a jamais été noté.

## Ce que la règle vérifie

Que, dans un plan dont le suivi est tenu, chaque action dont le calendrier dit qu'elle aurait dû
commencer a au moins une entrée de journal ou une mesure.

Le suivi est dit tenu quand plus de la moitié des fiches actions en ont une : un plan sans aucun suivi,
ou qui commence à peine le sien, n'est pas relevé. Une action qui doit commencer « à partir de 2026 »
n'est attendue qu'à la fin de 2026.

## Pourquoi

Dans le tableau du COPIL, les actions oubliées par le suivi sont celles dont on ne parle jamais.

## À éviter

```yaml
axes:
  - id: accueil
    titre: Accueil
    actions:
      - numero: 1.1
        titre: Ouvrir un café des parents
        calendrier: À partir de 2025
      - numero: 1.2
        titre: Ouvrir une ludothèque
        suivi:
          - date: 2026-03-10
            statut: en cours
      - numero: 1.3
        titre: Former les agents d'accueil
        suivi:
          - date: 2026-03-10
            statut: réalisée
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil
    actions:
      - numero: 1.1
        titre: Ouvrir un café des parents
        calendrier: À partir de 2025
        suivi:
          - date: 2026-06-02
            statut: à venir
            note: La salle ne sera libre qu'en octobre
      - numero: 1.2
        titre: Ouvrir une ludothèque
        suivi:
          - date: 2026-03-10
            statut: en cours
      - numero: 1.3
        titre: Former les agents d'accueil
        suivi:
          - date: 2026-03-10
            statut: réalisée
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.followup.alerts import passed
from ctgkit.french.dates import long_date
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG514", "jamais-suivie")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The actions that only the follow-up forgets."""
    actions = [one for one in context.followed if not one[1].nature.facts.promise]
    forgotten = [one for one in actions if not one[1].dite]
    if 2 * len(forgotten) >= len(actions):
        return
    for fiche, on in forgotten:
        start = on.calendrier.debut
        if start is not None and passed(start, context.today):
            yield Remark(
                (*fiche.chemin, "titre"),
                "rien n'est noté de cette action, "
                f"qui devait commencer le {long_date(start.dernier)} au plus tard",
                "ajoutez «\u00a0suivi:\u00a0» à la fiche, avec une première entrée qui dit où elle en est",
            )
