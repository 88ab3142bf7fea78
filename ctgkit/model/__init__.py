"""What a plan is. No input or output here, and no YAML: other rooms bring the data."""

from ctgkit.model.action import (
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
from ctgkit.model.adresses import Fiche, adresse_complete, adresses_courtes, fiches
from ctgkit.model.plan import Periode, Plan, Preambule, Territoire, Vocabulaire
from ctgkit.model.rubriques import INTITULES, Rubrique
from ctgkit.model.section import Section
from ctgkit.model.texte import Ecriture, Point

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
