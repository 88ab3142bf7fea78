"""The names of the calendar of a plan."""

from __future__ import annotations

from ctgkit.followup.calendars import (
    EtapeCalendar,
    FicheCalendar,
    Jalon,
    PlanCalendar,
    SectionTitle,
)
from ctgkit.outputs.data.french.described import Described

#: What a fiche and a step have in common.
_ROW = {
    "titre": "Son titre.",
    "statut": "Son statut ce jour-là\u00a0; rien si rien ne le dit.",
    "avancement": "Son avancement ce jour-là, en pour cent.",
    "pilotes": "Qui, sous les noms de l'annuaire.",
    "phrases": "Son calendrier, phrase par phrase.",
}

CALENDAR: dict[type, Described] = {
    PlanCalendar: Described(
        "un calendrier de plan",
        "calendriers de plans",
        "Le calendrier d'un plan.",
        {
            "titre": "Le titre du plan.",
            "territoire": "Le nom du territoire.",
            "caf": "La Caf signataire.",
            "debut": "Le premier jour de la convention.",
            "fin": "Le dernier, compris.",
            "signature": "Le jour de la signature.",
            "day": "Le jour des statuts.",
            "year": "La seule année demandée.",
            "pilote": "Le seul pilote demandé, sous le nom de l'annuaire.",
            "sections": "Ses sections, chacune avant celles du dessous.",
            "fiches": "Les fiches demandées, dans l'ordre du document.",
            "left": "Combien de fiches ne sont pas demandées.",
            "jalons": "Les COPIL et les avenants, par date.",
        },
    ),
    SectionTitle: Described(
        "un titre de section",
        "titres de section",
        "Une section, par son nom.",
        {
            "niveau": "Le nom de son niveau dans le document.",
            "profondeur": "0 pour un axe.",
            "numero": "Son numéro.",
            "titre": "Son titre.",
        },
    ),
    FicheCalendar: Described(
        "un calendrier de fiche",
        "calendriers de fiches",
        "Quand une fiche se déroule.",
        {
            "adresse": "Son adresse, telle qu'on la donne.",
            "complete": "Son adresse avec celle de son axe.",
            "nature": "Ce qu'elle est.",
            "sections": "Le rang, à partir de 0, de chacune de ses sections parmi toutes celles du plan,"
            " axe d'abord.",
            **_ROW,
            "par_etapes": "Si elle n'a pas de calendrier qui soit compris, et que ses étapes disent quand.",
            "etapes": "Ses étapes, celles qui sont demandées.",
        },
    ),
    EtapeCalendar: Described(
        "un calendrier d'étape",
        "calendriers d'étapes",
        "Quand une étape se déroule.",
        _ROW,
    ),
    Jalon: Described(
        "un jalon",
        "jalons",
        "Un jour de la vie du plan.",
        {
            "id": "Ce qui le distingue des autres.",
            "kind": "Un COPIL, ou un avenant.",
            "date": "Son jour.",
            "numero": "Le numéro de l'avenant.",
            "objet": "Son objet.",
        },
    ),
}
