"""What has a calendar and a journal of its own: fiches and their steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.vocabulary.nature import Origine

if TYPE_CHECKING:
    from ctgkit.plan import Action, EntreeSuivi, Etape, Fiche, Indicateur
    from ctgkit.plan.reading.nodes import Path
    from ctgkit.vocabulary.statut import Statut


#: What to write of an action that was under way before the contract.
UNDER_WAY = f"si l'action était déjà en cours, écrivez «\u00a0origine: {Origine.ENGAGEE}\u00a0»"


class EntryAt(NamedTuple):
    """An entry of a journal, and where it stands."""

    path: Path
    entree: EntreeSuivi

    @property
    def statut(self) -> Statut | None:
        """The status that it gives."""
        return self.entree.statut


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
        return self.fiche.action.nature.facts.the

    def journal(self) -> list[EntryAt]:
        """Its entries, oldest first; those of one day in the order of the file."""
        entries = [
            EntryAt((*self.path, "suivi", rank), entree) for rank, entree in enumerate(self.what.suivi)
        ]
        return sorted(entries, key=lambda one: one.entree.date)

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
