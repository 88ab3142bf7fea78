"""Une fiche d'engagement attend toujours ses actions, alors que sa date est passée.

## Ce que la règle vérifie

Qu'une fiche d'engagement (`nature: engagement`) a été suivie d'actions une fois sa date passée : au
moins une fiche action sous la même section, à quelque niveau que ce soit. La date est la fin de son
calendrier, jusqu'au dernier jour compris ; à défaut, la fin de la convention.

Un engagement que son journal dit `réalisée` ou `abandonnée` n'attend plus rien.

## Pourquoi

L'engagement a été signé : le COPIL doit savoir qu'il n'est pas tenu, et pourquoi.

## À éviter

```yaml
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - titre: Écrire avec les jeunes un plan d'actions jeunesse
        nature: engagement
        calendrier: 2nd semestre 2025
```

## Corrigé

```yaml
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil de jeunes itinérant
      - numero: 1.2
        titre: Créer une bourse aux projets
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.followup.alerts import passed
from ctgkit.french.dates import long_date
from ctgkit.lint.facts.calendars import by_fiche
from ctgkit.lint.facts.words import nth
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite
from ctgkit.vocabulary.statut import facts_of

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.facts.calendars import CalendarAt
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Fiche
    from ctgkit.schedule import Bound, Words

CODE = Code("CTG503", "engagement-en-attente")
SEVERITY = Gravite.ALERTE

_HINT = (
    "ajoutez les fiches actions que l'avenant a signées, ou notez au journal («\u00a0suivi:\u00a0») "
    "ce que l'engagement devient"
)


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The engagements that nothing followed, after their date."""
    calendars = by_fiche(context.calendars)
    followed = {
        above
        for fiche, on in context.followed
        if not on.nature.facts.promise
        for above in (fiche.lieu, *(fiche.lieu[:end] for end in range(2, len(fiche.lieu), 2)))
    }
    for fiche, on in context.followed:
        awaited = on.nature.facts.promise and not facts_of(on.statut).closed
        if awaited and fiche.lieu not in followed:
            yield from _remarks(context, fiche, on.calendrier.fin, calendars[fiche.chemin])


def _remarks(
    context: Context, fiche: Fiche, end: Bound | None, calendars: list[CalendarAt]
) -> Iterator[Remark]:
    """What to say of an engagement that nothing followed, once its date has passed."""
    if end is None:
        last = context.plan.periode.fin
        if last < context.today:
            message = (
                f"la convention a pris fin le {long_date(last)}, et cet engagement n'a donné aucune action"
            )
            yield Remark((*fiche.chemin, "titre"), message, _HINT)
    elif passed(end, context.today):
        one, words = _where(end, calendars)
        day = long_date(end.dernier)
        message = f"cet engagement attend toujours ses actions, promises pour le {day} au plus tard"
        rank = nth(one.calendrier.texte, words.text, words.offset)
        yield Remark((*one.path, "texte"), message, _HINT, words.text, rank)


def _where(end: Bound, calendars: list[CalendarAt]) -> tuple[CalendarAt, Words]:
    """The first of some calendars that says an end, and the words that do."""
    return next(
        (one, period.words) for one in calendars for period in one.lecture.periods if period.end == end
    )
