"""The gender of a noun, where its first word does not tell it."""

from __future__ import annotations

from ctgkit.vocabulary.terme import Terme, Words


class Genre(Terme):
    """The genders."""

    MASCULIN = Words(word="masculin", meaning="Le contrat, l'accord.", synonyms=("m",))
    FEMININ = Words(word="féminin", meaning="La convention, l'entente.", synonyms=("f",))
