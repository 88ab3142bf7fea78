"""The committees that follow a plan, and what becomes of what they decide."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


class Instance(Terme, noun=("une instance", "instances")):
    """The committees that all plans have; a plan may have groups of its own besides, by any name."""

    COPIL = Words(
        word="COPIL",
        meaning="Le comité de pilotage, qui décide.",
        synonyms=("comité de pilotage", "CoPil", "comité de pilotage (COPIL)"),
    )
    COTECH = Words(
        word="COTECH",
        meaning="Le comité technique, qui prépare.",
        synonyms=("comité technique", "comité technique (COTECH)"),
    )


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class DecisionFacts(Words):
    """What a state of a decision is.

    Attributes:
        pending: whether something is still to be done.
    """

    pending: bool = False


class EtatDecision(Terme, noun=("un état de décision", "états de décision")):
    """What became of a decision. The words agree with `décision`."""

    facts: DecisionFacts

    A_METTRE_EN_OEUVRE = DecisionFacts(
        word="à mettre en œuvre",
        meaning="Elle reste à appliquer.",
        synonyms=("à mettre en oeuvre", "à faire", "à appliquer", "en cours", "en attente", "prise"),
        pending=True,
    )
    MISE_EN_OEUVRE = DecisionFacts(
        word="mise en œuvre",
        many="mises en œuvre",
        meaning="Elle est appliquée.",
        synonyms=("mise en oeuvre", "appliquée", "faite", "réalisée", "exécutée", "achevée", "terminée"),
    )
    SANS_SUITE = DecisionFacts(
        word="sans suite",
        meaning="Elle ne sera pas appliquée.",
        synonyms=("abandonnée", "annulée", "classée sans suite", "caduque"),
    )
