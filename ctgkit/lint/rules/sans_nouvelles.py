"""Une action en cours n'a pas donné de nouvelles depuis plus d'un an.

## Ce que la règle vérifie

Que chaque action suivie, et qui n'est ni réalisée ni abandonnée, a une entrée de journal ou une
mesure, la sienne ou celle d'une étape, datée d'un an au plus. Une action `à venir` n'a à en donner
que si son calendrier dit qu'elle aurait dû commencer.

Une fiche qui n'a aucun journal n'est pas relevée ici, mais par `jamais-suivie` si les autres en ont
un. Après la fin de la convention, l'année compte à rebours de cette fin.

## Pourquoi

Le COPIL se réunit à peu près chaque année : une action dont rien n'est dit depuis le précédent est
peut-être arrêtée sans que personne ne l'ait décidé.

## À éviter

```yaml
titre: Ouvrir un café des parents
calendrier: À partir de 2025
suivi:
  - date: 2025-03-04
    statut: en cours
    note: Une salle est trouvée
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
calendrier: À partir de 2025
suivi:
  - date: 2025-03-04
    statut: en cours
    note: Une salle est trouvée
  - date: 2026-05-12
    note: Le café ouvre un mercredi sur deux
```

## Options

- `mois` : le nombre de mois de silence que l'on admet (12 à défaut).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.lint.calendars import by_part, overdue_start
from ctgkit.lint.parts import months_before, news_of, parts_of
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.calendars import CalendarAt
    from ctgkit.lint.context import Context
    from ctgkit.plan import Fiche
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG510", "sans-nouvelles")
SEVERITY = Gravite.ALERTE


@dataclass(frozen=True)
class Options:
    """How long an action may be silent."""

    mois: int = 12


def check(context: Context, options: Options) -> Iterator[Remark]:
    """The actions under way whose last news are old."""
    limit = months_before(min(context.today, context.plan.periode.fin), options.mois)
    calendars = by_part(context.calendars)
    for fiche in context.fiches:
        if fiche.action.nature != "action" or not any(part.what.suivi for part in parts_of(fiche)):
            continue
        news = news_of(fiche, context.today)
        if not news:
            continue
        last, path = max(news, key=lambda one: one.day)
        if last < limit and _under_way(fiche, calendars, context.today):
            yield Remark(
                (*path, "date"),
                f"aucune nouvelle de cette action depuis le {long_date(last)}",
                "ajoutez au journal une entrée qui dit où elle en est",
            )


def _under_way(fiche: Fiche, calendars: Mapping[Path, list[CalendarAt]], today: date) -> bool:
    """Whether the action, or one of its steps where only these have a status, is not over and began."""
    itself, *steps = parts_of(fiche)
    judged = steps if itself.statut(today) is None and steps else [itself]
    for part in judged:
        statut = part.statut(today)
        if statut in {"en cours", "en pause", "bloquée"}:
            return True
        if statut in {None, "à venir"} and overdue_start(calendars[part.path], today) is not None:
            return True
    return False
