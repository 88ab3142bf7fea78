"""What a plan file may not say yet."""

from __future__ import annotations

from ctgkit.vocabulary.terme import Terme, Words


def _lacking(word: str, what: str) -> Words:
    return Words(word=word, one=what, meaning=f"{what[0].upper()}{what[1:]}.")


class CodeManque(Terme, noun=("un code de manque", "codes de manque")):
    """What the file does not say: `one` names it, with its article."""

    SIGNATURE = _lacking("signature", "la date de signature")
    SIGNATAIRES = _lacking("signataires", "les signataires")
    CONTACTS = _lacking("contacts", "les contacts")
    COPILS = _lacking("copils", "la date du prochain comité de pilotage")
    PILOTES = _lacking("pilotes", "le pilote")
    CALENDRIER = _lacking("calendrier", "le calendrier")
    CALENDRIER_NON_COMPRIS = _lacking("calendrier-non-compris", "un calendrier que ctgkit comprenne")
    RESULTATS = _lacking("resultats", "les résultats attendus")
    INDICATEURS = _lacking("indicateurs", "les indicateurs")
    CIBLE = _lacking("cible", "une cible pour au moins un indicateur")
    MESURES = _lacking("mesures", "une mesure pour un indicateur qui a une cible")
    MONTANT = _lacking("montant", "le montant d'un financement")
    SUIVI = _lacking("suivi", "un statut")
