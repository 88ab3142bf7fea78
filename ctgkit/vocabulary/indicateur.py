"""Indicators: what kind they are, where they should go, and what can be said of the way."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class TypeFacts(Words):
    """What a type of indicator is.

    Attributes:
        measurable: whether its values are numbers.
    """

    measurable: bool = False


class TypeIndicateur(Terme, noun=("un type d'indicateur", "types d'indicateur")):
    """What an indicator gives."""

    facts: TypeFacts

    QUANTITATIF = TypeFacts(word="quantitatif", many="quantitatifs", meaning="Un nombre.", measurable=True)
    QUALITATIF = TypeFacts(word="qualitatif", many="qualitatifs", meaning="Une appréciation.")


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class SensFacts(Words):
    """What a direction is.

    Attributes:
        sign: 1 upwards, -1 downwards, 0 where it goes neither way.
    """

    sign: int


class Sens(Terme, noun=("un sens", "sens")):
    """Where an indicator should go."""

    facts: SensFacts

    HAUSSE = SensFacts(word="hausse", meaning="L'indicateur doit monter.", sign=1)
    BAISSE = SensFacts(word="baisse", meaning="L'indicateur doit descendre.", sign=-1)


class Tendance(Terme, noun=("une tendance", "tendances")):
    """How the last value compares with the one before."""

    facts: SensFacts

    HAUSSE = SensFacts(word="hausse", meaning="Plus que la fois d'avant.", sign=1)
    BAISSE = SensFacts(word="baisse", meaning="Moins que la fois d'avant.", sign=-1)
    STABLE = SensFacts(word="stable", meaning="Autant que la fois d'avant.", sign=0)


class Empechement(Terme, noun=("un empêchement", "empêchements")):
    """Why no share of the way to its target can be told of an indicator."""

    SANS_MESURE = Words(word="sans-mesure", meaning="Rien n'a été mesuré.")
    SANS_CIBLE = Words(word="sans-cible", meaning="Il n'y a pas de cible.")
    SANS_REFERENCE = Words(word="sans-reference", meaning="La valeur de départ n'est pas dite.")
    QUALITATIF = Words(word="qualitatif", meaning="Une des valeurs n'est pas un nombre.")
    SUR_PLACE = Words(word="sur-place", meaning="La cible est la valeur de départ.")
    SENS_CONTRAIRE = Words(word="sens-contraire", meaning="La cible n'est pas du côté que le sens demande.")


class NatureReleve(Terme, noun=("une nature de relevé", "natures de relevé")):
    """What a value of an indicator is; `one` names it where it is shown."""

    REFERENCE = Words(word="reference", one="Référence", meaning="La valeur de départ.")
    MESURE = Words(word="mesure", one="Mesure", meaning="Une valeur mesurée.")
    CIBLE = Words(word="cible", one="Cible", meaning="La valeur visée.")
