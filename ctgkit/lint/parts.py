"""What has a calendar and a journal of its own: fiches and their steps."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ctgkit.plan import Action, EntreeSuivi, Etape, Fiche, Indicateur
    from ctgkit.plan.reading.nodes import Path
    from ctgkit.vocabulary.statut import Statut


class EntryAt(NamedTuple):
    """An entry of a journal, and where it stands."""

    path: Path
    entree: EntreeSuivi


class News(NamedTuple):
    """Something that was noted of a fiche: an entry or a measure."""

    day: date
    path: Path


class Part(NamedTuple):
    """A fiche or one of its steps."""

    path: Path
    fiche: Fiche
    what: Action | Etape

    @property
    def noun(self) -> str:
        """What French calls it, with its article."""
        if len(self.path) > len(self.fiche.chemin):
            return "l'étape"
        return "l'action" if self.fiche.action.nature == "action" else "l'engagement"

    def journal(self) -> list[EntryAt]:
        """Its entries, oldest first; those of one day in the order of the file."""
        entries = [
            EntryAt((*self.path, "suivi", rank), entree) for rank, entree in enumerate(self.what.suivi)
        ]
        return sorted(entries, key=lambda one: one.entree.date)

    def statut(self, day: date) -> Statut | None:
        """The last status that the entries up to that day say, that day included."""
        said = [one.entree.statut for one in self.journal() if one.entree.date <= day]
        return next((statut for statut in reversed(said) if statut is not None), None)

    def indicateurs(self) -> Iterator[tuple[Path, Indicateur]]:
        """Its indicators, each with its path."""
        for rank, indicateur in enumerate(self.what.indicateurs):
            yield (*self.path, "indicateurs", rank), indicateur


def parts_of(fiche: Fiche) -> Iterator[Part]:
    """A fiche, then its steps."""
    yield Part(fiche.chemin, fiche, fiche.action)
    for rank, etape in enumerate(fiche.action.etapes):
        yield Part((*fiche.chemin, "etapes", rank), fiche, etape)


def parts(fiches: Iterable[Fiche]) -> Iterator[Part]:
    """The fiches and their steps, in document order."""
    return (part for fiche in fiches for part in parts_of(fiche))


def news_of(fiche: Fiche, today: date) -> list[News]:
    """The entries and the measures of a fiche and of its steps, up to a day."""
    found = [News(one.entree.date, one.path) for part in parts_of(fiche) for one in part.journal()]
    found += [
        News(mesure.date, (*path, "mesures", rank))
        for part in parts_of(fiche)
        for path, indicateur in part.indicateurs()
        for rank, mesure in enumerate(indicateur.mesures)
    ]
    return [one for one in found if one.day <= today]


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last of that month where it has fewer days.

    The first or the last day there is, where there is none so far.
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if months > 0 else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
