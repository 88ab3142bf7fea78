"""How grave a finding is."""

from __future__ import annotations

from ctgkit.vocabulary.terme import Terme, Words


class Gravite(Terme):
    """The levels of findings, the gravest first. Their codes are those that programs know."""

    ERREUR = Words(
        word="error",
        one="erreur",
        many="erreurs",
        meaning="Le plan ne peut pas être lu ainsi.",
        synonyms=("erreur",),
    )
    ALERTE = Words(
        word="warning", one="alerte", many="alertes", meaning="Sans doute à corriger.", synonyms=("alerte",)
    )
    REMARQUE = Words(
        word="info", one="remarque", many="remarques", meaning="À regarder.", synonyms=("remarque",)
    )
