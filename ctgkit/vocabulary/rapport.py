"""The documents that `ctg report` writes."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class RapportFacts(Words):
    """What a kind of document is.

    Attributes:
        title: what it is, in French.
        view: what its facts are called in templates and in JSON.
        several: whether it is about several plans.
    """

    title: str
    view: str
    several: bool = False


class Rapport(Terme):
    """The kinds of document, as `--kind` names them; the first is meant where none is."""

    facts: RapportFacts

    COPIL = RapportFacts(
        word="copil",
        meaning="Pour le comité de pilotage.",
        title="Le rapport au comité de pilotage",
        view="copil",
    )
    PLAN = RapportFacts(word="plan", meaning="Le plan entier.", title="Le plan entier", view="document")
    PILOTE = RapportFacts(
        word="pilote",
        meaning="Ce que porte un pilote, et ce qui lui est demandé.",
        title="La liste d'un pilote",
        view="pilote",
    )
    TERRITOIRES = RapportFacts(
        word="territoires",
        meaning="Sur plusieurs plans.",
        title="Le rapport sur les territoires d'une Caf",
        view="territoires",
        several=True,
    )
