"""Les dates de fiches qui se suivent vont de jour en jour, comme un tableur les recopie.

## Ce que la règle vérifie

Que trois fiches de suite au moins n'ont pas, au même endroit, des dates d'un jour de plus à chaque fois :
01/09/2026, 02/09/2026, 03/09/2026. Sont comparés le début et la fin des calendriers, et les dates des
indicateurs ; celles du suivi aussi, s'il y en a cinq de suite : on peut l'avoir tenu chaque jour.

## Pourquoi

Quand on étire vers le bas une cellule qui contient une date, un tableur n'écrit pas la même : il ajoute
un jour à chaque ligne. La première est sans doute la bonne, et les autres fiches ont une échéance que
personne n'a voulue.

## À éviter

```yaml
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1
        titre: Ouvrir un local jeunes
        calendrier: 01/09/2026
      - numero: 2
        titre: Créer un forum des métiers
        calendrier: 02/09/2026
      - numero: 3
        titre: Former les animateurs
        calendrier: 03/09/2026
```

## Corrigé

```yaml
axes:
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 1
        titre: Ouvrir un local jeunes
        calendrier: 01/09/2026
      - numero: 2
        titre: Créer un forum des métiers
        calendrier: 01/09/2026
      - numero: 3
        titre: Former les animateurs
        calendrier: 01/09/2026
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.dates import long_date
from ctgkit.lint.facts.calendars import by_part
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.plan.suivi import est_suivi
from ctgkit.schedule import read
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.facts.calendars import CalendarAt
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Fiche
    from ctgkit.plan.reading.nodes import Path
    from ctgkit.schedule import Lecture

CODE = Code("CTG517", "dates-recopiees")
SEVERITY = Gravite.ALERTE

_FEW, _MANY = 3, 5  #: how many in a row are no chance: of the contract, of the follow-up
_DAY = timedelta(days=1)


class _Dated(NamedTuple):
    """A day that a fiche says, and where."""

    rank: int  #: of the fiche
    day: date
    path: Path


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each run of fiches whose dates of one place go up by a day; once where start and end do."""
    calendars = by_part(context.calendars)
    places: dict[Path, list[_Dated]] = defaultdict(list)
    for rank, fiche in enumerate(context.fiches):
        for where, day, path in [*_calendar_days(calendars.get(fiche.chemin, [])), *_days(fiche)]:
            places[where].append(_Dated(rank, day, path))
    told: set[tuple[Path, ...]] = set()
    for dated in places.values():
        for run in _runs(dated):
            fiches = tuple(context.fiches[one.rank].chemin for one in run)
            if len(run) >= (_MANY if est_suivi(run[0].path) else _FEW) and fiches not in told:
                told.add(fiches)
                yield _remark(run)


def _calendar_days(calendars: list[CalendarAt]) -> Iterator[tuple[Path, date, Path]]:
    """The days at which the calendars of a fiche start and end, where they say a day."""
    for rank, one in enumerate(calendars):
        lecture = _with_year(one.lecture)
        for nth, period in enumerate(lecture.periods):
            for side, key, bound in (("start", "debut", period.start), ("end", "fin", period.end)):
                if bound is not None and bound.premier == bound.dernier:
                    settled = getattr(one.calendrier, key) is not None
                    yield (
                        ("calendrier", rank, nth, side),
                        bound.premier,
                        (*one.path, key if settled else "texte"),
                    )


def _with_year(lecture: Lecture) -> Lecture:
    """A calendar that lacks only a year, as if it said that in which the convention starts."""
    if not lecture.periods and any(unread.reason.facts.lacks_year for unread in lecture.unread):
        return read(f"{lecture.text}/{lecture.contract.debut.year}", lecture.contract)
    return lecture


def _days(fiche: Fiche) -> Iterator[tuple[Path, date, Path]]:
    """The days of the indicators and of the journal of a fiche."""
    found: list[tuple[Path, date]] = []
    for rank, indicateur in enumerate(fiche.action.indicateurs):
        at: Path = ("indicateurs", rank)
        found += [((*at, "reference", "date"), indicateur.reference.date)] if indicateur.reference else []
        found += [((*at, "cible", "date"), indicateur.cible.date)] if indicateur.cible else []
        found += [((*at, "mesures", nth, "date"), one.date) for nth, one in enumerate(indicateur.mesures)]
    found += [(("suivi", nth, "date"), entree.date) for nth, entree in enumerate(fiche.action.suivi)]
    return ((path, day, (*fiche.chemin, *path)) for path, day in found)


def _runs(dated: list[_Dated]) -> Iterator[list[_Dated]]:
    """The longest runs of fiches in a row whose days go up one by one."""
    run: list[_Dated] = dated[:1]
    for before, one in pairwise(dated):
        if (one.rank, one.day) == (before.rank + 1, before.day + _DAY):
            run.append(one)
        else:
            yield run
            run = [one]
    yield run


def _remark(run: list[_Dated]) -> Remark:
    first, last = run[0], run[-1]
    return Remark(
        first.path,
        f"les dates de {len(run)} fiches qui se suivent vont de jour en jour, du {long_date(first.day)} au "
        f"{long_date(last.day)}\u00a0: un tableur les a sans doute recopiées",
        f"si la première est la bonne, écrivez le {long_date(first.day)} aux autres fiches",
        related=tuple((one.path, f"le {long_date(one.day)}") for one in run[1:]),
    )
