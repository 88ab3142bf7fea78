"""What a plan is. No input or output here, and no YAML: other rooms bring the data."""

from ctgkit.plan.action import (
    Action,
    Calendrier,
    EntreeSuivi,
    Etape,
    Financement,
    Indicateur,
    Mesure,
    Pilote,
    Repere,
)
from ctgkit.plan.adresses import Fiche, adresse_complete, adresses_courtes, fiches
from ctgkit.plan.intitules import Rubrique
from ctgkit.plan.plan import Periode, Plan, Preambule, Territoire, Vocabulaire
from ctgkit.plan.rubriques import INTITULES
from ctgkit.plan.section import Section
from ctgkit.plan.texte import Ecriture, Point

__all__ = [
    "INTITULES",
    "Action",
    "Calendrier",
    "Ecriture",
    "EntreeSuivi",
    "Etape",
    "Fiche",
    "Financement",
    "Indicateur",
    "Mesure",
    "Periode",
    "Pilote",
    "Plan",
    "Point",
    "Preambule",
    "Repere",
    "Rubrique",
    "Section",
    "Territoire",
    "Vocabulaire",
    "adresse_complete",
    "adresses_courtes",
    "fiches",
]
