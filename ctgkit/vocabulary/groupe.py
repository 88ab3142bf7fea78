"""Where a fiche stands for the committee: what presses first, then by status."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import NON_RENSEIGNEE, SITUATIONS, StatutFacts, facts_of
from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class GroupeFacts(Words):
    """What a group of fiches is.

    Attributes:
        statut: the status that they have; `None` for those that press, whatever their status.
    """

    statut: StatutFacts | None = None


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _called(*, pressing: bool) -> list[str]:
    """What fiches that call for attention are: `en retard`, `bloquées`."""
    return [one.many for one in CodeAlerte if one.facts.pressing == pressing and one.facts.goes_with is None]


#: What the fiches are that press, what those are that do not, and what the others are that need attention.
PRESSANTES = " ou ".join(_called(pressing=True))
NI_PRESSANTES = " ".join(f"ni {words}" for words in _called(pressing=True))
A_RELANCER = " ou ".join(_called(pressing=False))


def _by_status(facts: StatutFacts) -> GroupeFacts:
    return GroupeFacts(
        word=facts.code,
        one=facts.one,
        many=facts.many,
        meaning=facts.meaning if facts is NON_RENSEIGNEE else f"{_upper(facts.one)}.",
        statut=facts,
    )


def _shown(facts: StatutFacts) -> bool:
    """Whether fiches of a status have a group of their own: those that always press are above."""
    return facts.raises is None or not facts.raises.facts.pressing


_STATUSES = tuple(filter(_shown, sorted(map(facts_of, SITUATIONS), key=lambda one: one.group_rank)))


class CodeGroupe(Terme, noun=("un code de groupe", "codes de groupe")):
    """Where a fiche stands: each is in one, the first that holds. There is one by status."""

    facts: GroupeFacts
    _ignore_ = "situation"

    ALERTE = GroupeFacts(
        word="alerte", many=PRESSANTES, meaning="En retard, en retard de démarrage ou bloquée."
    )
    for situation in _STATUSES:
        vars()[situation.code] = _by_status(situation)


def group_of(facts: StatutFacts, alertes: frozenset[CodeAlerte]) -> CodeGroupe:
    """The group of a fiche of this status that has these alerts."""
    if any(one.facts.pressing for one in alertes):
        return CodeGroupe.ALERTE
    return CodeGroupe.of(facts.code)
