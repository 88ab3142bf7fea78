"""Une action en cours n'a pas donné de nouvelles depuis plus d'un an.

## Ce que la règle vérifie

Que chaque fiche `en cours`, `en pause` ou `bloquée` a une entrée de journal ou une mesure, la sienne
ou celle d'une étape, datée d'un an au plus : celles dont `ctg status` et le rapport au COPIL disent
qu'elles sont sans nouvelles. Une autre n'a à en donner que si elle est en retard pour démarrer.

Une fiche dont rien n'a jamais été noté n'est pas relevée ici, mais par `jamais-suivie` si les autres
sont suivies. Après la fin de la convention, l'année compte à rebours de cette fin.

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

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctgkit.followup import SILENCE
from ctgkit.followup.alerts import silent
from ctgkit.followup.news import last_of, news_of
from ctgkit.followup.state import first_day
from ctgkit.french.dates import long_date
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.followup import FicheState
    from ctgkit.lint.context import Context

CODE = Code("CTG510", "sans-nouvelles")
SEVERITY = Gravite.ALERTE


@dataclass(frozen=True)
class Options:
    """How long an action may be silent."""

    mois: int = SILENCE


def check(context: Context, options: Options) -> Iterator[Remark]:
    """The fiches whose last news are old, of those that should give some."""
    state = context.state_after(options.mois)
    day = min(context.today, state.fin)
    for fiche, on in zip(context.fiches, state.fiches, strict=True):
        last = last_of(news_of(fiche, first_day(context.plan), context.today))
        if last is not None and silent(last.day, day, options.mois) and _awaited(on):
            yield Remark(
                (*last.path, "date"),
                f"aucune nouvelle de {on.nature.facts.this} depuis le {long_date(last.day)}",
                "ajoutez au journal une entrée qui dit où elle en est",
            )


def _awaited(on: FicheState) -> bool:
    """Whether a fiche should give news: it said that it is under way, or it is late to start."""
    late = CodeAlerte.DEMARRAGE_EN_RETARD
    return (
        CodeAlerte.SANS_NOUVELLES in on.codes
        or late in on.codes
        or any(late in one.codes for one in on.etapes)
    )
