"""The shapes of the report to the steering committee. Codes and data only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from ctgkit.followup import IndicateurState
from ctgkit.french.described import described
from ctgkit.reports.followed.view import (
    Argent,
    DecisionPrise,
    Echeance,
    Entete,
    FichePubliee,
    Ligne,
    Part,
    Question,
    Renvoi,
)
from ctgkit.vocabulary.groupe import CodeGroupe
from ctgkit.vocabulary.indicateur import NatureReleve
from ctgkit.vocabulary.manque import CodeManque
from ctgkit.vocabulary.statut import Statut


@described("un groupe", "groupes", "Les fiches qui en sont au même point, dans l'ordre du document.")
class Groupe(NamedTuple):
    """The fiches that stand alike, in document order."""

    code: Annotated[CodeGroupe, "À quel point."]
    lignes: Annotated[tuple[Ligne, ...], "Ces fiches."]


@described("des mouvements", "mouvements", "Combien de fiches ont bougé, et comment.")
class Mouvements(NamedTuple):
    """How many fiches moved since the day `since`, and how."""

    fiches: Annotated[int, "Toutes celles qui ont bougé."]
    journal: Annotated[int, "Celles où quelque chose a été noté ou mesuré."]
    commencees: Annotated[int, "Celles qui ont commencé."]
    achevees: Annotated[int, "Celles qui ont été réalisées."]
    bloquees: Annotated[int, "Celles qui sont bloquées et ne l'étaient pas."]
    abandonnees: Annotated[int, "Celles qui ont été abandonnées."]
    mesures: Annotated[int, "Combien de mesures ont été prises."]


@described("une charge", "charges", "Ce que porte quelqu'un.")
class Charge(NamedTuple):
    """How many fiches somebody carries; `None`: nobody does."""

    pilote: Annotated[str | None, "Qui\u00a0; rien pour les actions que personne ne porte."]
    fiches: Annotated[tuple[Renvoi, ...], "Ses fiches."]


@described("un relevé", "relevés", "Une valeur d'un indicateur.")
class Releve(NamedTuple):
    """A value of an indicator."""

    nature: Annotated[NatureReleve, "Ce que vaut cette valeur."]
    date: Annotated[date, "Son jour."]
    valeur: Annotated[Decimal | str, "La valeur."]
    commentaire: Annotated[str | None, "Ce qui l'explique."]


@described("un point de courbe", "points de courbe", "Une valeur, et sa place.")
class Trait(NamedTuple):
    """A value on a chart: from 0 to 1000, from the left and from the bottom."""

    x: Annotated[int, "Sa place, de 0 (à gauche) à 1000."]
    y: Annotated[int, "Sa hauteur, de 0 (en bas) à 1000."]
    valeur: Annotated[Decimal, "La valeur."]
    date: Annotated[date, "Son jour."]


@described("une courbe", "courbes", "De quoi dessiner la courbe d'un indicateur.")
class Courbe(NamedTuple):
    """The curve of an indicator."""

    reference: Annotated[Trait | None, "D'où il part."]
    mesures: Annotated[tuple[Trait, ...], "Ce qui a été mesuré, par date."]
    cible: Annotated[Trait | None, "Où il doit arriver."]
    debut: Annotated[date, "Le jour du bord gauche."]
    fin: Annotated[date, "Le jour du bord droit."]
    bas: Annotated[Decimal, "La plus petite valeur."]
    haut: Annotated[Decimal, "La plus grande."]


@described(
    "un indicateur suivi",
    "indicateurs suivis",
    "Un indicateur d'une fiche ou d'une étape, avec ses valeurs.",
)
class Indicateur(NamedTuple):
    """An indicator of a fiche, or of one of its steps; `courbe` is `None` where there is none to draw."""

    fiche: Annotated[Renvoi, "La fiche."]
    etape: Annotated[str | None, "Le titre de l'étape, si c'est l'une des siennes."]
    etat: Annotated[IndicateurState, "Où il en est."]
    releves: Annotated[tuple[Releve, ...], "Ses valeurs, de la référence à la cible."]
    courbe: Annotated[Courbe | None, "Sa courbe\u00a0; rien s'il n'y a pas de nombres à deux dates."]


@described("un bilan des indicateurs", "bilans des indicateurs", "Combien d'indicateurs.")
class BilanIndicateurs(NamedTuple):
    """How many indicators: all, measured, at their target, and whose last value went the wrong way."""

    suivis: Annotated[int, "Ceux que l'on peut suivre."]
    mesures: Annotated[int, "Ceux qui ont été mesurés."]
    atteints: Annotated[int, "Ceux dont la cible est atteinte."]
    reculent: Annotated[
        int,
        "Ceux dont la dernière mesure va dans le mauvais sens, sans que la cible soit atteinte.",
    ]


@described(
    "une barre",
    "barres",
    "Un intervalle, le plus large que ses mots puissent désigner, dans les limites de la convention.",
)
class Barre(NamedTuple):
    """A stretch of time on the calendar: the widest that its words may mean, within the contract."""

    debut: Annotated[date, "Son premier jour."]
    fin: Annotated[date, "Son dernier jour, compris."]
    x: Annotated[int, "Où elle commence, en millièmes de la convention."]
    largeur: Annotated[int, "Combien elle dure, en millièmes aussi."]
    avant: Annotated[bool, "Si elle commence avant la convention, ou si rien ne dit quand."]
    apres: Annotated[bool, "Si elle finit après la convention, ou si rien ne dit quand."]


@described("une ligne du calendrier", "lignes du calendrier", "Une fiche, sur le calendrier.")
class LigneCalendrier(NamedTuple):
    """A fiche on the calendar; `textes` are the phrases, as written."""

    fiche: Annotated[Renvoi, "La fiche."]
    statut: Annotated[Statut | None, "Son statut."]
    textes: Annotated[tuple[str, ...], "Son calendrier, tel qu'il est écrit."]
    barres: Annotated[tuple[Barre, ...], "Ses intervalles."]


@described("un repère", "repères", "Un jour du calendrier.")
class Repere(NamedTuple):
    """A year or a committee on the calendar: where, in thousandths of the contract."""

    date: Annotated[date, "Le jour."]
    x: Annotated[int, "Où il est, en millièmes de la convention."]


@described(
    "une section du calendrier",
    "sections du calendrier",
    "Les fiches d'une section du premier niveau, sur le calendrier.",
)
class SectionCalendrier(NamedTuple):
    """The fiches of a section of the first level, on the calendar."""

    niveau: Annotated[str | None, "Le nom de son niveau dans le document."]
    numero: Annotated[str | None, "Son numéro."]
    titre: Annotated[str | None, "Son titre\u00a0; rien pour les fiches qui ne sont dans aucune section."]
    lignes: Annotated[tuple[LigneCalendrier, ...], "Ses fiches."]


@described("un calendrier", "calendriers", "La convention, de son premier jour à son dernier.")
class Calendrier(NamedTuple):
    """The contract, from its first day to its last."""

    sections: Annotated[tuple[SectionCalendrier, ...], "Les sections du premier niveau qui y ont une fiche."]
    annees: Annotated[
        tuple[Repere, ...],
        "Le premier jour de chaque année\u00a0; de la première, celui de la convention.",
    ]
    copils: Annotated[tuple[Repere, ...], "Les COPIL qui y sont."]
    jour: Annotated[Repere | None, "Le jour du rapport\u00a0; rien s'il est en dehors."]
    muettes: Annotated[
        tuple[Renvoi, ...],
        "Les fiches dont le calendrier manque, n'est pas compris ou est en dehors.",
    ]


@described("un manque", "manques", "Ce que le fichier ne dit pas encore.")
class Manque(NamedTuple):
    """What the file does not say."""

    code: Annotated[CodeManque, "Quoi."]
    nombre: Annotated[
        int,
        "Combien d'actions ne le disent pas\u00a0; 0 pour ce que le plan lui-même ne dit pas.",
    ] = 0
    sur: Annotated[int, "Sur combien qui devraient."] = 0
    fiches: Annotated[tuple[Renvoi, ...], "Lesquelles\u00a0; aucune si ce sont toutes."] = ()


@described(
    "un rapport au comité de pilotage",
    "rapports au comité de pilotage",
    "Le rapport au comité de pilotage\u00a0; ce qui est vide n'a rien à dire.",
)
class CopilView(NamedTuple):
    """The report to the steering committee; what is empty has nothing to say."""

    entete: Annotated[Entete, "Le plan et le jour."]
    ensemble: Annotated[Part, "Les chiffres de tout le plan."]
    parts: Annotated[tuple[Part, ...], "Les chiffres de chaque section, dans l'ordre du document."]
    charges: Annotated[tuple[Charge, ...], "Qui porte combien de fiches, le plus chargé d'abord."]
    mouvements: Annotated[Mouvements | None, "Combien de fiches ont bougé\u00a0; rien sans jour d'où partir."]
    changements: Annotated[tuple[Ligne, ...], "Les fiches qui ont bougé."]
    groupes: Annotated[
        tuple[Groupe, ...],
        "Toutes les fiches, selon où elles en sont\u00a0; aucune au lancement.",
    ]
    indicateurs: Annotated[tuple[Indicateur, ...], "Les indicateurs que l'on peut suivre."]
    bilan: Annotated[BilanIndicateurs, "Combien d'indicateurs, et où ils en sont."]
    argent: Annotated[Argent | None, "Les financements\u00a0; rien si aucun montant n'est dit."]
    calendrier: Annotated[
        Calendrier | None,
        "Le calendrier de la convention\u00a0; rien si aucune fiche n'y a de place.",
    ]
    passees: Annotated[
        tuple[Echeance, ...],
        "Les échéances passées d'un plan que personne ne suit\u00a0: rien ne dit si elles ont été tenues.",
    ]
    echeances: Annotated[tuple[Echeance, ...], "Ce qui vient d'ici à l'horizon, par date."]
    decidees: Annotated[
        tuple[DecisionPrise, ...],
        "Ce qui a été décidé depuis le COPIL précédent, lui compris, et ce qui reste à mettre en œuvre"
        " de plus ancien\u00a0; la réunion la plus récente d'abord.",
    ]
    decidees_closes: Annotated[int, "Combien de décisions plus anciennes n'appellent plus rien."]
    decisions: Annotated[tuple[Question, ...], "Ce dont le comité doit décider, le plus pressant d'abord."]
    manques: Annotated[tuple[Manque, ...], "Ce que le fichier ne dit pas encore."]
    fiches: Annotated[tuple[FichePubliee, ...], "Les fiches dont il est question, en entier."]
