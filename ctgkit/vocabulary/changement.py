"""What happens to what a plan says, from one version to another."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class ChangementFacts(Words):
    """What a kind of change is; something of which there is one is said to be `one`, in the masculine.

    Attributes:
        sign: what stands before a sentence that says it.
        counted: what such changes are called, in a table of numbers.
        article: the title of an article of an avenant that tells nothing else; empty where there is none.
        does: what that article does.
    """

    sign: str
    counted: str
    article: str = ""
    does: str = ""


class NatureChangement(Terme, noun=("une nature de changement", "natures de changement")):
    """What a change is, in the order in which a table counts them."""

    facts: ChangementFacts

    AJOUT = ChangementFacts(
        word="added", one="ajouté", meaning="Quelque chose est ajouté.", sign="+", counted="Ajouts"
    )
    RETRAIT = ChangementFacts(
        word="removed", one="retiré", meaning="Quelque chose est retiré.", sign="-", counted="Retraits"
    )
    MODIFICATION = ChangementFacts(
        word="modified",
        one="modifié",
        meaning="Une valeur en devient une autre.",
        sign="~",
        counted="Modifications",
    )
    DEPLACEMENT = ChangementFacts(
        word="moved",
        one="déplacé",
        meaning="Une fiche ou une section change de section.",
        sign="→",
        counted="Déplacements",
        article="Déplacements",
        does="le déplacement {of_moved}",
    )
    NUMEROTATION = ChangementFacts(
        word="renumbered",
        one="renuméroté",
        meaning="Des fiches ou des sections changent de numéro.",
        sign="#",
        counted="Renumérotations",
        article="Numérotation",
        does="la modification de la numérotation",
    )
    ORDRE = ChangementFacts(
        word="reordered",
        one="réordonné",
        meaning="Les éléments d'une liste changent d'ordre.",
        sign="↕",
        counted="Ordre",
        article="Ordre de présentation",
        does="la modification de l'ordre de présentation",
    )
    REMPLACEMENT = ChangementFacts(
        word="replaced",
        one="remplacé",
        meaning="Des fiches en remplacent d'autres.",
        sign="±",
        counted="Remplacements",
    )
