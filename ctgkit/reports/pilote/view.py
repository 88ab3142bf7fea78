"""The shapes of a pilot's list. Codes and data only."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple

from ctgkit.followup import Alerte, PeriodState
from ctgkit.french.described import described
from ctgkit.reports.followed.view import DecisionPrise, Echeance, Entete, FichePubliee, Ligne, Part
from ctgkit.vocabulary.demande import CodeDemande


@described("une demande", "demandes", "Ce qui est demandé à un pilote.")
class Demande(NamedTuple):
    """Something that is asked of a pilot."""

    code: Annotated[CodeDemande, "Quoi."]
    alerte: Annotated[Alerte | None, "Ce qui le rend nécessaire."] = None
    derniere: Annotated[date | None, "Le jour des dernières nouvelles, ou de la dernière mesure."] = None
    indicateur: Annotated[str | None, "L'indicateur à relever."] = None
    echeance: Annotated[Echeance | None, "Ce qui vient."] = None
    calendrier: Annotated[PeriodState | None, "Le calendrier à préciser."] = None


@described("une fiche portée", "fiches portées", "Une fiche qu'un pilote porte, ou dont il porte des étapes.")
class FichePilotee(NamedTuple):
    """A fiche that a pilot carries, whole or by some steps."""

    ligne: Annotated[Ligne, "La fiche et son état."]
    etapes: Annotated[tuple[str, ...], "Les titres des étapes qu'il porte, s'il ne porte pas la fiche."]
    avec: Annotated[tuple[str, ...], "Les autres pilotes de la fiche."]
    demandes: Annotated[tuple[Demande, ...], "Ce qui lui est demandé."]


@described("une liste de pilote", "listes de pilotes", "Ce que porte un pilote, et ce qui lui est demandé.")
class PiloteView(NamedTuple):
    """The list of one pilot."""

    entete: Annotated[Entete, "Le plan et le jour."]
    nom: Annotated[str, "Le pilote, sous le nom de l'annuaire."]
    ensemble: Annotated[Part, "Les chiffres de ses fiches, celles dont il ne porte qu'une étape comprises."]
    fiches: Annotated[tuple[FichePilotee, ...], "Ses fiches, dans l'ordre du document."]
    decidees: Annotated[
        tuple[DecisionPrise, ...],
        "Les décisions à mettre en œuvre dont il est responsable, ou qui concernent ses fiches.",
    ]
    echeances: Annotated[tuple[Echeance, ...], "Ce qui vient d'ici à l'horizon, par date."]
    publiees: Annotated[tuple[FichePubliee, ...], "Ses fiches, en entier."]
