"""The names of the report over the territories of a Caf."""

from __future__ import annotations

from ctgkit.outputs.data.french.described import Described
from ctgkit.reports.copil.territoires_view import (
    ArgentTerritoires,
    ASuivre,
    Bilan,
    Convention,
    Conventions,
    Dotation,
    Ecart,
    FichesDe,
    Lieu,
    Motif,
    SeanceDe,
    Terme,
    Territoire,
    TerritoiresView,
)

TERRITOIRES: dict[type, Described] = {
    TerritoiresView: Described(
        "un rapport sur les territoires",
        "rapports sur les territoires",
        "Le rapport sur les territoires d'une Caf\u00a0; ce qui est vide n'a rien à dire.",
        {
            "day": "Le jour du rapport\u00a0; ce qui est daté de ce jour compte.",
            "cafs": "Les Caf, dans l'ordre alphabétique.",
            "territoires": "Les territoires, dans l'ordre alphabétique.",
            "bilan": "Les chiffres de tous.",
            "a_suivre": "Ceux qui demandent de l'attention, le plus de retards et de blocages d'abord.",
            "pressantes": "Leurs fiches en retard ou bloquées.",
            "a_relancer": "Les autres, sans nouvelles ou sans pilote.",
            "copils": "Les comités de pilotage qui viennent dans l'année, par date.",
            "sans_copil": "Les territoires dont la convention court et qui n'en ont prévu aucun.",
            "termes": "Les conventions qui finissent dans l'année ou qui sont finies, par date.",
            "argent": "Les financements\u00a0; rien si aucun montant n'est dit.",
            "ecarts": "Les fichiers que les chiffres ne comptent pas.",
            "non_comptees": "Combien d'entrées et de mesures des fichiers ne sont pas comptées.",
        },
    ),
    Territoire: Described(
        "un territoire suivi",
        "territoires suivis",
        "Un territoire\u00a0: une ligne du rapport.",
        {
            "lieu": "Son nom.",
            "fichier": "Le fichier de son plan, comme il a été donné.",
            "entete": "Le plan et le jour.",
            "convention": "Où en est la convention.",
            "ensemble": "Les chiffres de tout le plan\u00a0; au lancement, rien n'y est en retard.",
            "derniere": "Le jour de la dernière entrée de tous ses journaux.",
            "precedent": "Le dernier comité de pilotage, ce jour-là ou avant.",
        },
    ),
    Lieu: Described(
        "un lieu",
        "lieux",
        "Un territoire, comme le rapport le nomme.",
        {
            "nom": "Son nom, avec son département ou sa Caf si un autre porte le même.",
            "ancre": "Où est sa ligne dans le rapport.",
        },
    ),
    Convention: Described(
        "une situation de convention",
        "situations de convention",
        "Où en est une convention.",
        {
            "etat": "Si elle court ce jour-là.",
            "mois": "Le mois en cours, à partir de 1\u00a0; 0 avant le premier, `sur` après le dernier.",
            "sur": "Combien de mois elle dure, un mois commencé comptant en entier.",
        },
    ),
    Conventions: Described(
        "un compte de conventions",
        "comptes de conventions",
        "Combien de conventions, selon où elles en sont.",
        {
            "a_venir": "Pas encore commencées.",
            "en_cours": "En cours.",
            "terminees": "Finies.",
        },
    ),
    Bilan: Described(
        "un bilan des territoires",
        "bilans des territoires",
        "Les chiffres de tous les territoires.",
        {
            "totals": "Combien de fiches, par statut et par alerte.",
            "avancement": "L'avancement moyen des fiches, arrondi en dessous\u00a0; celles des plans dont"
            " rien ne dit l'avancement n'y sont pas.",
            "conventions": "Où en sont les conventions.",
            "suivis": "Combien de plans ont une entrée dans un journal.",
            "en_retard": "Dans combien de territoires une fiche est en retard, à son début ou à sa fin.",
            "bloques": "Dans combien une fiche est bloquée.",
            "muets": "Dans combien rien n'est noté depuis un an, alors que quelque chose l'était.",
        },
    ),
    ASuivre: Described(
        "un territoire à suivre",
        "territoires à suivre",
        "Un territoire qui demande de l'attention.",
        {"territoire": "Lequel.", "motifs": "Pourquoi, le plus pressant d'abord."},
    ),
    Motif: Described(
        "un motif d'attention",
        "motifs d'attention",
        "Pourquoi un territoire demande de l'attention.",
        {
            "code": "Quoi.",
            "nombre": "Combien de fiches, pour ce qui se dit des fiches\u00a0; sinon 0.",
            "date": "Depuis quand, ou quand\u00a0: la dernière entrée, le début ou la fin de la convention,"
            " le dernier comité, selon le code.",
            "mois": "Combien de mois entiers entre cette date et le jour.",
        },
    ),
    FichesDe: Described(
        "un groupe de fiches d'un territoire",
        "groupes de fiches d'un territoire",
        "Des fiches d'un territoire, avec ce qui demande de l'attention.",
        {"territoire": "Lequel.", "fiches": "Ses fiches."},
    ),
    SeanceDe: Described(
        "une séance d'un territoire",
        "séances d'un territoire",
        "Un comité de pilotage qui vient.",
        {"territoire": "Le territoire.", "seance": "Le comité."},
    ),
    Terme: Described(
        "un terme de convention",
        "termes de convention",
        "Une convention qui finit dans l'année, ou qui est finie.",
        {
            "territoire": "De quel territoire.",
            "fin": "Son dernier jour, compris.",
            "mois": "Combien de mois entiers restent\u00a0; 0 une fois ce jour passé.",
            "avancement": "L'avancement de son plan.",
            "suivant": "Le premier jour du plan qui suit\u00a0; rien si aucun n'a été donné.",
        },
    ),
    ArgentTerritoires: Described(
        "l'argent des territoires",
        "argents des territoires",
        "Les financements de tous les plans, en euros.",
        {
            "etats": "Les états rencontrés, le plus sûr en dernier\u00a0; rien pour les lignes qui n'en"
            " disent aucun.",
            "annees": "Par année.",
            "territoires": "Les territoires dont le plan dit un montant, dans l'ordre du rapport.",
            "par_etat": "Combien dans chaque état.",
            "total": "En tout.",
            "sans_montant": "Combien de lignes de ces territoires ne disent pas de montant.",
            "muets": "Combien de territoires ne disent aucun montant.",
        },
    ),
    Dotation: Described(
        "une dotation",
        "dotations",
        "Les financements d'un territoire, en euros.",
        {
            "territoire": "Lequel.",
            "etats": "Combien dans chaque état.",
            "total": "En tout.",
        },
    ),
    Ecart: Described(
        "un écart",
        "écarts",
        "Un fichier donné, que les chiffres ne comptent pas.",
        {
            "code": "Pourquoi.",
            "fichier": "Son nom, comme il a été donné\u00a0; rien si `phrase` le dit.",
            "erreurs": "Combien d'erreurs il a.",
            "phrase": "Pourquoi il ne peut pas être lu.",
            "territoire": "De quel territoire est le plan, s'il a pu être lu.",
            "debut": "Le premier jour de sa convention.",
            "fin": "Le dernier, compris.",
            "retenu": "Le fichier du même territoire qui compte à sa place.",
        },
    ),
}
