"""The shapes of the avenant view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from ctgkit.plan import Financement, Indicateur, Periode, Territoire
from ctgkit.plan.plan import Acteur, Avenant, Signataire, Source
from ctgkit.reports.fiches import EtapeView, FicheView, PointView
from ctgkit.versions.changes import Kind

#: What an article is about, in the order of the articles.
Cle: TypeAlias = Literal[
    "objet",
    "ajouts",
    "remplacements",
    "retraits",
    "deplacements",
    "organisation",
    "periode",
    "territoire",
    "parties",
    "financements",
    "indicateurs",
    "calendriers",
    "contenu",
    "autres",
    "inchange",
    "effet",
]

Contenu: TypeAlias = (
    str
    | date
    | tuple[PointView, ...]
    | Indicateur
    | Financement
    | EtapeView
    | Signataire
    | Acteur
    | Source
    | Periode
)
Sorte: TypeAlias = Literal[
    "texte",
    "date",
    "points",
    "indicateur",
    "financement",
    "etape",
    "signataire",
    "acteur",
    "source",
    "periode",
]


@dataclass(frozen=True, slots=True)
class SectionRef:
    """A section, as a sentence names it."""

    niveau: str | None
    numero: str | None
    titre: str
    #: Those above, outermost first; none where the section itself stands for one above.
    sections: tuple[SectionRef, ...] = ()


@dataclass(frozen=True, slots=True)
class FicheRef:
    """A fiche, as a sentence names it."""

    numero: str | None
    titre: str
    nature: str
    sections: tuple[SectionRef, ...]  #: from its axis down to the section it hangs from
    ancre: str | None = None  #: where the annex has it in full


@dataclass(frozen=True, slots=True)
class RedactionView:
    """One side of a change; `sorte` says what `contenu` is."""

    sorte: Sorte
    contenu: Contenu


@dataclass(frozen=True, slots=True)
class ContexteView:
    """What a line is in: a step, a text before the fiches, or a point above."""

    sorte: Literal["etape", "preambule", "point"]
    texte: str


@dataclass(frozen=True, slots=True)
class LigneView:
    """An old and a new wording that face each other; `None` where a side has none."""

    cle: str  #: the key of the plan file that the line is about
    nom: str  #: what the key is called where nothing else names it
    intitule: str | None  #: the heading as the document words it, where it is a heading
    contexte: tuple[ContexteView, ...]  #: outermost first
    avant: RedactionView | None
    apres: RedactionView | None
    ordre: bool = False  #: whether only the order changes
    fiche: FicheRef | SectionRef | None = None  #: whose line it is, where its group does not say it


@dataclass(frozen=True, slots=True)
class ModificationView:
    """A change that is told by texts that face each other."""

    empreinte: str  #: the fingerprint of the change
    lignes: tuple[LigneView, ...]


@dataclass(frozen=True, slots=True)
class GroupeView:
    """The changes to one fiche, one section, or (with neither) the head of the plan."""

    fiche: FicheRef | None
    section: SectionRef | None
    ancien: str | None  #: the number it had, where it is another one
    modifications: tuple[ModificationView, ...]
    totaux: tuple[Decimal, Decimal] | None = None  #: of its funding, before and after, in euros


@dataclass(frozen=True, slots=True)
class SectionTexteView:
    """A section that is added or removed: what it is called, and what it says itself."""

    section: SectionRef
    intitule: str | None
    description: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class FichesView:
    """Fiches that come, go, or replace others; with the sections that come or go with them."""

    empreinte: str
    anciennes: tuple[FicheRef, ...] = ()
    nouvelles: tuple[FicheRef, ...] = ()
    ajoutees: tuple[SectionTexteView, ...] = ()
    supprimees: tuple[SectionTexteView, ...] = ()


@dataclass(frozen=True, slots=True)
class NumeroView:
    """The number (or the id) of a fiche or section, before and after."""

    quoi: FicheRef | SectionRef
    cle: Literal["numero", "id"]
    avant: str | None
    apres: str | None


@dataclass(frozen=True, slots=True)
class DeplacementView:
    """A move, new numbers, or a new order."""

    empreinte: str
    genre: Kind
    quoi: FicheRef | SectionRef | None  #: what moved; the section whose content has another order
    de: tuple[SectionRef, ...] = ()  #: the sections it leaves, outermost first
    vers: tuple[SectionRef, ...] = ()
    numeros: tuple[NumeroView, ...] = ()
    ordre: tuple[FicheRef | SectionRef, ...] = ()  #: in the new order
    lignes: tuple[LigneView, ...] = ()  #: the texts that follow from it


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article; what it holds depends on `cle`."""

    numero: int
    cle: Cle
    fiches: tuple[FichesView, ...] = ()
    deplacements: tuple[DeplacementView, ...] = ()
    groupes: tuple[GroupeView, ...] = ()


@dataclass(frozen=True, slots=True)
class PartieView:
    """A party to the convention, and who signs for it."""

    nom: str | None  #: `None` where the plan does not say for whom somebody signs
    genre: Literal["f", "m"] | None  #: of its name, where it is known
    elision: bool  #: whether its article is elided: `l'association`
    signataires: tuple[Signataire, ...]


@dataclass(frozen=True, slots=True)
class AvenantView:
    """A draft avenant."""

    numero: str
    signe_le: date | None  #: the day it is signed, where the new plan has it
    objet: str | None
    titre: str  #: of the plan
    territoire: Territoire
    caf: str
    signature: date | None  #: of the convention
    periode: Periode  #: of the convention, before this avenant
    fin: date  #: the last day of the convention, once it is amended
    precedents: tuple[Avenant, ...]
    #: How many avenants the new plan has that the old one has not, this one included.
    nouveaux: int
    parties: tuple[PartieView, ...]
    articles: tuple[ArticleView, ...]
    annexe: tuple[FicheView, ...]
