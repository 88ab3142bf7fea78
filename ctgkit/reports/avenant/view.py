"""The shapes of the avenant view. Codes and data only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, TypeAlias

from ctgkit.french.described import described
from ctgkit.plan import Financement, Indicateur, Periode, Territoire
from ctgkit.plan.action import Cout
from ctgkit.plan.plan import Avenant, Signataire
from ctgkit.plan.revision import Revision
from ctgkit.reports.fiches import EtapeView, FicheView, PointView
from ctgkit.vocabulary.article import CodeArticle
from ctgkit.vocabulary.changement import NatureChangement
from ctgkit.vocabulary.nature import NatureAction

#: What one side of a change is: a text, a day, the points of a list, or an element whole.
Redaction: TypeAlias = (
    str
    | date
    | tuple[PointView, ...]
    | Indicateur
    | Cout
    | Financement
    | EtapeView
    | Signataire
    | Revision
    | Periode
)


@described("une section citée", "sections citées", "Une section, telle qu'une phrase la nomme.")
class SectionRef(NamedTuple):
    """A section, as a sentence names it."""

    niveau: Annotated[str | None, "Le nom de son niveau\u00a0: Axe, Objectif…"]
    numero: Annotated[str | None, "Son numéro."]
    titre: Annotated[str, "Son titre."]
    sections: Annotated[
        tuple[SectionRef, ...],
        "Celles au-dessus, le premier niveau d'abord\u00a0; aucune si elle en est une elle-même.",
    ] = ()


@described("une fiche citée", "fiches citées", "Une fiche, telle qu'une phrase la nomme.")
class FicheRef(NamedTuple):
    """A fiche, as a sentence names it."""

    numero: Annotated[str | None, "Son numéro."]
    titre: Annotated[str, "Son titre."]
    nature: Annotated[NatureAction, "Ce qu'elle est."]
    sections: Annotated[tuple[SectionRef, ...], "Les sections au-dessus, le premier niveau d'abord."]
    ancre: Annotated[str | None, "Où l'annexe l'a en entier."] = None
    nom: Annotated[str, "Ce que le plan appelle une fiche\u00a0: Fiche action, Mesure…"] = ""


@described("un contexte", "contextes", "Ce dans quoi se trouve un texte.")
class ContexteView(NamedTuple):
    """What a line is in."""

    sorte: Annotated[
        Literal["etape", "preambule", "point"], "Une étape, un texte liminaire, ou un point au-dessus."
    ]
    texte: Annotated[str, "Ses mots."]


@described("une ligne", "lignes", "Deux rédactions face à face.")
class LigneView(NamedTuple):
    """An old and a new wording that face each other."""

    cle: Annotated[str, "La clé du fichier dont il s'agit."]
    nom: Annotated[str, "Comment elle s'appelle, si rien d'autre ne le dit."]
    intitule: Annotated[str | None, "L'intitulé du document, si c'est celui d'une rubrique."]
    contexte: Annotated[tuple[ContexteView, ...], "Dans quoi, le plus large d'abord."]
    avant: Annotated[Redaction | None, "La rédaction actuelle."]
    apres: Annotated[Redaction | None, "La nouvelle."]
    ordre: Annotated[bool, "Si seul l'ordre change."] = False
    fiche: Annotated[FicheRef | SectionRef | None, "De quelle fiche, si son groupe ne le dit pas."] = None


@described("une modification", "modifications", "Un changement que disent deux rédactions.")
class ModificationView(NamedTuple):
    """A change that is told by texts that face each other."""

    empreinte: Annotated[str, "L'empreinte du changement."]
    lignes: Annotated[tuple[LigneView, ...], "Ce qu'il change."]


@described(
    "un groupe",
    "groupes",
    "Les modifications d'une fiche, d'une section ou, sans l'une ni l'autre, du haut du plan.",
)
class GroupeView(NamedTuple):
    """The changes to one fiche, one section, or (with neither) the head of the plan."""

    fiche: Annotated[FicheRef | None, "La fiche, sous le nom qu'elle a dans la convention en vigueur."]
    section: Annotated[SectionRef | None, "Ou la section, de même."]
    nouveau: Annotated[str | None, "Le numéro qu'elle porte désormais, si c'en est un autre."]
    modifications: Annotated[tuple[ModificationView, ...], "Ce qui change."]
    totaux: Annotated[
        tuple[Decimal, Decimal] | None, "Des financements, le total en euros, avant et après."
    ] = None

    @property
    def lignes(self) -> Annotated[tuple[LigneView, ...], "Toutes les lignes."]:
        """All its lines."""
        return tuple(line for one in self.modifications for line in one.lignes)


@described("une section entière", "sections entières", "Une section ajoutée ou supprimée, et ce qu'elle dit.")
class SectionTexteView(NamedTuple):
    """A section that is added or removed: what it is called, and what it says itself."""

    section: Annotated[SectionRef, "La section."]
    intitule: Annotated[str | None, "L'énoncé qui suit son titre."]
    description: Annotated[tuple[PointView, ...], "Les paragraphes qui la présentent."]


@described("des fiches", "fiches", "Des fiches qui arrivent, partent ou en remplacent d'autres.")
class FichesView(NamedTuple):
    """Fiches that come, go, or replace others; with the sections that come or go with them."""

    empreinte: Annotated[str, "L'empreinte du changement."]
    anciennes: Annotated[tuple[FicheRef, ...], "Celles qui partent."] = ()
    nouvelles: Annotated[tuple[FicheRef, ...], "Celles qui arrivent."] = ()
    ajoutees: Annotated[tuple[SectionTexteView, ...], "Les sections qui arrivent avec elles."] = ()
    supprimees: Annotated[tuple[SectionTexteView, ...], "Les sections qui partent avec elles."] = ()


@described("un numéro", "numéros", "Le numéro d'une fiche ou d'une section, avant et après.")
class NumeroView(NamedTuple):
    """The number (or the id) of a fiche or section, before and after."""

    quoi: Annotated[FicheRef | SectionRef, "De quoi."]
    cle: Annotated[Literal["numero", "id"], "Son numéro, ou son identifiant."]
    avant: Annotated[str | None, "L'ancien."]
    apres: Annotated[str | None, "Le nouveau."]


@described("un déplacement", "déplacements", "Une autre place, d'autres numéros, ou un autre ordre.")
class DeplacementView(NamedTuple):
    """A move, new numbers, or a new order."""

    empreinte: Annotated[str, "L'empreinte du changement."]
    genre: Annotated[NatureChangement, "Lequel des trois."]
    quoi: Annotated[
        FicheRef | SectionRef | None, "Ce qui est déplacé\u00a0; ou la section dont l'ordre change."
    ]
    de: Annotated[tuple[SectionRef, ...], "Les sections qu'il quitte, le premier niveau d'abord."] = ()
    vers: Annotated[tuple[SectionRef, ...], "Celles où il va."] = ()
    numeros: Annotated[tuple[NumeroView, ...], "Les numéros qui changent."] = ()
    ordre: Annotated[tuple[FicheRef | SectionRef, ...], "Le nouvel ordre."] = ()
    lignes: Annotated[tuple[LigneView, ...], "Les textes qui en sont changés."] = ()


@described("un article", "articles", "Un article\u00a0; ce qu'il contient dépend de sa clé.")
class ArticleView(NamedTuple):
    """An article; what it holds depends on `cle`."""

    numero: Annotated[int, "Son numéro."]
    cle: Annotated[CodeArticle, "De quoi il s'agit."]
    fiches: Annotated[tuple[FichesView, ...], "Les fiches qui arrivent ou partent."] = ()
    deplacements: Annotated[tuple[DeplacementView, ...], "Ce qui change de place ou de numéro."] = ()
    groupes: Annotated[tuple[GroupeView, ...], "Les rédactions face à face."] = ()
    decides: Annotated[tuple[date, ...], "Les jours des décisions du comité qu'il consolide."] = ()

    @property
    def anciennes(self) -> Annotated[tuple[FicheRef, ...], "Toutes les fiches qui partent."]:
        """All the fiches that go."""
        return tuple(fiche for one in self.fiches for fiche in one.anciennes)

    @property
    def nouvelles(self) -> Annotated[tuple[FicheRef, ...], "Toutes celles qui arrivent."]:
        """All the fiches that come."""
        return tuple(fiche for one in self.fiches for fiche in one.nouvelles)

    @property
    def modifiees(self) -> Annotated[tuple[FicheRef, ...], "Toutes celles dont la rédaction change."]:
        """All the fiches whose texts change."""
        return tuple(one.fiche for one in self.groupes if one.fiche)

    @property
    def modifications(self) -> Annotated[tuple[ModificationView, ...], "Toutes les modifications."]:
        """All that changes in them."""
        return tuple(change for one in self.groupes for change in one.modifications)


@described("une partie", "parties", "Une partie à la convention, et qui signe pour elle.")
class PartieView(NamedTuple):
    """A party to the convention, and who signs for it."""

    nom: Annotated[str | None, "Son nom\u00a0; rien si le plan ne dit pas pour qui quelqu'un signe."]
    genre: Annotated[Literal["f", "m"] | None, "Le genre de son nom, s'il est connu."]
    elision: Annotated[bool, "Si son article s'élide\u00a0: l'association."]
    signataires: Annotated[tuple[Signataire, ...], "Qui signe pour elle."]


@described(
    "un projet d'avenant",
    "projets d'avenants",
    "L'avenant qui mène d'une version d'un plan à une autre.",
)
class AvenantView(NamedTuple):
    """A draft avenant."""

    numero: Annotated[str, "Son numéro."]
    signe_le: Annotated[date | None, "Le jour où il est signé, si le nouveau plan l'a."]
    objet: Annotated[str | None, "Son objet, de même."]
    titre: Annotated[str, "Le titre du plan."]
    territoire: Annotated[Territoire, "Le territoire qui signe."]
    convention: Annotated[str, "Ce qui est signé\u00a0: convention territoriale globale…"]
    caf: Annotated[str | None, "La Caf signataire\u00a0; rien si aucune ne signe."]
    signature: Annotated[date | None, "Le jour de la signature de la convention."]
    periode: Annotated[Periode, "La période de la convention, avant l'avenant."]
    fin: Annotated[date, "Le dernier jour de la convention, une fois modifiée."]
    precedents: Annotated[tuple[Avenant, ...], "Les avenants d'avant, par date."]
    nouveaux: Annotated[int, "Combien d'avenants le nouveau plan a de plus que l'ancien, celui-ci compris."]
    parties: Annotated[tuple[PartieView, ...], "Qui signe."]
    articles: Annotated[tuple[ArticleView, ...], "Ses articles."]
    annexe: Annotated[tuple[FicheView, ...], "Les fiches nouvelles, en entier."]
