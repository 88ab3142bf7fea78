"""On ne comprend pas quand une action ou une étape a lieu.

## Ce que la règle vérifie

Que les dates de chaque calendrier se comprennent, dans les mots du document : « À partir de 2026 »,
« 2nd semestre 2026 », « Dernier trimestre 2025 », « 2025-2027 », « Tout au long de la CTG », « De
mars à juin 2026 », « Démarrage : septembre 2026 », « 2026 (à confirmer) »… Ce que la phrase dit de
l'action est libre : « 2026 : lancement du recensement ».

Ne se comprennent pas : un mois ou une saison sans année, une année en deux chiffres, un jour qui
n'existe pas, une période qui finit avant de commencer, une durée dont on ne connaît pas le début, une
année comptée depuis une autre qui n'est pas dite (« N+1 »), une date qui semble celle d'autre chose
(« PRS 2023-2028 », « Sous réserve des crédits 2026 »), une date où rien n'a lieu (« Pas de réalisation
en 2026 »), un abandon, un report sans nouvelle date, une phrase sans aucune date.

Un calendrier dont les dates sont fixées par `debut` ou `fin` n'est pas relu. S'il y a plusieurs
lignes, il suffit que l'une d'elles dise quand, ou combien de fois ; une année citée en passant (« sous
réserve du budget 2026 ») ne gêne pas si une autre date se comprend. Dans ce qui revient (« Chaque année
en octobre »), un mois se passe d'année.

## Pourquoi

Une date que l'on ne comprend pas ne figure ni dans la frise, ni dans les retards : l'action disparaît
du point fait au COPIL.

## À éviter

```yaml
titre: Ouvrir un café des parents
calendrier: À la rentrée
```

```yaml
titre: Ouvrir un café des parents
calendrier: Selon la disponibilité des salles
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
calendrier: À la rentrée 2026
```

```yaml
titre: Ouvrir un café des parents
calendrier:
  texte: Selon la disponibilité des salles
  debut: 2026-09-01
  fin: 2026-12-31
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.visible import one_line
from ctgkit.lint.facts.calendars import by_part
from ctgkit.lint.facts.words import nth
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.schedule import proposal
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.facts.calendars import CalendarAt
    from ctgkit.lint.rule import NoOptions
    from ctgkit.schedule import Unread

CODE = Code("CTG501", "calendrier-incompris")
SEVERITY = Gravite.ALERTE

_YEAR = re.compile("(?:19|20)[0-9]{2}")


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The words of calendars that look like a date, or should, and are not read as one."""
    periode = context.plan.periode
    year = min(max(context.today, periode.debut), periode.fin).year
    for calendars in by_part(context.calendars).values():
        said = any(one.lecture.periods for one in calendars)
        for one in calendars:
            for unread in one.lecture.unread:
                if not (said and unread.reason.facts.moot):
                    yield _remark(one, unread, year)


def _remark(one: CalendarAt, unread: Unread, year: int) -> Remark:
    words = unread.words
    facts = unread.reason.facts
    if facts.own_year and (own := _YEAR.search(words.text)) is not None:
        year = int(own[0])
    message, hint = (saying.format(noun=one.part.noun, year=year) for saying in (facts.wrong, facts.mend))
    if (written := proposal(one.lecture, unread, year)) is not None:
        other = ", ou l'année qui convient" if facts.lacks_year else ""
        hint = f"écrivez «\u00a0{one_line(written)}\u00a0»{other}"
    rank = nth(one.calendrier.texte, words.text, words.offset)
    return Remark((*one.path, "texte"), message, hint, words.text, rank)
