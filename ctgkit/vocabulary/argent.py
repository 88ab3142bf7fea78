"""Money: how sure it is, and what it pays."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.teintes import AVENIR, ENCOURS, FAITE, VIDE, Shade
from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class EtatFacts(Words):
    """What a state of money is.

    Attributes:
        shade: what a chart shows it in.
        code: what style sheets call it.
        spent: whether the money has left: none can have before its year.
    """

    shade: Shade
    code: str
    spent: bool = False


class EtatFinancement(Terme, noun=("un état de financement", "états de financement")):
    """How sure money is, the surest last. The words agree with `financement` and with `euro`."""

    facts: EtatFacts

    PREVU = EtatFacts(word="prévu", many="prévus", meaning="Il est attendu.", shade=AVENIR, code="prevu")
    ACQUIS = EtatFacts(word="acquis", meaning="Il est accordé.", shade=ENCOURS, code="acquis")
    REALISE = EtatFacts(
        word="réalisé", many="réalisés", meaning="Il est dépensé.", shade=FAITE, code="realise", spent=True
    )


#: What saying no state is called.
SANS_ETAT = EtatFacts(word="sans état", meaning="Rien ne dit s'il est acquis.", shade=VIDE, code="vide")


class NatureDepense(Terme, noun=("une nature de dépense", "natures de dépense")):
    """What money pays."""

    FONCTIONNEMENT = Words(word="fonctionnement", meaning="Une dépense de fonctionnement.")
    INVESTISSEMENT = Words(word="investissement", meaning="Une dépense d'investissement.")
