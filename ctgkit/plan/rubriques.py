"""The headings of a fiche: their keys, their usual labels, and the order they are printed in."""

from __future__ import annotations

from typing import Literal, TypeAlias

Rubrique: TypeAlias = Literal[
    "constats",
    "descriptif",
    "publics",
    "pilotes",
    "partenaires",
    "moyens",
    "dispositifs",
    "vigilance",
    "resultats",
    "indicateurs",
    "calendrier",
]

#: The label of each heading where the plan gives none, in the order used where it gives none.
INTITULES: dict[Rubrique, str] = {
    "constats": "Constats",
    "descriptif": "Descriptif",
    "publics": "Public ciblé",
    "pilotes": "Pilotes",
    "partenaires": "Partenaires",
    "moyens": "Moyens et ressources",
    "dispositifs": "Dispositifs mobilisables",
    "vigilance": "Points de vigilance",
    "resultats": "Résultats attendus",
    "indicateurs": "Indicateurs",
    "calendrier": "Calendrier",
}
