"""The names of the document: the plan as it is printed."""

from __future__ import annotations

from ctgkit.outputs.data.french.described import Described
from ctgkit.plan.action import EntreeSuivi, Financement, Indicateur, Mesure, Repere
from ctgkit.plan.plan import Avenant, Contact, Copil, Periode, Signataire, Source, Territoire
from ctgkit.reports.fiches import (
    DocumentView,
    EtapeView,
    FicheView,
    PointView,
    RubriqueView,
    SectionView,
    Segment,
)
from ctgkit.reports.fiches.view import TexteView

DOCUMENT: dict[type, Described] = {
    DocumentView: Described(
        "un document",
        "documents",
        "Le plan entier, dans l'ordre et sous les intitulés de son document.",
        {
            "titre": "Le titre du plan.",
            "territoire": "Le territoire qui signe.",
            "caf": "La Caf signataire.",
            "periode": "La période de la convention.",
            "signature": "Le jour de la signature.",
            "signataires": "Qui signe la convention.",
            "contacts": "À qui écrire ou téléphoner.",
            "source": "Le document public que le fichier transcrit.",
            "copils": "Les réunions du comité de pilotage.",
            "avenants": "Les avenants signés.",
            "preambule": "Les textes qui précèdent les fiches.",
            "sections": "Les sections du premier niveau.",
            "nombre": "Combien de fiches a le plan.",
            "fiches()": "Toutes les fiches, dans l'ordre du document.",
        },
    ),
    TexteView: Described(
        "un texte de préambule",
        "textes de préambule",
        "Un texte qui précède les fiches.",
        {
            "ancre": "Son nom pour les liens du document\u00a0; unique.",
            "titre": "Son titre.",
            "points": "Ses paragraphes.",
        },
    ),
    SectionView: Described(
        "une section",
        "sections",
        "Une section, ses sous-sections et ses fiches.",
        {
            "ancre": "Son nom pour les liens du document\u00a0; unique.",
            "niveau": "Le nom de son niveau dans le document\u00a0: Axe, Thématique…",
            "profondeur": "0 pour le premier niveau, 1 pour celui du dessous…",
            "numero": "Son numéro.",
            "titre": "Son titre.",
            "intitule": "L'énoncé qui suit le titre, si le document en a un.",
            "description": "Les paragraphes qui la présentent.",
            "sections": "Les sections du dessous.",
            "fiches": "Ses propres fiches, sans celles du dessous.",
            "nombre": "Combien de fiches elle a, avec celles du dessous.",
            "toutes_fiches()": "Les fiches des sections du dessous, puis les siennes.",
        },
    ),
    FicheView: Described(
        "une fiche",
        "fiches",
        "Une fiche telle que le document la dit.",
        {
            "ancre": "Son nom pour les liens du document\u00a0; unique.",
            "adresse": "Son adresse, telle qu'on la donne.",
            "complete": "Son adresse avec celle de son axe.",
            "nom": "Ce que le document appelle une fiche\u00a0: Action, Fiche action…",
            "numero": "Son numéro\u00a0; un engagement peut n'en pas avoir.",
            "titre": "Son titre.",
            "nature": "Ce qu'elle est.",
            "origine": "Si l'action était engagée à la signature, ou nouvelle.",
            "chemin": "Les titres des sections au-dessus d'elle, le premier niveau d'abord.",
            "rubriques": "Ses rubriques, dans l'ordre du document\u00a0; aucune n'est vide.",
            "indicateurs": "Ceux de ses indicateurs qui disent plus que leur nom.",
            "etapes": "Ses étapes.",
            "financements": "L'argent, ligne par ligne.",
            "total": "La somme des montants, en euros\u00a0; rien si aucun n'est dit.",
            "suivi": "Son journal.",
        },
    ),
    EtapeView: Described(
        "une étape",
        "étapes",
        "Une étape telle que le document la dit.",
        {
            "titre": "Son titre.",
            "rubriques": "Ses rubriques\u00a0; aucune n'est vide.",
            "indicateurs": "Ceux de ses indicateurs qui disent plus que leur nom.",
            "suivi": "Son journal.",
        },
    ),
    RubriqueView: Described(
        "une rubrique",
        "rubriques",
        "Une rubrique d'une fiche ou d'une étape, et ce qu'elle contient.",
        {
            "cle": "Sa clé dans le fichier («\u00a0publics\u00a0»)\u00a0; «\u00a0rubriques\u00a0» pour celles"
            " que le plan ajoute.",
            "intitule": "Son intitulé, tel que le document l'imprime.",
            "points": "Ses points.",
            "numerotee": "Si le document numérote ses points.",
        },
    ),
    PointView: Described(
        "un point",
        "points",
        "Un point d'une liste, ou un paragraphe.",
        {
            "segments": "Son texte, coupé là où il renvoie à une fiche.",
            "points": "Les points du dessous.",
            "debut": "D'un calendrier que des dates précisent, le premier jour.",
            "fin": "De même, le dernier jour, compris.",
            "texte": "Son texte entier, sans les points du dessous.",
        },
    ),
    Segment: Described(
        "un segment",
        "segments",
        "Un morceau de texte.",
        {
            "texte": "Ce qu'il dit.",
            "lien": "L'ancre de la fiche à laquelle il renvoie\u00a0; rien s'il ne renvoie nulle part.",
        },
    ),
    Territoire: Described("un territoire", "territoires", "Le territoire qui signe.", {}),
    Periode: Described("une période", "périodes", "La période de la convention.", {}),
    Signataire: Described("un signataire", "signataires", "Quelqu'un qui signe la convention.", {}),
    Contact: Described("un contact", "contacts", "Quelqu'un à qui écrire ou téléphoner.", {}),
    Source: Described("une source", "sources", "Le document public que le fichier transcrit.", {}),
    Copil: Described("un COPIL", "COPIL", "Une réunion du comité de pilotage, telle qu'elle est écrite.", {}),
    Avenant: Described("un avenant", "avenants", "Un avenant signé.", {}),
    Indicateur: Described("un indicateur", "indicateurs", "Un indicateur, tel qu'il est écrit.", {}),
    Repere: Described("une valeur datée", "valeurs datées", "Une valeur de départ, ou une valeur visée.", {}),
    Mesure: Described("une mesure", "mesures", "Une valeur relevée.", {}),
    Financement: Described(
        "une ligne de financement", "lignes de financement", "De l'argent pour une action.", {}
    ),
    EntreeSuivi: Described("une entrée du journal", "entrées du journal", "Ce qui a été noté un jour.", {}),
}
