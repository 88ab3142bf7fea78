"""What the codes of the views mean, those of closed lists apart: their members say it."""

from __future__ import annotations

from ctgkit.outputs.data.french.described import Codes

CODES = (
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
