"""Une fiche ne dit pas quand elle a lieu.

## Ce que la règle vérifie

Que chaque fiche a un calendrier, dans les mots du document. Une action découpée en étapes peut s'en
passer si chacune de ses étapes a le sien, celles qui sont abandonnées mises à part. Une fiche
d'engagement en a besoin comme les autres : promettre d'écrire des actions n'engage à rien sans dire
quand.

Si aucune fiche du plan n'a de calendrier, la règle le dit une seule fois, pour tout le plan.

## Pourquoi

Sans calendrier, une action n'est jamais en retard : elle ne figure ni dans la frise, ni parmi les
points à voir en COPIL.

## À éviter

```yaml
titre: Étudier l'ouverture d'une ludothèque
pilotes:
  - Service enfance
```

## Corrigé

```yaml
titre: Étudier l'ouverture d'une ludothèque
pilotes:
  - Service enfance
calendrier: 2e semestre 2026
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.agreement import count, plural
from ctgkit.lint.facts.lacking import remarks, undated_steps
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.remark import Remark
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG305", "sans-calendrier")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The fiches that say nothing of when."""
    found = remarks(
        context,
        "calendrier",
        "cette fiche ne dit pas quand elle a lieu",
        "aucune des {} fiches ne dit quand elle a lieu",
    )
    partly = {fiche.chemin: undated_steps(fiche.action, state) for fiche, state in context.followed}
    for remark in found:
        without, of = partly.get(remark.path[:-1], (0, 0))
        if without == of:
            yield remark
            continue
        says = plural(without, "ne dit pas quand elle a lieu", "ne disent pas quand elles ont lieu")
        yield remark._replace(
            message=f"{count(without, 'étape')} sur {of} de cette fiche {says}",
            hint="ajoutez «\u00a0calendrier:\u00a0» à chaque étape, ou à la fiche",
        )
