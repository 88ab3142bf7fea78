"""The words that a territory has for the statuses: read like the usual ones, and printed in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from ctgkit.plan.declaration import ReadBy, Unreadable
from ctgkit.plan.texte import lire_texte
from ctgkit.plan.valeurs import bare, lire_mot, mots_lus
from ctgkit.vocabulary.statut import Statut

#: A word or a few, as they stand in a sentence, in a cell and on a screen alike.
_MOT = re.compile(r"[^\W\d_](?:[^\W_]|[ \u00a0'’,./()-])*")


def lire_statuts(valeur: Any) -> Any:
    """Words by the status that they are of, whatever synonym it is written with.

    Raises:
        Unreadable: `valeur_inconnue` for a status that is none, `mot_pris` for a word that says another,
            `mot_a_signes` for one that is not made of letters.
    """
    if not isinstance(valeur, dict):
        return valeur
    lus: dict[str, str] = {}
    pris: dict[str, Statut] = {}
    for cle, mot in valeur.items():
        if mot is None:
            continue
        statut, texte = lire_mot(Statut, cle), lire_texte(mot)
        if not _MOT.fullmatch(texte):
            raise Unreadable("mot_a_signes", cle=cle, ecrit=texte)
        autre = mots_lus(Statut).get(bare(texte), statut)
        autre = pris.setdefault(bare(texte), statut) if autre is statut else autre
        if autre is not statut:
            raise Unreadable("mot_pris", cle=cle, ecrit=texte, autre=str(autre))
        lus[statut] = texte
    return lus


def statut_dit(mots: Mapping[str, str], dit: str) -> str | None:
    """The status that a word of the territory is of, if it is one of them."""
    return next((str(statut) for statut, mot in mots.items() if bare(mot) == bare(dit)), None)


#: The word of a territory for each status that it says otherwise.
Statuts = Annotated[dict[str, str], ReadBy(lire_statuts, "Statuts")]
