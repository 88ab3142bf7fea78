"""Where an action or a step stands: what its journal says.

*Late* is no status: it is never written, it is computed (:mod:`ctgkit.vocabulary.alerte`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.teintes import (
    ABANDON,
    AVENIR,
    BLOQUEE,
    ENCOURS,
    FAITE,
    PAUSE,
    VIDE,
    Shade,
)
from ctgkit.vocabulary.terme import Terme, Words

#: What a terminal shows a status in; it says nothing that the word does not.
Tone: TypeAlias = Literal["link", "added", "warning", "error", "dim"]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class StatutFacts(Words):
    """What a status is.

    Attributes:
        code: what a group of such fiches is called in JSON and in links.
        sign: what says it in one character; ASCII where the output can carry no other.
        shade: what a chart shows it in.
        group_rank: the place of its group in the report to the committee.
        begun: whether what has it has begun, whatever its calendar says.
        closed: whether nothing more is expected of it: no alert, no question.
        dropped: whether it counts no more: neither in a mean, nor among what is to be done.
        awaits_news: whether news of it are expected: it has begun and goes on.
        paused: whether it stands still for a time, and one is asked when it goes on.
        decided: whether it is to be done at all: nothing that is not can be late.
        rare: whether a sum tells it only where something has it.
        postponed: whether another day than that of its calendar holds: it is late after that one only.
        progress: the percentage it means where none is written; one written later always holds.
        progress_before: whether `progress` gives way to any that was ever written.
        raises: the alert that it is by itself.
        step_rank: which status the steps of a fiche make together: of those they have, the one of lowest
            rank that is not `None`.
        stage: how far it is on the way, to tell a step back.
        tone: what a terminal shows it in.
        mermaid: how a Mermaid Gantt tags it.
    """

    code: str
    sign: str
    shade: Shade
    group_rank: int
    begun: bool = True
    closed: bool = False
    dropped: bool = False
    awaits_news: bool = False
    paused: bool = False
    decided: bool = True
    rare: bool = False
    postponed: bool = False
    progress: int | None = None
    progress_before: bool = False
    raises: CodeAlerte | None = None
    step_rank: int | None = None
    stage: int = 1
    tone: Tone | None = None
    mermaid: str = ""

    @property
    def done(self) -> bool:
        """Whether it says that all is done."""
        return self.closed and not self.dropped

    def goes_with(self, avancement: int) -> bool:
        """Whether a progress can be that of what has it: its own, or any under 100 % where it has none."""
        return avancement == self.progress if self.progress is not None else avancement < 100


class Statut(Terme, noun=("un statut", "statuts")):
    """The statuses, in the order in which a plan is summed up."""

    facts: StatutFacts

    A_L_ETUDE = StatutFacts(
        word="à l'étude",
        meaning="Rien n'est décidé.",
        synonyms=("à discuter", "proposed"),
        code="a-l-etude",
        sign="+",
        shade=AVENIR,
        group_rank=4,
        begun=False,
        decided=False,
        rare=True,
        progress=0,
        progress_before=True,
        stage=0,
    )
    A_VENIR = StatutFacts(
        word="à venir",
        meaning="Rien n'a commencé.",
        synonyms=("non démarrée", "planned"),
        code="a-venir",
        sign="…",
        shade=AVENIR,
        group_rank=4,
        begun=False,
        progress=0,
        progress_before=True,
        stage=0,
    )
    EN_COURS = StatutFacts(
        word="en cours",
        meaning="C'est commencé.",
        synonyms=("ongoing",),
        code="en-cours",
        sign="»",
        shade=ENCOURS,
        group_rank=3,
        awaits_news=True,
        step_rank=0,
        tone="link",
        mermaid="active, ",
    )
    REALISEE = StatutFacts(
        word="réalisée",
        many="réalisées",
        meaning="C'est fait.",
        synonyms=("terminée", "achevée", "done"),
        code="realisee",
        sign="✓",
        shade=FAITE,
        group_rank=2,
        closed=True,
        progress=100,
        stage=2,
        tone="added",
        mermaid="done, ",
    )
    EN_PAUSE = StatutFacts(
        word="en pause",
        meaning="C'est arrêté pour un temps.",
        synonyms=("suspendue", "paused"),
        code="pause",
        sign="=",
        shade=PAUSE,
        group_rank=1,
        awaits_news=True,
        paused=True,
        step_rank=2,
        tone="warning",
    )
    REPORTEE = StatutFacts(
        word="reportée",
        many="reportées",
        meaning="C'est remis à plus tard.",
        synonyms=("décalée", "postponed"),
        code="reportee",
        sign="^",
        shade=PAUSE,
        group_rank=1,
        begun=False,
        postponed=True,
        rare=True,
        awaits_news=True,
        step_rank=3,
        stage=0,
        tone="warning",
    )
    BLOQUEE = StatutFacts(
        word="bloquée",
        many="bloquées",
        meaning="Quelque chose empêche d'avancer.",
        code="bloquee",
        sign="!",
        shade=BLOQUEE,
        group_rank=0,
        awaits_news=True,
        raises=CodeAlerte.BLOQUEE,
        step_rank=1,
        tone="error",
        mermaid="crit, ",
    )
    ABANDONNEE = StatutFacts(
        word="abandonnée",
        many="abandonnées",
        meaning="Cela ne se fera pas.",
        synonyms=("annulée", "sans suite", "dropped"),
        code="abandonnee",
        sign="×",
        shade=ABANDON,
        group_rank=5,
        closed=True,
        dropped=True,
        stage=2,
        tone="dim",
    )


#: What having no status is called, beside the statuses.
NON_RENSEIGNEE = StatutFacts(
    word="non renseignée",
    many="non renseignées",
    meaning="Rien ne dit où elle en est.",
    synonyms=("unreported",),
    code="non-renseignee",
    sign="?",
    shade=VIDE,
    group_rank=6,
    begun=False,
    stage=0,
)
#: The statuses, and having none: in the order in which a plan is summed up.
SITUATIONS: tuple[Statut | None, ...] = (*Statut, None)


#: The words that the plan which is being told has for its statuses.
_OWN: ContextVar[Mapping[Statut, StatutFacts]] = ContextVar(
    "own words of statuses", default=MappingProxyType({})
)


@contextmanager
def in_words_of(words: Mapping[str, str]) -> Iterator[None]:
    """Within, statuses are said as a plan words them; what they are, and what JSON calls them, stays."""
    own = {
        statut: replace(statut.facts, one=words[statut], many=words[statut])
        for statut in Statut
        if statut in words
    }
    token = _OWN.set(own)
    try:
        yield
    finally:
        _OWN.reset(token)


def facts_of(statut: Statut | None) -> StatutFacts:
    """The facts of a status, or of having none; its words are those of the plan that is told."""
    return NON_RENSEIGNEE if statut is None else _OWN.get().get(statut, statut.facts)
