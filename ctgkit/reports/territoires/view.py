"""The shapes of the report over the territories of a Caf. Codes and data only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from ctgkit.followup import Totals
from ctgkit.french.described import described
from ctgkit.plan.valeurs import Avancement
from ctgkit.reports.followed.view import Annee, Decision, Entete, Part, Seance
from ctgkit.vocabulary.argent import EtatFinancement, Taxes
from ctgkit.vocabulary.moment import EtatConvention
from ctgkit.vocabulary.motif import CodeEcart, CodeMotif


@described("une situation de convention", "situations de convention", "Où en est une convention.")
class Convention(NamedTuple):
    """Where a contract stands."""

    etat: Annotated[EtatConvention, "Si elle court ce jour-là."]
    mois: Annotated[int, "Le mois en cours, à partir de 1\u00a0; 0 avant le premier, `sur` après le dernier."]
    sur: Annotated[int, "Combien de mois elle dure, un mois commencé comptant en entier."]


@described("un motif d'attention", "motifs d'attention", "Pourquoi un territoire demande de l'attention.")
class Motif(NamedTuple):
    """Why a territory is one to look after."""

    code: Annotated[CodeMotif, "Quoi."]
    nombre: Annotated[int, "Combien de fiches, pour ce qui se dit des fiches\u00a0; sinon 0."] = 0
    date: Annotated[
        date | None,
        "Depuis quand, ou quand\u00a0: les dernières nouvelles, le début ou la fin de la convention, le"
        " dernier comité, selon le code.",
    ] = None
    mois: Annotated[int | None, "Combien de mois entiers entre cette date et le jour."] = None


@described("un lieu", "lieux", "Un territoire, comme le rapport le nomme.")
class Lieu(NamedTuple):
    """A territory as the report names it."""

    nom: Annotated[str, "Son nom, avec son département ou sa Caf si un autre porte le même."]
    ancre: Annotated[str, "Où est sa ligne dans le rapport."]


@described("un territoire suivi", "territoires suivis", "Un territoire\u00a0: une ligne du rapport.")
class Territoire(NamedTuple):
    """A territory: a line of the report."""

    lieu: Annotated[Lieu, "Son nom."]
    fichier: Annotated[str, "Le fichier de son plan, comme il a été donné."]
    entete: Annotated[Entete, "Le plan et le jour."]
    convention: Annotated[Convention, "Où en est la convention."]
    ensemble: Annotated[Part, "Les chiffres de tout le plan\u00a0; au lancement, rien n'y est en retard."]
    derniere: Annotated[date | None, "Le jour des dernières nouvelles, entrées et mesures."]
    precedent: Annotated[Seance | None, "Le dernier comité de pilotage, ce jour-là ou avant."]
    passees: Annotated[
        int, "Combien d'échéances sont passées dans un plan que personne ne suit\u00a0; sinon 0."
    ]


@described(
    "un compte de conventions",
    "comptes de conventions",
    "Combien de conventions, selon où elles en sont.",
)
class Conventions(NamedTuple):
    """How many contracts are to come, under way and over, on the day."""

    a_venir: Annotated[int, "Pas encore commencées."]
    en_cours: Annotated[int, "En cours."]
    terminees: Annotated[int, "Finies."]


@described("un bilan des territoires", "bilans des territoires", "Les chiffres de tous les territoires.")
class Bilan(NamedTuple):
    """The figures of all the territories."""

    totaux: Annotated[Totals, "Combien de fiches, par statut et par alerte."]
    avancement: Annotated[
        Avancement | None,
        "L'avancement moyen des fiches, arrondi en dessous\u00a0; celles des plans dont rien ne dit"
        " l'avancement n'y sont pas.",
    ]
    conventions: Annotated[Conventions, "Où en sont les conventions."]
    suivis: Annotated[int, "Combien de plans ont une entrée dans un journal."]
    en_retard: Annotated[int, "Dans combien de territoires une fiche est en retard, à son début ou à sa fin."]
    bloques: Annotated[int, "Dans combien une fiche est bloquée."]
    muets: Annotated[int, "Dans combien rien n'est noté depuis un an, alors que quelque chose l'était."]


@described("un territoire à suivre", "territoires à suivre", "Un territoire qui demande de l'attention.")
class ASuivre(NamedTuple):
    """A territory to look after; `motifs` say why, the most pressing first."""

    territoire: Annotated[Lieu, "Lequel."]
    motifs: Annotated[tuple[Motif, ...], "Pourquoi, le plus pressant d'abord."]


@described(
    "un groupe de fiches d'un territoire",
    "groupes de fiches d'un territoire",
    "Des fiches d'un territoire, avec ce qui demande de l'attention.",
)
class FichesDe(NamedTuple):
    """Some fiches of a territory, with what calls for attention about each."""

    territoire: Annotated[Lieu, "Lequel."]
    fiches: Annotated[tuple[Decision, ...], "Ses fiches."]


@described("une séance d'un territoire", "séances d'un territoire", "Un comité de pilotage qui vient.")
class SeanceDe(NamedTuple):
    """A committee that comes in a territory."""

    territoire: Annotated[Lieu, "Le territoire."]
    seance: Annotated[Seance, "Le comité."]


@described(
    "un terme de convention",
    "termes de convention",
    "Une convention qui finit dans l'année, ou qui est finie.",
)
class Terme(NamedTuple):
    """A contract that ends within a year, or has ended."""

    territoire: Annotated[Lieu, "De quel territoire."]
    fin: Annotated[date, "Son dernier jour, compris."]
    mois: Annotated[int, "Combien de mois entiers restent\u00a0; 0 une fois ce jour passé."]
    avancement: Annotated[Avancement | None, "L'avancement de son plan."]
    suivant: Annotated[date | None, "Le premier jour du plan qui suit\u00a0; rien si aucun n'a été donné."]


@described("une dotation", "dotations", "Les financements d'un territoire, en euros.")
class Dotation(NamedTuple):
    """The money of a territory, in euros."""

    territoire: Annotated[Lieu, "Lequel."]
    etats: Annotated[tuple[Decimal, ...], "Combien dans chaque état."]
    total: Annotated[Decimal, "En tout\u00a0: ce qui est prévu."]
    depense: Annotated[Decimal, "Ce qui est dépensé, qui ne s'y ajoute pas."]


@described(
    "l'argent des territoires",
    "argents des territoires",
    "Les financements de tous les plans, en euros.",
)
class ArgentTerritoires(NamedTuple):
    """The money of all the plans, in euros."""

    etats: Annotated[
        tuple[EtatFinancement | None, ...],
        "Les états rencontrés, le plus sûr en dernier\u00a0; rien pour les lignes qui n'en disent aucun.",
    ]
    annees: Annotated[tuple[Annee, ...], "Par année."]
    territoires: Annotated[
        tuple[Dotation, ...],
        "Les territoires dont le plan dit un montant, dans l'ordre du rapport.",
    ]
    par_etat: Annotated[tuple[Decimal, ...], "Combien dans chaque état."]
    total: Annotated[Decimal, "En tout\u00a0: ce qui est prévu."]
    depense: Annotated[Decimal, "Ce qui est dépensé, qui ne s'y ajoute pas."]
    taxes: Annotated[Taxes | None, "Ce que tous les montants disent des taxes\u00a0; rien s'ils diffèrent."]
    au_moins: Annotated[bool, "Si une fourchette n'y compte que pour le plus petit de ses montants."]
    hors_taxes: Annotated[Decimal, "Ce qui est dit hors taxes, et ne s'ajoute pas au reste."]
    refuses: Annotated[Decimal, "Ce qui est refusé, et n'est pas compté."]
    sans_montant: Annotated[int, "Combien de lignes de ces territoires ne disent pas de montant chiffré."]
    muets: Annotated[int, "Combien de territoires ne disent aucun montant."]


@described("un écart", "écarts", "Un fichier donné, que les chiffres ne comptent pas.")
class Ecart(NamedTuple):
    """A file that was given, and that the figures leave out."""

    code: Annotated[CodeEcart, "Pourquoi."]
    fichier: Annotated[str | None, "Son nom, comme il a été donné\u00a0; rien si `phrase` le dit."] = None
    erreurs: Annotated[int, "Combien d'erreurs il a."] = 0
    phrase: Annotated[str | None, "Pourquoi il ne peut pas être lu."] = None
    territoire: Annotated[Lieu | None, "De quel territoire est le plan, s'il a pu être lu."] = None
    debut: Annotated[date | None, "Le premier jour de sa convention."] = None
    fin: Annotated[date | None, "Le dernier, compris."] = None
    retenu: Annotated[str | None, "Le fichier du même territoire qui compte à sa place."] = None


@described(
    "un rapport sur les territoires",
    "rapports sur les territoires",
    "Le rapport sur les territoires d'une Caf\u00a0; ce qui est vide n'a rien à dire.",
)
class TerritoiresView(NamedTuple):
    """The report over the territories of a Caf; what is empty has nothing to say."""

    jour: Annotated[date, "Le jour du rapport\u00a0; ce qui est daté de ce jour compte."]
    cafs: Annotated[tuple[str, ...], "Les Caf, dans l'ordre alphabétique."]
    territoires: Annotated[tuple[Territoire, ...], "Les territoires, dans l'ordre alphabétique."]
    bilan: Annotated[Bilan, "Les chiffres de tous."]
    a_suivre: Annotated[
        tuple[ASuivre, ...],
        "Ceux qui demandent de l'attention, le plus de retards et de blocages d'abord.",
    ]
    pressantes: Annotated[tuple[FichesDe, ...], "Leurs fiches en retard ou bloquées."]
    a_relancer: Annotated[tuple[FichesDe, ...], "Les autres, sans nouvelles ou sans pilote."]
    copils: Annotated[tuple[SeanceDe, ...], "Les comités de pilotage qui viennent dans l'année, par date."]
    sans_copil: Annotated[
        tuple[Lieu, ...],
        "Les territoires dont la convention court et qui n'en ont prévu aucun.",
    ]
    termes: Annotated[
        tuple[Terme, ...],
        "Les conventions qui finissent dans l'année ou qui sont finies, par date.",
    ]
    argent: Annotated[ArgentTerritoires | None, "Les financements\u00a0; rien si aucun montant n'est dit."]
    ecarts: Annotated[tuple[Ecart, ...], "Les fichiers que les chiffres ne comptent pas."]
    non_comptees: Annotated[int, "Combien d'entrées et de mesures des fichiers ne sont pas comptées."]
