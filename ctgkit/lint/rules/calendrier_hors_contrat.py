"""Une date de calendrier tombe hors de la convention.

## Ce que la règle vérifie

Que chaque date d'un calendrier, de fiche ou d'étape, peut tomber pendant la convention, du premier
au dernier jour de `periode`. Une date aussi large que « fin 2028 » n'est hors de la convention que si
tous ses jours le sont.

Une action commencée avant la convention et qui se poursuit est ordinaire, et n'est pas relevée :

- si la fiche porte `origine: engagée` ; ses étapes passées non plus ne le sont pas ;
- si la fiche ne dit pas son origine et que le calendrier dit « Depuis 2023 », ou une fin qui tombe
  pendant la convention ou plus tard (« 2023-2026 »).

Si elle porte `origine: nouvelle`, rien n'explique qu'elle commence avant.

## Pourquoi

C'est souvent une faute de frappe, ou une date recopiée de la convention précédente. L'action paraît
alors en retard, ou finie, dès le premier jour.

## À éviter

```yaml
titre: Ouvrir un lieu d'accueil enfants-parents
origine: nouvelle
calendrier: À partir de 2022
```

## Corrigé

```yaml
titre: Ouvrir un lieu d'accueil enfants-parents
origine: nouvelle
calendrier: À partir de 2026
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.dates import period as words_of
from ctgkit.lint.facts.calendars import by_fiche
from ctgkit.lint.facts.parts import UNDER_WAY
from ctgkit.lint.facts.words import nth
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.facts.calendars import CalendarAt
    from ctgkit.lint.rule import NoOptions
    from ctgkit.schedule import Contract, Period

CODE = Code("CTG502", "calendrier-hors-contrat")
SEVERITY = Gravite.ALERTE

_PROLONGED = "corrigez la date, ou «\u00a0periode:\u00a0» si un avenant a prolongé la convention"
_GOES_ON = "corrigez la date, ou dites jusqu'à quand l'action se poursuit"
_UNDER_WAY = f"corrigez la date\u00a0; {UNDER_WAY}"


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The dates of calendars that no day of the contract can be."""
    for calendars in by_fiche(context.calendars).values():
        goes_on = any(
            not _ends_before(period, one.lecture.contract)
            for one in calendars
            for period in one.lecture.periods
        )
        for one in calendars:
            for period in one.lecture.periods:
                yield from _remarks(one, period, goes_on=goes_on)


def _remarks(one: CalendarAt, period: Period, *, goes_on: bool) -> Iterator[Remark]:
    contract, noun = one.lecture.contract, one.part.noun
    span = words_of(contract.debut, contract.fin)
    start, end = period.start, period.end
    origine = one.part.fiche.action.origine
    if start is not None and start.premier > contract.fin:
        yield _remark(
            one, period, "debut", f"{noun} commencerait après la fin de la convention ({span})", _PROLONGED
        )
        return
    if _ends_before(period, contract):
        engaged = origine is not None and origine.facts.begun
        if not (engaged and goes_on):
            message = f"{noun} finirait avant le début de la convention ({span})"
            yield _remark(one, period, "fin", message, _GOES_ON if engaged else _UNDER_WAY)
        return
    if start is not None and start.dernier < contract.debut and not _under_way(one, period):
        said = f", alors que la fiche est dite {origine.one}" if origine and not origine.facts.begun else ""
        message = f"{noun} commencerait avant la convention ({span}){said}"
        yield _remark(one, period, "debut", message, _UNDER_WAY)
    if end is not None and end.premier > contract.fin:
        yield _remark(
            one, period, "fin", f"{noun} finirait après la fin de la convention ({span})", _PROLONGED
        )


def _ends_before(period: Period, contract: Contract) -> bool:
    return period.end is not None and period.end.dernier < contract.debut


def _under_way(one: CalendarAt, period: Period) -> bool:
    """Whether what starts before the contract is said to be under way when it starts."""
    origine = one.part.fiche.action.origine
    if origine is None:
        return period.end is not None or period.begun
    return origine.facts.begun


def _remark(one: CalendarAt, period: Period, side: str, message: str, hint: str) -> Remark:
    """At the exact day that settles this side, or at the words that say it."""
    if getattr(one.calendrier, side) is not None:
        return Remark((*one.path, side), message, hint)
    words = period.words
    rank = nth(one.calendrier.texte, words.text, words.offset)
    return Remark((*one.path, "texte"), message, hint, words.text, rank)
