"""The shapes of the document view: each name says in French what it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from ctgkit.french.described import described
from ctgkit.plan import EntreeSuivi, Financement, Indicateur, Periode, Territoire
from ctgkit.plan.action import Cout
from ctgkit.plan.contact import Contact
from ctgkit.plan.copil import Copil
from ctgkit.plan.evaluation import Chiffre
from ctgkit.plan.plan import Avenant, Signataire, Source
from ctgkit.plan.references import Segment
from ctgkit.plan.revision import Correction
from ctgkit.vocabulary.argent import Taxes
from ctgkit.vocabulary.nature import NatureAction, Origine


@described("un point", "points", "Un point d'une liste, ou un paragraphe.")
class PointView(NamedTuple):
    """A point, with the dates that settle it where it is a calendar (both days included)."""

    segments: Annotated[tuple[Segment, ...], "Son texte, coupé là où il renvoie à une fiche."]
    points: Annotated[tuple[PointView, ...], "Les points du dessous."] = ()
    debut: Annotated[date | None, "D'un calendrier que des dates précisent, le premier jour."] = None
    fin: Annotated[date | None, "De même, le dernier jour, compris."] = None

    @property
    def texte(self) -> Annotated[str, "Son texte entier, sans les points du dessous."]:
        """The point's own text, unchanged."""
        return "".join(segment.texte for segment in self.segments)


@described("une rubrique", "rubriques", "Une rubrique d'une fiche ou d'une étape, et ce qu'elle contient.")
class RubriqueView(NamedTuple):
    """A heading as this document words it, and what is under it."""

    cle: Annotated[
        str,
        "Sa clé dans le fichier («\u00a0publics\u00a0»)\u00a0; «\u00a0rubriques\u00a0» pour celles"
        " que le plan ajoute.",
    ]
    intitule: Annotated[str, "Son intitulé, tel que le document l'imprime."]
    points: Annotated[tuple[PointView, ...], "Ses points."]
    numerotee: Annotated[bool, "Si le document numérote ses points."] = False


@described("une partie", "parties", "Ce qu'une fiche ou une étape imprime, à sa place.")
class PartieView(NamedTuple):
    """What a fiche or a step prints at a place: a heading, its steps, what it costs or who pays."""

    cle: Annotated[
        str,
        "La clé de la rubrique, «\u00a0rubriques\u00a0» si le plan l'ajoute, ou «\u00a0etapes\u00a0»,"
        " «\u00a0couts\u00a0», «\u00a0financements\u00a0».",
    ]
    intitule: Annotated[str, "Son intitulé, tel que le document l'imprime."]
    rang: Annotated[
        int | None, "D'une rubrique, son rang parmi elles, à partir de 0\u00a0; rien pour les autres."
    ] = None


@described("un fait", "faits", "Ce qu'une fiche ou une étape dit en une valeur.")
class FaitView(NamedTuple):
    """What a fiche or a step says in one value."""

    cle: Annotated[str, "Sa clé dans le fichier."]
    intitule: Annotated[str, "Ce que c'est, comme un intitulé."]
    valeur: Annotated[str, "Sa valeur, en toutes lettres."]


@described("un bilan", "bilans", "Le bilan d'une fiche ou d'une étape, un jour.")
class BilanView(NamedTuple):
    """What a fiche or a step has come to, on a day."""

    date: Annotated[date, "Son jour."]
    faits: Annotated[tuple[FaitView, ...], "Ce qu'il dit en une valeur\u00a0: appréciation, proposition…"]
    rubriques: Annotated[
        tuple[RubriqueView, ...], "Résultats, freins, leviers et suites\u00a0; aucune n'est vide."
    ]


@described("une somme", "sommes", "Ce que font des montants d'une fiche, en euros.")
class SommeView(NamedTuple):
    """What some amounts of a fiche make."""

    prevu: Annotated[Decimal | None, "Ce qui est prévu\u00a0; rien si aucun montant n'est chiffré."]
    taxes: Annotated[Taxes | None, "Ce que tous ces montants disent des taxes\u00a0; rien s'ils diffèrent."]
    au_moins: Annotated[bool, "Si une fourchette n'y compte que pour le plus petit de ses montants."]
    depense: Annotated[
        Decimal | None, "Ce qui est dépensé, qui ne s'y ajoute pas\u00a0; rien si rien n'est dit."
    ]
    depense_taxes: Annotated[Taxes | None, "Ce que tous les montants dépensés disent des taxes."] = None
    depense_au_moins: Annotated[bool, "Si ce qui est dépensé peut être plus."] = False
    hors_taxes: Annotated[
        Decimal, "Ce qui est prévu hors taxes à côté, et ne s'y ajoute pas\u00a0; 0 s'il n'y a rien."
    ] = Decimal(0)


