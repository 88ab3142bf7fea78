"""How pressing a fiche is to those who carry the plan out."""

from __future__ import annotations

from ctgkit.vocabulary.terme import Terme, Words


class Priorite(Terme, noun=("une priorité", "priorités")):
    """The priorities, the most pressing first."""

    HAUTE = Words(word="haute", meaning="À faire d'abord.", synonyms=("élevée", "forte", "1"))
    MOYENNE = Words(word="moyenne", meaning="À faire ensuite.", synonyms=("2",))
    BASSE = Words(word="basse", meaning="Peut attendre.", synonyms=("faible", "3"))
