"""What is asked of a pilot about what they carry."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class DemandeFacts(Words):
    """What a request is.

    Attributes:
        asks: how it is put, with the `{day}` that explains it, the `{indicateur}`, the `{echeance}`, or what
            the `{calendrier}` lacks.
        plainly: how it is put where there is no day; as `asks` by default.
        alerte: the alert that makes it necessary, if one alone does.
        over: whether it is put once the convention is over, or before; `None` where that is all one.
    """

    asks: str
    plainly: str = ""
    alerte: CodeAlerte | None = None
    over: bool | None = None

    def __post_init__(self) -> None:
        """What needs no day is put alike without one."""
        super().__post_init__()
        object.__setattr__(self, "plainly", self.plainly or self.asks)


class CodeDemande(Terme, noun=("un code de demande", "codes de demande")):
    """What is asked of a pilot about a fiche."""

    facts: DemandeFacts

    TERME = DemandeFacts(
        word="terme",
        meaning="Proposer un nouveau terme\u00a0: c'est en retard.",
        asks="Proposer un nouveau terme\u00a0: l'action devait s'achever le {day} au plus tard.",
        alerte=CodeAlerte.EN_RETARD,
        over=False,
    )
    BILAN = DemandeFacts(
        word="bilan",
        meaning="Dire ce qui en a été fait\u00a0: c'est en retard, et la convention est finie.",
        asks="Dire ce qui a été fait et ce qu'il reste à faire\u00a0: l'action devait s'achever le {day} au"
        " plus tard.",
        alerte=CodeAlerte.EN_RETARD,
        over=True,
    )
    DEMARRAGE = DemandeFacts(
        word="demarrage",
        meaning="Dire si c'est commencé, ou quand ce le sera\u00a0: c'était prévu.",
        asks="Dire si l'action a commencé, ou quand elle commencera\u00a0: c'était prévu le {day} au plus"
        " tard.",
        alerte=CodeAlerte.DEMARRAGE_EN_RETARD,
    )
    DEBLOCAGE = DemandeFacts(
        word="deblocage",
        meaning="Dire ce qui lèverait le blocage.",
        asks="Dire ce qui lèverait le blocage, qui dure depuis le {day}.",
        plainly="Dire ce qui lèverait le blocage.",
        alerte=CodeAlerte.BLOQUEE,
    )
    REPRISE = DemandeFacts(
        word="reprise",
        meaning="Dire quand cela reprendra.",
        asks="Dire quand l'action reprendra\u00a0: elle est en pause depuis le {day}.",
        plainly="Dire quand l'action reprendra.",
    )
    PREMIERES_NOUVELLES = DemandeFacts(
        word="premieres-nouvelles",
        meaning="Dire où cela en est\u00a0: rien n'a encore été noté.",
        asks="Dire où en est l'action\u00a0: rien n'a encore été noté.",
    )
    NOUVELLES = DemandeFacts(
        word="nouvelles",
        meaning="Dire où cela en est\u00a0: rien n'a été noté depuis le COPIL précédent, ou depuis"
        " longtemps.",
        asks="Dire où en est l'action\u00a0: les dernières nouvelles datent du {day}.",
    )
    CALENDRIER = DemandeFacts(
        word="calendrier",
        meaning="Préciser le calendrier, qui manque ou n'est pas compris.",
        asks="Préciser le calendrier\u00a0: {calendrier}.",
    )
    MESURE = DemandeFacts(
        word="mesure",
        meaning="Relever un indicateur, qui ne l'a jamais été, ou pas depuis un an.",
        asks="Relever l'indicateur «\u00a0{indicateur}\u00a0»\u00a0: la dernière mesure date du {day}.",
        plainly="Relever l'indicateur «\u00a0{indicateur}\u00a0»\u00a0: il n'a jamais été mesuré.",
    )
    ECHEANCE = DemandeFacts(
        word="echeance",
        meaning="Préparer une échéance qui vient.",
        asks="Préparer une échéance\u00a0: {echeance}.",
    )


def demanded(alerte: CodeAlerte, *, over: bool) -> CodeDemande | None:
    """What an alert makes one ask of a pilot.

    Args:
        alerte: the alert.
        over: whether the convention is over.
    """
    return next(
        (one for one in CodeDemande if one.facts.alerte is alerte and one.facts.over in {None, over}), None
    )
