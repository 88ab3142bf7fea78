"""What the codes of the views mean, those of closed lists apart: their members say it."""

from __future__ import annotations

from ctgkit.outputs.data.french.described import Codes

CODES = (
    Codes(
        "une provenance",
        "provenances",
        {
            "journal": "Une entrée du journal l'a dit.",
            "statut": "Le statut le dit\u00a0: «\u00a0réalisée\u00a0» vaut 100\u00a0%,"
            " «\u00a0à venir\u00a0» 0\u00a0%.",
            "etapes": "Les étapes le font ensemble.",
        },
    ),
    Codes(
        "une précision",
        "précisions",
        {
            "jour": "Un jour.",
            "mois": "Un mois.",
            "trimestre": "Un trimestre.",
            "semestre": "Un semestre.",
            "saison": "Une saison.",
            "annee": "Une année.",
            "partie": "Une partie d'autre chose («\u00a0début 2024\u00a0», «\u00a0rentrée 2025\u00a0»).",
            "choix": "L'un ou l'autre («\u00a02024 ou 2025\u00a0»).",
            "contrat": "La convention elle-même.",
        },
    ),
    Codes(
        "une portée",
        "portées",
        {
            "exact": "Ces jours-là.",
            "earliest": "Ces jours-là ou plus tard («\u00a0pas avant 2026\u00a0»).",
            "latest": "Ces jours-là ou plus tôt («\u00a0d'ici 2025\u00a0»).",
        },
    ),
    Codes(
        "une raison",
        "raisons",
        {
            "rien": "Rien ne dit quand.",
            "sans_annee": "Un mois, une saison, un semestre… sans année.",
            "annee_courte": "Une année en deux chiffres.",
            "impossible": "Un jour qui n'existe pas, une fin avant le début, ou deux dates contraires.",
            "ambigu": "Plusieurs dates sont possibles.",
            "duree": "Une durée qui ne dit pas de quand à quand.",
            "relatif": "Un temps compté depuis quelque chose qui n'est pas dit («\u00a0N+1\u00a0»).",
            "reference": "L'année nomme autre chose («\u00a0budget 2025\u00a0»).",
            "evenement": "Une date qui est celle d'autre chose («\u00a0dès l'ouverture en 2025\u00a0»).",
            "exclusion": "Un temps exclu («\u00a0sauf en 2025\u00a0»).",
            "sans_fin": "Une suite que rien ne date («\u00a0de 2024 à la livraison\u00a0»).",
        },
    ),
    Codes(
        "une sorte de donnée",
        "sortes de données",
        {"entree": "Une entrée du journal.", "mesure": "Une mesure d'un indicateur."},
    ),
    Codes(
        "un motif",
        "motifs",
        {"apres": "Elle est datée après le jour de l'état.", "avant": "Elle est datée avant la convention."},
    ),
    Codes(
        "une unité de temps",
        "unités de temps",
        {
            "jour": "Un jour.",
            "semaine": "Une semaine.",
            "quinzaine": "Une quinzaine.",
            "mois": "Un mois.",
            "trimestre": "Un trimestre.",
            "semestre": "Un semestre.",
            "saison": "Une saison.",
            "an": "Un an.",
            "vacances": "Une période de vacances scolaires.",
            "continu": "Aucune\u00a0: c'est continu.",
        },
    ),
    Codes(
        "une sorte de jalon",
        "sortes de jalons",
        {"copil": "Un COPIL.", "avenant": "Un avenant."},
    ),
)
