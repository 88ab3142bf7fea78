"""The shapes of what the reports on a followed plan share: header, lines, figures, what comes, money.

Codes and data only: the sentences and the pages word them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from ctgkit.followup import Alerte, FicheState, Note, Totals
from ctgkit.french.described import described
from ctgkit.plan.valeurs import Annees as Years
from ctgkit.plan.valeurs import Avancement
from ctgkit.reports.fiches import FicheView
from ctgkit.schedule import Bound
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.argent import EtatFinancement, Taxes
from ctgkit.vocabulary.comite import EtatDecision
from ctgkit.vocabulary.echeance import CodeEcheance
from ctgkit.vocabulary.moment import Moment, Phase
from ctgkit.vocabulary.nature import NatureAction


@described("une séance", "séances", "Une réunion du comité de pilotage, ou d'une autre instance.")
class Seance(NamedTuple):
    """A meeting of the committee, or of another."""

    date: Annotated[date, "Son jour."]
    objet: Annotated[str | None, "Son objet."]
    instance: Annotated[str, "Qui se réunit\u00a0: COPIL, COTECH, un groupe."]
    lieu: Annotated[str | None, "Où."]


@described("un en-tête", "en-têtes", "Le plan, et le jour du rapport.")
class Entete(NamedTuple):
    """What every report starts with."""

    titre: Annotated[str, "Le titre du plan."]
    territoire: Annotated[str, "Le nom du territoire."]
    type: Annotated[str | None, "Ce qu'il est\u00a0: communauté de communes…"]
    departement: Annotated[str | None, "Le département."]
    convention: Annotated[str, "Ce qui est signé\u00a0: convention territoriale globale…"]
    caf: Annotated[str | None, "La Caf signataire\u00a0; rien si aucune ne signe."]
    debut: Annotated[date, "Le premier jour de la convention."]
    fin: Annotated[date, "Le dernier, compris."]
    periode: Annotated[str, "Les deux, tels que le document les dit, ou en chiffres\u00a0: 2021-2024."]
    signature: Annotated[date | None, "Le jour de la signature."]
    jour: Annotated[date, "Le jour du rapport\u00a0; ce qui est daté de ce jour compte."]
    depuis_le: Annotated[date | None, "Le jour d'où part «\u00a0ce qui a bougé\u00a0», lui non compris."]
    phase: Annotated[Phase, "Si le plan est déjà suivi."]
    moment: Annotated[Moment, "Ce que cela fait du rapport, à son jour."]
    seance: Annotated[Seance | None, "La réunion de ce jour-là."]
    prochain: Annotated[Seance | None, "Le premier COPIL après ce jour."]
    horizon: Annotated[date, "Jusqu'où va «\u00a0ce qui vient\u00a0»\u00a0: le prochain COPIL, sinon un an."]
    niveau: Annotated[str | None, "Ce que le document appelle son premier niveau\u00a0: Axe, Thématique…"]
    axes: Annotated[int, "Combien de sections il y a."]
    non_comptees: Annotated[int, "Combien d'entrées et de mesures du fichier ne sont pas comptées."]


@described("un renvoi", "renvois", "Une fiche, telle que le rapport la nomme.")
class Renvoi(NamedTuple):
    """A fiche as the report names it."""

    complete: Annotated[str, "Son adresse complète."]
    nom: Annotated[str, "Ce que le document appelle une fiche\u00a0: Action, Fiche action…"]
    numero: Annotated[str | None, "Son numéro\u00a0; un engagement peut n'en pas avoir."]
    titre: Annotated[str, "Son titre."]
    nature: Annotated[NatureAction, "Ce qu'elle est."]
    axe: Annotated[str | None, "Le titre de sa première section, là où son numéro seul ne la distingue pas."]
    ancre: Annotated[str | None, "Où le rapport l'imprime, pour un lien\u00a0; rien s'il ne l'imprime pas."]


@described("une ligne", "lignes", "Une fiche, et son état.")
class Ligne(NamedTuple):
    """A fiche and its state on the day."""

    fiche: Annotated[Renvoi, "La fiche."]
    etat: Annotated[FicheState, "Où elle en est."]


@described("une part", "parts", "Les chiffres d'une section et de celles du dessous, ou de tout le plan.")
class Part(NamedTuple):
    """The figures of a section and of those below, or of the whole plan."""

    titre: Annotated[
        str | None,
        "Le titre de la section\u00a0; rien pour tout le plan, ni pour les fiches qui ne sont dans aucune.",
    ]
    niveau: Annotated[str | None, "Le nom de son niveau dans le document."]
    numero: Annotated[str | None, "Son numéro."]
    profondeur: Annotated[int, "0 pour le premier niveau."]
    totaux: Annotated[Totals, "Combien de fiches, par statut et par alerte."]
    actions: Annotated[int, "Combien de fiches sont des actions\u00a0; les autres sont des engagements."]
    pilotees: Annotated[int, "Combien d'actions ont un pilote."]
    datees: Annotated[int, "Combien de fiches ont un calendrier compris en entier."]
    avancement: Annotated[
        Avancement | None,
        "L'avancement moyen, en pour cent\u00a0; une fiche abandonnée ne compte pas, une fiche dont on"
        " ne sait rien compte pour 0, sauf en continu.",
    ]
    avant: Annotated[Avancement | None, "Le même le jour d'où part «\u00a0ce qui a bougé\u00a0»."]


@described("une fiche publiée", "fiches publiées", "Une fiche imprimée dans le rapport.")
class FichePubliee(NamedTuple):
    """A fiche printed in the report: what it says, up to the day, and its state."""

    ligne: Annotated[Ligne, "La fiche et son état."]
    fiche: Annotated[
        FicheView,
        "Ce qu'elle dit, jusqu'au jour du rapport\u00a0; celui du COPIL donne les indicateurs à part,"
        " et n'en laisse pas ici.",
    ]


@described("une échéance", "échéances", "Quelque chose qui vient.")
class Echeance(NamedTuple):
    """Something that comes."""

    code: Annotated[CodeEcheance, "Quoi."]
    date: Annotated[date, "Le dernier jour où cela peut venir sans retard."]
    borne: Annotated[Bound | None, "La borne du calendrier, aussi précise qu'elle est écrite."] = None
    fiche: Annotated[Renvoi | None, "De quelle fiche\u00a0; rien pour la convention."] = None
    etape: Annotated[str | None, "Le titre de l'étape, si c'en est une."] = None
    indicateur: Annotated[str | None, "Le nom de l'indicateur, pour une cible."] = None
    cible: Annotated[Decimal | str | None, "La valeur à atteindre."] = None
    unite: Annotated[str | None, "Son unité."] = None


@described(
    "un point à décider",
    "points à décider",
    "Une fiche sur laquelle le comité doit se prononcer, et pourquoi.",
)
class Decision(NamedTuple):
    """A fiche about which the committee has something to decide, and why."""

    fiche: Annotated[Renvoi, "La fiche."]
    alertes: Annotated[tuple[Alerte, ...], "Ce qui le demande, le plus pressant d'abord."]
    note: Annotated[Note | None, "La dernière note."]
    pilotes: Annotated[tuple[str, ...], "Qui la porte."]
    echue: Annotated[bool, "Si la convention est finie\u00a0: rien ne peut plus y être reporté."]


@described(
    "une question",
    "questions",
    "Une question posée au comité, et toutes les fiches pour lesquelles elle se pose.",
)
class Question(NamedTuple):
    """What the committee has to decide, once for all the fiches of which it is asked."""

    code: Annotated[CodeAlerte, "L'alerte qui la pose."]
    echue: Annotated[bool, "Si la convention est finie\u00a0: rien ne peut plus y être reporté."]
    fiches: Annotated[
        tuple[Decision, ...],
        "Les fiches, chacune avec cette seule alerte\u00a0; la note d'une fiche n'est dite qu'une fois.",
    ]


@described(
    "une décision prise",
    "décisions prises",
    "Ce qu'une instance a décidé avant le jour du rapport, et ce que c'est devenu.",
)
class DecisionPrise(NamedTuple):
    """What was decided before the day of the report, and what became of it."""

    seance: Annotated[Seance, "La réunion qui l'a décidé."]
    texte: Annotated[str, "Ce qui est décidé."]
    fiches: Annotated[tuple[Renvoi, ...], "Les fiches dont il s'agit."]
    autres: Annotated[tuple[str, ...], "Les adresses qui ne sont celles d'aucune fiche."]
    responsable: Annotated[str | None, "Qui s'en charge."]
    echeance: Annotated[str | None, "Pour quand."]
    etat: Annotated[EtatDecision, "Ce qu'elle est devenue."]
    echue: Annotated[bool, "Si elle reste à mettre en œuvre, et que son échéance est passée."]


@described("une année de financement", "années de financement", "Les financements d'une année.")
class Annee(NamedTuple):
    """The money of one year."""

    annee: Annotated[
        Years | None,
        "Laquelle, ou la première et la dernière de celles d'une somme\u00a0; rien pour les lignes qui n'en "
        "disent pas.",
    ]
    etats: Annotated[
        tuple[Decimal, ...],
        "Combien dans chacun des états de l'argent du plan, dans leur ordre.",
    ]
    total: Annotated[Decimal, "Le tout\u00a0: ce qui est prévu."]
    depense: Annotated[Decimal, "Ce qui est dépensé, qui ne s'y ajoute pas."]
    parts: Annotated[
        tuple[int, ...],
        "Les mêmes en millièmes de l'année la plus riche\u00a0; 0 pour ce qui est repris.",
    ]


@described("un financeur", "financeurs", "Ce que finance quelqu'un.")
class Financeur(NamedTuple):
    """The money of one funder."""

    nom: Annotated[str | None, "Qui\u00a0; rien pour les lignes qui ne nomment personne."]
    annees: Annotated[
        tuple[Decimal, ...],
        "Combien dans chacune des années de l'argent du plan, dans leur ordre.",
    ]
    etats: Annotated[tuple[Decimal, ...], "Combien dans chacun de ses états, dans leur ordre."]
    total: Annotated[Decimal, "Le tout\u00a0: ce qui est prévu."]
    depense: Annotated[Decimal, "Ce qui est dépensé, qui ne s'y ajoute pas."]


@described("l'argent du plan", "budgets", "Les financements, en euros.")
class Argent(NamedTuple):
    """The money of the plan, in euros."""

    etats: Annotated[
        tuple[EtatFinancement | None, ...],
        "Les états qui se rencontrent, le moins sûr d'abord\u00a0; rien pour les lignes qui n'en disent pas.",
    ]
    annees: Annotated[tuple[Annee, ...], "Les financements par année."]
    financeurs: Annotated[tuple[Financeur, ...], "Les financements par financeur, le plus gros d'abord."]
    par_etat: Annotated[tuple[Decimal, ...], "Combien dans chacun de ces états, dans leur ordre."]
    total: Annotated[Decimal, "Le tout\u00a0: ce qui est prévu."]
    depense: Annotated[Decimal, "Ce qui est dépensé, qui ne s'y ajoute pas."]
    taxes: Annotated[Taxes | None, "Ce que tous les montants disent des taxes\u00a0; rien s'ils diffèrent."]
    au_moins: Annotated[bool, "Si une fourchette n'y compte que pour le plus petit de ses montants."]
    hors_taxes: Annotated[Decimal, "Ce qui est dit hors taxes, et ne s'ajoute pas au reste."]
    refuses: Annotated[Decimal, "Ce qui est refusé, et n'est pas compté."]
    sans_montant: Annotated[int, "Combien de lignes ne disent pas de montant chiffré."]
