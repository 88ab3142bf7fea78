"""News: what was noted of a fiche, of its own or of its steps'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.followup.money import costs, fundings
from ctgkit.followup.periods import parts_of

if TYPE_CHECKING:
    from ctgkit.plan import Action, Etape, Fiche
    from ctgkit.plan.reading.nodes import Path


class News(NamedTuple):
    """An entry of a journal, a bilan or a measure, and the path that leads to it."""

    day: date
    path: Path


def news_of(fiche: Fiche, first: date, day: date) -> list[News]:
    """The news of a fiche and of its steps that count on a day, in the order of the file.

    Args:
        fiche: the fiche.
        first: the first day whose entries count; what was measured before it does.
        day: the last day that counts.
    """
    return [one for path, what in parts_of(fiche) for one in of_part(path, what, first, day)]


def of_part(path: Path, what: Action | Etape, first: date, day: date) -> Iterator[News]:
    """The news of a fiche without its steps, or of a step."""
    for rank, entree in enumerate(what.suivi):
        if first <= entree.date <= day:
            yield News(entree.date, (*path, "suivi", rank))
    for rank, bilan in enumerate(what.bilan):
        if first <= bilan.date <= day:
            yield News(bilan.date, (*path, "bilan", rank))
    for place, indicateur in enumerate(what.indicateurs):
        for rank, mesure in enumerate(indicateur.mesures):
            if mesure.date <= day:
                yield News(mesure.date, (*path, "indicateurs", place, "mesures", rank))


def spent(fiche: Fiche) -> bool:
    """Whether money of a fiche, or of one of its steps, is said to be spent: that is news without a day."""
    return any(line.depense is not None for line in (*costs(fiche.action), *fundings(fiche.action)))


def last_of(news: Iterable[News]) -> News | None:
    """The last news; of one day, the first of the file."""
    return max(news, key=lambda one: one.day, default=None)
