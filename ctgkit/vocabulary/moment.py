"""Where a plan is in its life, and what that makes of a report on it."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class PhaseFacts(Words):
    """What a phase is.

    Attributes:
        followed: whether anybody has written anything in a journal.
    """

    followed: bool


class Phase(Terme, noun=("une phase", "phases")):
    """Whether a plan is followed."""

    facts: PhaseFacts

    LANCEMENT = PhaseFacts(
        word="lancement", meaning="Personne n'a encore rien écrit dans les journaux.", followed=False
    )
    SUIVI = PhaseFacts(word="suivi", meaning="Le plan est suivi.", followed=True)

    @property
    def followed(self) -> bool:
        """Whether anybody has written anything in a journal."""
        return self.facts.followed


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class MomentFacts(Words):
    """What a report is at its day.

    Attributes:
        title: how it is titled.
        over: whether the convention ended without anything being written.
    """

    title: str
    over: bool = False


class Moment(Terme, noun=("un moment", "moments")):
    """What a report is at its day, which titles it."""

    facts: MomentFacts

    SUIVI = MomentFacts(word="suivi", meaning="Le plan est suivi.", title="Rapport au comité de pilotage")
    LANCEMENT = MomentFacts(
        word="lancement",
        meaning="Il ne l'est pas encore, dans sa première année ou avant elle.",
        title="Lancement du plan d'actions",
    )
    ATTENTE = MomentFacts(
        word="attente",
        meaning="Il ne l'est toujours pas, plus tard.",
        title="Point sur le plan d'actions",
    )
    TERME = MomentFacts(
        word="terme",
        meaning="Il ne l'a jamais été, et la convention est finie.",
        title="Le plan d'actions au terme de la convention",
        over=True,
    )


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class ConventionFacts(Words):
    """What the state of a convention is.

    Attributes:
        says: what is said of the conventions that are so, of one and of several.
    """

    says: tuple[str, str]


class EtatConvention(Terme, noun=("un état de convention", "états de convention")):
    """Where a convention stands on the day."""

    facts: ConventionFacts

    A_VENIR = ConventionFacts(
        word="a-venir",
        meaning="La convention n'a pas commencé.",
        says=("convention à venir", "conventions à venir"),
    )
    EN_COURS = ConventionFacts(
        word="en-cours", meaning="Elle court.", says=("convention en cours", "conventions en cours")
    )
    TERMINEE = ConventionFacts(
        word="terminee",
        meaning="Elle est finie.",
        says=("convention terminée", "conventions terminées"),
    )
