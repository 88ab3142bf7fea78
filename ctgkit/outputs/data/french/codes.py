"""What the codes of the views mean."""

from __future__ import annotations

from ctgkit.outputs.data.french.described import Codes

CODES = (
    Codes(
        "un statut",
        "statuts",
        {
            "à venir": "Rien n'a commencé.",
            "en cours": "C'est commencé.",
            "réalisée": "C'est fait.",
            "en pause": "C'est arrêté pour un temps.",
            "bloquée": "Quelque chose empêche d'avancer.",
            "abandonnée": "Cela ne se fera pas.",
        },
    ),
    Codes(
        "un code d'alerte",
        "codes d'alerte",
        {
            "en-retard": "Le dernier jour que désigne la fin du calendrier est passé.",
            "demarrage-en-retard": "Le dernier jour que désigne son début est passé, et rien ne dit que c'est"
            " commencé.",
            "bloquee": "C'est son statut.",
            "sans-nouvelles": "C'est en cours, en pause ou bloqué, et la dernière entrée a plus d'un an.",
            "sans-pilote": "Personne ne la porte.",
        },
    ),
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
        "un empêchement",
        "empêchements",
        {
            "sans-mesure": "Rien n'a été mesuré.",
            "sans-cible": "Il n'y a pas de cible.",
            "sans-reference": "La valeur de départ n'est pas dite.",
            "qualitatif": "Une des valeurs n'est pas un nombre.",
            "sur-place": "La cible est la valeur de départ.",
            "sens-contraire": "La cible n'est pas du côté que le sens demande.",
        },
    ),
    Codes(
        "une tendance",
        "tendances",
        {
            "hausse": "Plus que la fois d'avant.",
            "baisse": "Moins que la fois d'avant.",
            "stable": "Autant que la fois d'avant.",
        },
    ),
    Codes(
        "un sens",
        "sens",
        {"hausse": "L'indicateur doit monter.", "baisse": "L'indicateur doit descendre."},
    ),
    Codes(
        "une nature de fiche",
        "natures de fiche",
        {
            "action": "Une action.",
            "engagement": "L'engagement d'écrire des actions plus tard, par avenant.",
        },
    ),
    Codes(
        "une origine",
        "origines",
        {"engagée": "Déjà en cours à la signature.", "nouvelle": "Commence avec la convention."},
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
        "une phase",
        "phases",
        {
            "lancement": "Personne n'a encore rien écrit dans les journaux.",
            "suivi": "Le plan est suivi.",
        },
    ),
    Codes(
        "un moment",
        "moments",
        {
            "suivi": "Le plan est suivi.",
            "lancement": "Il ne l'est pas encore, dans sa première année ou avant elle.",
            "attente": "Il ne l'est toujours pas, plus tard.",
            "terme": "Il ne l'a jamais été, et la convention est finie.",
        },
    ),
    Codes(
        "un code de groupe",
        "codes de groupe",
        {
            "alerte": "En retard, en retard de démarrage ou bloquée.",
            "pause": "En pause.",
            "realisee": "Réalisée.",
            "en-cours": "En cours.",
            "a-venir": "À venir.",
            "abandonnee": "Abandonnée.",
            "non-renseignee": "Rien ne dit où elle en est.",
        },
    ),
    Codes(
        "un code d'échéance",
        "codes d'échéance",
        {
            "debut": "Une fiche ou une étape commence.",
            "fin": "Une fiche ou une étape finit.",
            "cible": "La cible d'un indicateur doit être atteinte.",
            "convention": "La convention finit.",
        },
    ),
    Codes(
        "un code de manque",
        "codes de manque",
        {
            "signature": "La date de signature.",
            "signataires": "Les signataires.",
            "contacts": "Les contacts.",
            "copils": "La date du prochain COPIL.",
            "pilotes": "Le pilote.",
            "calendrier": "Le calendrier.",
            "calendrier-non-compris": "Un calendrier que ctgkit comprenne.",
            "resultats": "Les résultats attendus.",
            "indicateurs": "Les indicateurs.",
            "cible": "Une cible pour au moins un indicateur.",
            "mesures": "Une mesure pour un indicateur qui a une cible.",
            "montant": "Le montant d'un financement.",
            "suivi": "Un statut.",
        },
    ),
    Codes(
        "un code de demande",
        "codes de demande",
        {
            "terme": "Proposer un nouveau terme\u00a0: c'est en retard.",
            "bilan": "Dire ce qui en a été fait\u00a0: c'est en retard, et la convention est finie.",
            "demarrage": "Dire si c'est commencé, ou quand ce le sera\u00a0: c'était prévu.",
            "deblocage": "Dire ce qui lèverait le blocage.",
            "reprise": "Dire quand cela reprendra.",
            "premieres-nouvelles": "Dire où cela en est\u00a0: rien n'a encore été noté.",
            "nouvelles": "Dire où cela en est\u00a0: rien n'a été noté depuis le COPIL précédent, ou depuis"
            " longtemps.",
            "calendrier": "Préciser le calendrier, qui manque ou n'est pas compris.",
            "mesure": "Relever un indicateur, qui ne l'a jamais été, ou pas depuis un an.",
            "echeance": "Préparer une échéance qui vient.",
        },
    ),
    Codes(
        "une nature de relevé",
        "natures de relevé",
        {
            "reference": "La valeur de départ.",
            "mesure": "Une valeur mesurée.",
            "cible": "La valeur visée.",
        },
    ),
    Codes(
        "un état de financement",
        "états de financement",
        {
            "prévu": "Il est attendu.",
            "acquis": "Il est accordé.",
            "réalisé": "Il est dépensé.",
        },
    ),
    Codes(
        "une nature de dépense",
        "natures de dépense",
        {
            "fonctionnement": "Une dépense de fonctionnement.",
            "investissement": "Une dépense d'investissement.",
        },
    ),
    Codes(
        "un type d'indicateur",
        "types d'indicateur",
        {"quantitatif": "Un nombre.", "qualitatif": "Une appréciation."},
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
    Codes(
        "un état de convention",
        "états de convention",
        {
            "a-venir": "La convention n'a pas commencé.",
            "en-cours": "Elle court.",
            "terminee": "Elle est finie.",
        },
    ),
    Codes(
        "un code de motif",
        "codes de motif",
        {
            "en-retard": "Des fiches sont en retard.",
            "bloquee": "Des fiches sont bloquées.",
            "demarrage-en-retard": "Des fiches auraient dû commencer.",
            "muet": "Rien n'est noté dans les journaux depuis un an.",
            "sans-suivi": "Rien n'y a jamais été noté, et la convention court depuis un an.",
            "terminee": "La convention est finie, et aucun plan ne suit.",
            "terme": "Elle finit dans l'année, et aucun plan ne suit.",
            "sans-copil": "Aucun comité n'est prévu, et aucun ne s'est tenu depuis un an.",
        },
    ),
    Codes(
        "une raison d'écart",
        "raisons d'écart",
        {
            "erreurs": "Le fichier a des erreurs.",
            "illisible": "Il ne peut pas être lu.",
            "autre-periode": "Un autre plan du territoire est en cours, ou plus proche du jour.",
        },
    ),
)
