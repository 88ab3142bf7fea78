"""Money: how sure it is, what section of a budget it is in, and whether taxes are in it."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.teintes import ABANDON, AVENIR, ENCOURS, FAITE, PAUSE, VIDE, Shade
from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class EtatFacts(Words):
    """What a state of money is.

    Attributes:
        shade: what a chart shows it in.
        code: what style sheets call it.
        spent: whether the money has left: none can have before its year.
        counted: whether it is money of the plan: what was refused is none.
    """

    shade: Shade
    code: str
    spent: bool = False
    counted: bool = True


class EtatFinancement(Terme, noun=("un état de financement", "états de financement")):
    """How sure money is, the surest last but what was refused. The words agree with `financement`, `euro`."""

    facts: EtatFacts

    PREVU = EtatFacts(word="prévu", many="prévus", meaning="Il est attendu.", shade=AVENIR, code="prevu")
    SOLLICITE = EtatFacts(
        word="sollicité", many="sollicités", meaning="Il est demandé.", shade=PAUSE, code="sollicite"
    )
    ACQUIS = EtatFacts(word="acquis", meaning="Il est accordé.", shade=ENCOURS, code="acquis")
    VERSE = EtatFacts(
        word="versé",
        many="versés",
        synonyms=("réalisé",),
        meaning="Il est dépensé.",
        shade=FAITE,
        code="verse",
        spent=True,
    )
    REFUSE = EtatFacts(
        word="refusé",
        many="refusés",
        meaning="Il n'est pas accordé\u00a0; il n'est pas compté.",
        shade=ABANDON,
        code="refuse",
        counted=False,
    )


#: What saying no state is called.
SANS_ETAT = EtatFacts(word="sans état", meaning="Rien ne dit s'il est acquis.", shade=VIDE, code="vide")


def facts_of(etat: EtatFinancement | None) -> EtatFacts:
    """The words and the facts of a state of money, or of having none."""
    return SANS_ETAT if etat is None else etat.facts


class SectionBudget(Terme, noun=("une section budgétaire", "sections budgétaires")):
    """The section of a budget that money is in."""

    FONCTIONNEMENT = Words(word="fonctionnement", meaning="Une dépense de fonctionnement.")
    INVESTISSEMENT = Words(word="investissement", meaning="Une dépense d'investissement.")


class Taxes(Terme, noun=("une mention de taxes", "mentions de taxes")):
    """Whether taxes are in an amount: amounts with and without are never added."""

    HORS = Words(word="HT", meaning="Sans les taxes.", synonyms=("hors taxe", "hors taxes"))
    COMPRISES = Words(
        word="TTC", meaning="Avec les taxes.", synonyms=("toutes taxes comprises", "taxes comprises")
    )
