"""The shapes of the document view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ctgkit.plan import EntreeSuivi, Financement, Indicateur, Periode, Territoire
from ctgkit.plan.plan import Avenant, Contact, Copil, Signataire, Source
from ctgkit.plan.references import Segment
from ctgkit.plan.valeurs import NatureAction, Origine


@dataclass(frozen=True, slots=True)
class PointView:
    """A point, with the dates that settle it where it is a calendar (both days included)."""

    segments: tuple[Segment, ...]
    points: tuple[PointView, ...] = ()
    debut: date | None = None
    fin: date | None = None

    @property
    def texte(self) -> str:
        """The point's own text, unchanged."""
        return "".join(segment.texte for segment in self.segments)


@dataclass(frozen=True, slots=True)
class RubriqueView:
    """A heading as this document words it, and what is under it."""

    cle: str  #: the key in the plan file, or `rubriques` for a heading of its own
    intitule: str
    points: tuple[PointView, ...]
    numerotee: bool = False


@dataclass(frozen=True, slots=True)
class EtapeView:
    """A step of an action."""

    titre: str
    rubriques: tuple[RubriqueView, ...]
    indicateurs: tuple[Indicateur, ...]
    suivi: tuple[EntreeSuivi, ...]


@dataclass(frozen=True, slots=True)
class FicheView:
    """A fiche, where it stands and what it says."""

    ancre: str
    adresse: str  #: as it is shown
    complete: str  #: `<axis>/<numero>`
    nom: str  #: what the document calls a fiche: `Action`
    numero: str | None
    titre: str
    nature: NatureAction
    origine: Origine | None
    chemin: tuple[str, ...]  #: the titles of the sections above, outermost first
    rubriques: tuple[RubriqueView, ...]
    indicateurs: tuple[Indicateur, ...]  #: only those with more than a name
    etapes: tuple[EtapeView, ...]
    financements: tuple[Financement, ...]
    total: Decimal | None  #: the sum of the amounts, in euros
    suivi: tuple[EntreeSuivi, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section, its sub-sections and its fiches."""

    ancre: str
    niveau: str | None  #: what the document calls this level: `Thématique`, `Axe`
    profondeur: int  #: 0 for the first level
    numero: str | None
    titre: str
    intitule: str | None
    description: tuple[PointView, ...]
    sections: tuple[SectionView, ...]
    fiches: tuple[FicheView, ...]
    nombre: int  #: the fiches of this section and of those below

    def toutes_fiches(self) -> Iterator[FicheView]:
        """The fiches of the sections below, then those of this one."""
        for section in self.sections:
            yield from section.toutes_fiches()
        yield from self.fiches


@dataclass(frozen=True, slots=True)
class TexteView:
    """A text before the fiches."""

    ancre: str
    titre: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The whole document."""

    titre: str
    territoire: Territoire
    caf: str
    periode: Periode
    signature: date | None
    signataires: tuple[Signataire, ...]
    contacts: tuple[Contact, ...]
    source: Source | None
    copils: tuple[Copil, ...]
    avenants: tuple[Avenant, ...]
    preambule: tuple[TexteView, ...]
    sections: tuple[SectionView, ...]
    nombre: int  #: the fiches of the plan

    def fiches(self) -> Iterator[FicheView]:
        """All the fiches, in document order."""
        for section in self.sections:
            yield from section.toutes_fiches()