@described("une étape", "étapes", "Une étape telle que le document la dit.")
class EtapeView(NamedTuple):
    """A step of an action."""

    adresse: Annotated[str, "Son adresse\u00a0: celle de sa fiche, deux-points, et son numéro ou son rang."]
    nom: Annotated[str, "Ce que le document appelle une étape\u00a0: Étape, Opération…"]
    id: Annotated[str | None, "Son identifiant, si le fichier lui en donne un\u00a0; il ne s'imprime pas."]
    numero: Annotated[str | None, "Son numéro, si le document en imprime un."]
    titre: Annotated[str, "Son titre."]
    faits: Annotated[tuple[FaitView, ...], "Ce qu'elle dit d'autre en une valeur."]
    rubriques: Annotated[
        tuple[RubriqueView, ...], "Ses rubriques, dans l'ordre du document\u00a0; aucune n'est vide."
    ]
    parties: Annotated[
        tuple[PartieView, ...], "Ses rubriques, ses coûts et ses financements, dans l'ordre du document."
    ]
    indicateurs: Annotated[tuple[Indicateur, ...], "Ceux de ses indicateurs qui disent plus que leur nom."]
    couts: Annotated[tuple[Cout, ...], "Ce qu'elle coûte, ligne par ligne."]
    cout: Annotated[SommeView | None, "Ce que font ses coûts\u00a0; rien si aucun n'est chiffré."]
    financements: Annotated[tuple[Financement, ...], "Qui paie, ligne par ligne."]
    total: Annotated[SommeView | None, "Ce que font ses financements\u00a0; rien si aucun n'est chiffré."]
    contacts: Annotated[tuple[Contact, ...], "Qui en répond aujourd'hui."]
    suivi: Annotated[tuple[EntreeSuivi, ...], "Son journal."]
    bilans: Annotated[tuple[BilanView, ...], "Ses bilans, dans l'ordre du fichier."]


@described("une fiche", "fiches", "Une fiche telle que le document la dit.")
class FicheView(NamedTuple):
    """A fiche, where it stands and what it says."""

    ancre: Annotated[str, "Son nom pour les liens du document\u00a0; unique."]
    adresse: Annotated[str, "Son adresse, telle qu'on la donne."]
    complete: Annotated[str, "Son adresse avec celle de son axe."]
    nom: Annotated[str, "Ce que le document appelle une fiche\u00a0: Action, Fiche action…"]
    id: Annotated[str | None, "Son identifiant, si le fichier lui en donne un\u00a0; il ne s'imprime pas."]
    numero: Annotated[str | None, "Son numéro\u00a0; rien si le document n'en imprime pas."]
    titre: Annotated[str, "Son titre."]
    nature: Annotated[NatureAction, "Ce qu'elle est."]
    origine: Annotated[Origine | None, "Si l'action était engagée à la signature, ou nouvelle."]
    chemin: Annotated[tuple[str, ...], "Les titres des sections au-dessus d'elle, le premier niveau d'abord."]
    faits: Annotated[tuple[FaitView, ...], "Ce qu'elle dit d'autre en une valeur."]
    rubriques: Annotated[
        tuple[RubriqueView, ...], "Ses rubriques, dans l'ordre du document\u00a0; aucune n'est vide."
    ]
    parties: Annotated[
        tuple[PartieView, ...],
        "Ses rubriques, ses étapes, ses coûts et ses financements, dans l'ordre du document.",
    ]
    indicateurs: Annotated[tuple[Indicateur, ...], "Ceux de ses indicateurs qui disent plus que leur nom."]
    etapes: Annotated[tuple[EtapeView, ...], "Ses étapes."]
    couts: Annotated[tuple[Cout, ...], "Ce qu'elle coûte, ligne par ligne."]
    cout: Annotated[SommeView | None, "Ce que font ses coûts\u00a0; rien si aucun n'est chiffré."]
    financements: Annotated[
        tuple[Financement, ...], "Qui paie, ligne par ligne\u00a0; ce qui est prévu et versé est une ligne."
    ]
    total: Annotated[SommeView | None, "Ce que font ses financements\u00a0; rien si aucun n'est chiffré."]
    contacts: Annotated[tuple[Contact, ...], "Qui en répond aujourd'hui."]
    suivi: Annotated[tuple[EntreeSuivi, ...], "Son journal."]
    bilans: Annotated[tuple[BilanView, ...], "Ses bilans, dans l'ordre du fichier."]


