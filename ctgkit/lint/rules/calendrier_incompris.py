"""On ne comprend pas quand une action ou une étape a lieu.

## Ce que la règle vérifie

Que les dates de chaque calendrier se comprennent, dans les mots du document : « À partir de 2026 »,
« 2nd semestre 2026 », « Dernier trimestre 2025 », « 2025-2027 », « Tout au long de la CTG », « De
mars à juin 2026 »… Le reste de la phrase est libre : « 2026 : lancement du recensement ».

Ne se comprennent pas : un mois ou une saison sans année, une année en deux chiffres, un jour qui
n'existe pas, une période qui finit avant de commencer, une durée dont on ne connaît pas le début, une
année comptée depuis une autre qui n'est pas dite (« N+1 »), une date qui semble celle d'autre chose, une
phrase sans aucune date.

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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.visible import one_line
from ctgkit.lint.calendars import by_part
from ctgkit.lint.remark import Remark
from ctgkit.lint.words import nth
from ctgkit.plan.finding import Code, Severity
from ctgkit.schedule import read

if TYPE_CHECKING:
    from ctgkit.lint.calendars import CalendarAt
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.schedule import Unread

CODE = Code("CTG501", "calendrier-incompris")
SEVERITY: Severity = "warning"

_SETTLE = "ou fixez les dates par «\u00a0texte:\u00a0», «\u00a0debut:\u00a0» et «\u00a0fin:\u00a0»"

#: What may make a date of words that lack a year.
_WITH_YEAR = ("{words} {year}", "{words}/{year}", "{words} {year}-{next}")

#: For each reason of :mod:`ctgkit.schedule`: what is wrong, and what to write. `{noun}` is what has the
#: calendar, `{year}` a year of the contract.
_SAYINGS = {
    "rien": (
        "ce calendrier ne dit pas quand {noun} a lieu",
        "écrivez par exemple «\u00a0À partir de {year}\u00a0» ou «\u00a02nd semestre {year}\u00a0», "
        + _SETTLE,
    ),
    "sans_annee": (
        "il manque l'année",
        "écrivez par exemple «\u00a0Mars {year}\u00a0» ou «\u00a02nd semestre {year}\u00a0», " + _SETTLE,
    ),
    "annee_courte": (
        "l'année n'a que deux chiffres",
        "écrivez l'année en quatre chiffres, comme «\u00a0{year}\u00a0»",
    ),
    "impossible": (
        "ce jour n'existe pas, la période finit avant de commencer, ou deux dates se contredisent",
        "corrigez la date, " + _SETTLE,
    ),
    "ambigu": ("plusieurs dates sont possibles", "écrivez laquelle, " + _SETTLE),
    "duree": (
        "cette durée ne dit pas de quand à quand",
        "écrivez le début et la fin, par exemple «\u00a0De janvier à juin {year}\u00a0», " + _SETTLE,
    ),
    "relatif": (
        "rien ne dit à partir de quand cela se compte",
        "écrivez l'année, par exemple «\u00a0{year}\u00a0», ou «\u00a02e année de la CTG\u00a0»",
    ),
    "reference": (
        "cette année semble celle d'autre chose, et rien d'autre ne dit quand {noun} a lieu",
        "écrivez par exemple «\u00a0À partir de {year}\u00a0», " + _SETTLE,
    ),
    "evenement": (
        "cette date semble celle d'un autre événement, et non de {noun}",
        "écrivez par exemple «\u00a0À partir de {year}\u00a0», " + _SETTLE,
    ),
    "sans_fin": (
        "rien ne dit jusqu'à quand {noun} continue",
        "écrivez l'année où cela finit, " + _SETTLE,
    ),
    "exclusion": (
        "cette exception n'est pas comprise\u00a0: {noun} aurait lieu à ces dates aussi",
        "écrivez une à une les périodes où {noun} a lieu",
    ),
}


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The words of calendars that look like a date, or should, and are not read as one."""
    periode = context.plan.periode
    year = min(max(context.today, periode.debut), periode.fin).year
    for calendars in by_part(context.calendars).values():
        said = any(one.lecture.periods for one in calendars)
        for one in calendars:
            for unread in one.lecture.unread:
                if not (said and unread.reason in {"rien", "reference"}):
                    yield _remark(one, unread, year)


def _remark(one: CalendarAt, unread: Unread, year: int) -> Remark:
    words = unread.words
    message, hint = (saying.format(noun=one.part.noun, year=year) for saying in _SAYINGS[unread.reason])
    if unread.reason == "sans_annee" and (dated := _with_year(one_line(words.text), year, one)):
        hint = f"écrivez «\u00a0{dated}\u00a0», ou l'année qui convient"
    rank = nth(one.calendrier.texte, words.text, words.offset)
    return Remark((*one.path, "texte"), message, hint, words.text, rank)


def _with_year(words: str, year: int, one: CalendarAt) -> str | None:
    """The words with a year, if that is a date: `15/03/2026`, but not `semestre 2026`."""
    for pattern in _WITH_YEAR:
        dated = pattern.format(words=words, year=year, next=year + 1)
        if read(dated, one.lecture.contract).understood:
            return dated
    return None
