"""Where an indicator stands on a day, or why it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeGuard

from ctgkit.followup.members import followed
from ctgkit.followup.view import IndicateurState
from ctgkit.plan import Indicateur, Mesure
from ctgkit.vocabulary.indicateur import Empechement, Sens, Tendance

#: How finely a share is given: to a hundredth of a percent.
_DIGITS = 4


def structured(indicateurs: Iterable[Indicateur], day: date | None = None) -> Iterator[Indicateur]:
    """The indicators that can be followed; on a day, by what was measured until then."""
    return (one for one in indicateurs if followed(one, day))


def measures(indicateur: Indicateur, day: date) -> tuple[Mesure, ...]:
    """The measures up to a day, by date; in the order of the file on one day."""
    return tuple(sorted((one for one in indicateur.mesures if one.date <= day), key=_by_date))


def _by_date(mesure: Mesure) -> date:
    return mesure.date


def indicator(indicateur: Indicateur, day: date) -> IndicateurState:
    """An indicator on a day.

    The reference and the target are contract, and count whatever their dates; measures count up to
    the day, those before the contract included: that is where a reference comes from.
    """
    taken = measures(indicateur, day)
    last = taken[-1] if taken else None
    reference = indicateur.reference.valeur if indicateur.reference else None
    cible = indicateur.cible.valeur if indicateur.cible else None
    said = indicateur.sens
    sens = said or _direction(reference, cible)
    value = last.valeur if last else None
    untold = _untold(reference, cible, value, said)
    part = None
    if untold is None and _number(value) and _number(reference) and _number(cible):
        way = Fraction(cible) - Fraction(reference)
        share = round((Fraction(value) - Fraction(reference)) / way * 10**_DIGITS)
        part = Decimal(share).scaleb(-_DIGITS)
    trend = _trend(indicateur, taken)
    return IndicateurState(
        nom=indicateur.nom,
        unite=indicateur.unite,
        reference=reference,
        cible=cible,
        echeance=indicateur.cible.date if indicateur.cible else None,
        mesure=value,
        date=last.date if last else None,
        commentaire=last.commentaire if last else None,
        mesures=len(taken),
        sens=sens,
        part=part,
        ecart=cible - value if _number(cible) and _number(value) else None,
        atteinte=_reached(value, cible, sens),
        empechement=untold,
        tendance=trend,
        favorable=_favorable(trend, sens),
    )


def _number(value: Decimal | str | None) -> TypeGuard[Decimal]:
    return isinstance(value, Decimal)


def _direction(reference: Decimal | str | None, cible: Decimal | str | None) -> Sens | None:
    if not _number(reference) or not _number(cible) or reference == cible:
        return None
    return Sens.HAUSSE if cible > reference else Sens.BAISSE


def _untold(
    reference: Decimal | str | None,
    cible: Decimal | str | None,
    value: Decimal | str | None,
    sens: Sens | None,
) -> Empechement | None:
    """The first reason for which no share of the way can be told."""
    if value is None:
        return Empechement.SANS_MESURE
    if cible is None:
        return Empechement.SANS_CIBLE
    if not _number(value) or not _number(cible) or isinstance(reference, str):
        return Empechement.QUALITATIF
    if reference is None:
        return Empechement.SANS_REFERENCE
    if reference == cible:
        return Empechement.SUR_PLACE
    return Empechement.SENS_CONTRAIRE if sens not in {None, _direction(reference, cible)} else None


def _reached(value: Decimal | str | None, cible: Decimal | str | None, sens: Sens | None) -> bool | None:
    """Whether the target is reached; words are, when they are the target's."""
    if value is None or cible is None:
        return None
    if not _number(value) or not _number(cible):
        return True if value == cible else None
    if sens is None:
        return True if value == cible else None
    return (value - cible) * sens.facts.sign >= 0


def _favorable(trend: Tendance | None, sens: Sens | None) -> bool | None:
    """Whether a trend goes where it should; `None` where it goes nowhere or nothing says where."""
    if trend is None or sens is None or not trend.facts.sign:
        return None
    return trend.facts.sign == sens.facts.sign


def _trend(indicateur: Indicateur, taken: tuple[Mesure, ...]) -> Tendance | None:
    """How the last value compares with the one before, if both are numbers."""
    if not taken:
        return None
    last = taken[-1]
    before = taken[-2] if len(taken) > 1 else indicateur.reference
    if before is None or (len(taken) == 1 and before.date >= last.date):
        return None
    if not _number(last.valeur) or not _number(before.valeur):
        return None
    if last.valeur == before.valeur:
        return Tendance.STABLE
    return Tendance.HAUSSE if last.valeur > before.valeur else Tendance.BAISSE
