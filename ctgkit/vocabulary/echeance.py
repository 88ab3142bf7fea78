"""What comes: starts, ends, targets, and the end of the convention."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class EcheanceFacts(Words):
    """What something that comes is.

    Attributes:
        says: what it is, with `{indicateur}` and `{cible}` where it is a target.
        says_of_step: what it is, of the step `{etape}`, which the plan calls so (`{de_etape}`).
        alerte: the alert that it becomes once it has passed, if any.
    """

    says: str
    says_of_step: str = ""
    alerte: CodeAlerte | None = None

    def __post_init__(self) -> None:
        """What is no part of a step is said alike."""
        super().__post_init__()
        object.__setattr__(self, "says_of_step", self.says_of_step or self.says)


class CodeEcheance(Terme, noun=("un code d'échéance", "codes d'échéance")):
    """What a coming day is, in the order in which those of one day are told."""

    facts: EcheanceFacts

    DEBUT = EcheanceFacts(
        word="debut",
        meaning="Une fiche ou une étape commence.",
        says="Démarrage",
        says_of_step="Début {de_etape} «\u00a0{etape}\u00a0»",
        alerte=CodeAlerte.DEMARRAGE_EN_RETARD,
    )
    FIN = EcheanceFacts(
        word="fin",
        meaning="Une fiche ou une étape finit.",
        says="Terme",
        says_of_step="Fin {de_etape} «\u00a0{etape}\u00a0»",
        alerte=CodeAlerte.EN_RETARD,
    )
    CIBLE = EcheanceFacts(
        word="cible",
        meaning="La cible d'un indicateur doit être atteinte.",
        says="Cible à atteindre\u00a0: {indicateur} ({cible})",
    )
    CONVENTION = EcheanceFacts(
        word="convention", meaning="La convention finit.", says="Terme de la convention"
    )