@described("une section", "sections", "Une section, ses sous-sections et ses fiches.")
class SectionView(NamedTuple):
    """A section, its sub-sections and its fiches."""

    ancre: Annotated[str, "Son nom pour les liens du document\u00a0; unique."]
    niveau: Annotated[str | None, "Le nom de son niveau dans le document\u00a0: Axe, Thématique…"]
    profondeur: Annotated[int, "0 pour le premier niveau, 1 pour celui du dessous…"]
    numero: Annotated[str | None, "Son numéro."]
    titre: Annotated[str, "Son titre."]
    intitule: Annotated[str | None, "L'énoncé qui suit le titre, si le document en a un."]
    description: Annotated[tuple[PointView, ...], "Les paragraphes qui la présentent."]
    sections: Annotated[tuple[SectionView, ...], "Les sections du dessous."]
    fiches: Annotated[tuple[FicheView, ...], "Ses propres fiches, sans celles du dessous."]
    nombre: Annotated[int, "Combien de fiches elle a, avec celles du dessous."]

    def toutes_fiches(
        self,
    ) -> Annotated[Iterator[FicheView], "Les fiches des sections du dessous, puis les siennes."]:
        """The fiches of the sections below, then those of this one."""
        for section in self.sections:
            yield from section.toutes_fiches()
        yield from self.fiches


@described("un texte de préambule", "textes de préambule", "Un texte qui précède les fiches.")
class TexteView(NamedTuple):
    """A text before the fiches."""

    ancre: Annotated[str, "Son nom pour les liens du document\u00a0; unique."]
    titre: Annotated[str, "Son titre."]
    points: Annotated[tuple[PointView, ...], "Ses paragraphes."]


@described("une révision", "révisions", "Ce que la convention dit de sa propre modification.")
class RevisionView(NamedTuple):
    """What the convention says of its own change."""

    article: Annotated[str | None, "L'article qui le dit."]
    comite: Annotated[tuple[str, ...], "Ce que le comité peut ajuster, comme le document le nomme."]


@described("une série de chiffres", "séries de chiffres", "Les chiffres d'un même nom.")
class SerieView(NamedTuple):
    """The key figures of one name."""

    nom: Annotated[str, "Ce qui est compté."]
    chiffres: Annotated[tuple[Chiffre, ...], "Les valeurs, de la plus ancienne à la plus récente."]


@described("une question d'évaluation", "questions d'évaluation", "Une question de l'évaluation.")
class QuestionView(NamedTuple):
    """A question of the evaluation, and what was answered."""

    question: Annotated[str, "La question."]
    criteres: Annotated[tuple[PointView, ...], "À quoi l'on verra la réponse."]
    reponse: Annotated[tuple[PointView, ...], "La réponse\u00a0; rien tant qu'il n'y en a pas."]
    date: Annotated[date | None, "Le jour de la réponse."]


@described("un document", "documents", "Le plan entier, dans l'ordre et sous les intitulés de son document.")
class DocumentView(NamedTuple):
    """The whole document."""

    titre: Annotated[str, "Le titre du plan."]
    territoire: Annotated[Territoire, "Le territoire qui signe."]
    convention: Annotated[str, "Ce qui est signé\u00a0: convention territoriale globale…"]
    caf: Annotated[str | None, "La Caf signataire\u00a0; rien si aucune ne signe."]
    periode: Annotated[Periode, "La période de la convention."]
    signature: Annotated[date | None, "Le jour de la signature."]
    signataires: Annotated[tuple[Signataire, ...], "Qui signe la convention."]
    revision: Annotated[RevisionView | None, "Ce que la convention dit de sa propre modification."]
    contacts: Annotated[tuple[Contact, ...], "À qui écrire ou téléphoner."]
    source: Annotated[Source | None, "Le document public que le fichier transcrit."]
    copils: Annotated[tuple[Copil, ...], "Les réunions du comité de pilotage."]
    avenants: Annotated[tuple[Avenant, ...], "Les avenants signés."]
    corrections: Annotated[tuple[Correction, ...], "Les erreurs de transcription rectifiées."]
    preambule: Annotated[tuple[TexteView, ...], "Les textes qui précèdent les fiches."]
    chiffres: Annotated[tuple[SerieView, ...], "Les chiffres clés du territoire, série par série."]
    evaluation: Annotated[tuple[QuestionView, ...], "Les questions de l'évaluation, et leurs réponses."]
    sections: Annotated[tuple[SectionView, ...], "Les sections du premier niveau."]
    hors_section: Annotated[tuple[FicheView, ...], "Les fiches qui ne sont dans aucune section."]
    nombre: Annotated[int, "Combien de fiches a le plan."]

    def fiches(self) -> Annotated[Iterator[FicheView], "Toutes les fiches, dans l'ordre du document."]:
        """All the fiches, in document order."""
        for section in self.sections:
            yield from section.toutes_fiches()
        yield from self.hors_section
