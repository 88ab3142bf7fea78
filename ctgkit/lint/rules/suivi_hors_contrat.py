"""Une date du suivi tombe loin hors de la convention.

## Ce que la règle vérifie

Que les dates du suivi tombent pendant la convention, avec la tolérance qu'il faut à chacune :

- une entrée de journal ou une mesure : du début de la convention (ou de la signature, si elle est
  plus tôt) à un an après la fin, le temps du bilan. Une action `engagée` peut en avoir d'avant ;
- une cible : pas avant le début ; après la fin, elle est admise ;
- un avenant : de la signature (à défaut, du début) à la fin ;
- un COPIL : d'un an avant le début à un an après la fin.

Une date à venir, que `date-a-venir` relève déjà, ne l'est pas deux fois. La valeur de départ
(`reference`) d'un indicateur peut être d'avant la convention.

## Pourquoi

C'est souvent une année mal tapée, ou un suivi recopié de la convention précédente.

## À éviter

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2016-03-04
    statut: en cours
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
suivi:
  - date: 2026-03-04
    statut: en cours
```

## Options

- `mois` : le nombre de mois, avant et après, où l'on admet un COPIL, et, après, une entrée ou une
  mesure (12 à défaut).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.followup.alerts import later
from ctgkit.followup.members import signed_begun
from ctgkit.french.dates import period
from ctgkit.lint.facts.parts import UNDER_WAY, parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG506", "suivi-hors-contrat")
SEVERITY = Gravite.ALERTE

_PROLONGED = "corrigez la date, ou «\u00a0periode:\u00a0» si un avenant a prolongé la convention"
_COPIL = "ce COPIL"
_WRONG = "corrigez la date"
_UNDER_WAY = f"corrigez la date\u00a0; {UNDER_WAY}"
_START = "corrigez la date\u00a0; une valeur de départ s'écrit sous «\u00a0reference:\u00a0»"


@dataclass(frozen=True)
class Options:
    """How far outside the contract its follow-up may be."""

    mois: int = 12


class _Dated(NamedTuple):
    """A day of the follow-up, the first and the last that it may be, and what to do before the first."""

    path: Path
    day: date
    noun: str
    first: date
    last: date
    before: str = _WRONG


def check(context: Context, options: Options) -> Iterator[Remark]:
    """The days of the follow-up that are too early or too late to be of this contract."""
    periode = context.plan.periode
    span = period(periode.debut, periode.fin)
    for one in _dated(context, options.mois):
        if one.day < one.first:
            message = f"{one.noun} est d'avant la convention ({span})"
            yield Remark((*one.path, "date"), message, one.before)
        elif one.day > one.last and (one.day <= context.today or one.noun == _COPIL):
            message = f"{one.noun} est d'après la convention ({span})"
            yield Remark((*one.path, "date"), message, _PROLONGED)


def _dated(context: Context, months: int) -> Iterator[_Dated]:
    plan = context.plan
    debut, fin = plan.periode.debut, plan.periode.fin
    signed = plan.signature or debut
    first, last = min(signed, debut), later(fin, months)
    for rank, copil in enumerate(plan.copils):
        yield _Dated(("copils", rank), copil.date, _COPIL, later(debut, -months), last)
    for rank, avenant in enumerate(plan.avenants):
        yield _Dated(("avenants", rank), avenant.date, "cet avenant", signed, fin)
    for part in parts(context.fiches):
        own = date.min if signed_begun(part.fiche.action) else first
        for path, entree in part.journal():
            yield _Dated(path, entree.date, "cette entrée", own, last, _UNDER_WAY)
        for path, indicateur in part.indicateurs():
            if indicateur.cible is not None:
                yield _Dated((*path, "cible"), indicateur.cible.date, "cette cible", debut, date.max)
            for rank, mesure in enumerate(indicateur.mesures):
                yield _Dated((*path, "mesures", rank), mesure.date, "cette mesure", own, last, _START)
