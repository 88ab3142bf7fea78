"""What a fiche is, and whether it is new."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class NatureFacts(Words):
    """What a nature is.

    Attributes:
        promise: whether the real actions are still to be written: nothing is missing of the fiche then.
        fiche: what a fiche of this nature is called, one and several; empty where the plan says it
            (`vocabulaire.action`).
        called: what a sentence calls one and several, whatever the plan does.
        the: what one is called, with its article.
        this: the same, of the one that is spoken of.
    """

    the: str
    this: str
    called: tuple[str, str]
    promise: bool = False
    fiche: tuple[str, str] = ("", "")


class NatureAction(Terme, noun=("une nature de fiche", "natures de fiche")):
    """What a fiche is."""

    facts: NatureFacts

    ACTION = NatureFacts(
        word="action",
        many="actions",
        meaning="Une action.",
        the="l'action",
        this="cette action",
        called=("fiche action", "fiches actions"),
    )
    ENGAGEMENT = NatureFacts(
        word="engagement",
        many="engagements",
        meaning="L'engagement d'écrire des actions plus tard, par avenant.",
        the="l'engagement",
        this="cet engagement",
        called=("fiche d'engagement", "fiches d'engagement"),
        promise=True,
        fiche=("fiche d'engagement", "fiches d'engagement"),
    )


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class OrigineFacts(Words):
    """What an origin is.

    Attributes:
        begun: whether the action was under way when the contract was signed.
    """

    begun: bool = False


class Origine(Terme, noun=("une origine", "origines")):
    """Whether an action is new."""

    facts: OrigineFacts

    ENGAGEE = OrigineFacts(
        word="engagée", many="engagées", meaning="Déjà en cours à la signature.", begun=True
    )
    NOUVELLE = OrigineFacts(word="nouvelle", many="nouvelles", meaning="Commence avec la convention.")
