"""What is said of a fiche when it is looked back on, and what is proposed for it."""

from __future__ import annotations

from ctgkit.vocabulary.terme import Terme, Words


class Appreciation(Terme, noun=("une appréciation", "appréciations")):
    """Whether what was expected is there. The words agree with `objectif`."""

    ATTEINT = Words(
        word="atteint",
        meaning="Ce qui était attendu est là.",
        synonyms=("atteints", "objectif atteint", "objectifs atteints", "totalement atteint"),
    )
    PARTIEL = Words(
        word="partiellement atteint",
        meaning="Une partie de ce qui était attendu est là.",
        synonyms=(
            "partiellement atteints",
            "en partie atteint",
            "atteint en partie",
            "atteint partiellement",
            "partiel",
            "partiellement",
            "en partie",
        ),
    )
    NON_ATTEINT = Words(
        word="non atteint",
        meaning="Ce qui était attendu n'est pas là.",
        synonyms=("non atteints", "pas atteint", "objectif non atteint", "objectifs non atteints"),
    )
    NON_EVALUE = Words(
        word="non évalué",
        meaning="Rien ne permet de le dire.",
        synonyms=("non évalués", "pas évalué", "non évaluable", "à évaluer"),
    )


class Proposition(Terme, noun=("une proposition", "propositions")):
    """What is proposed for the rest of the contract, or for the next one."""

    POURSUIVRE = Words(
        word="poursuivre",
        meaning="Continuer ainsi.",
        synonyms=("à poursuivre", "continuer", "à continuer", "reconduire", "à reconduire", "maintenir"),
    )
    EVOLUER = Words(
        word="faire évoluer",
        meaning="Continuer autrement.",
        synonyms=("à faire évoluer", "évoluer", "adapter", "à adapter", "modifier", "réorienter"),
    )
    ARRETER = Words(
        word="arrêter",
        meaning="Ne pas continuer.",
        synonyms=("à arrêter", "abandonner", "cesser", "mettre fin", "clore"),
    )
