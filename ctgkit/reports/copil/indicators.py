"""The indicators that can be followed, and their curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ctgkit.followup.indicators import measures, structured
from ctgkit.plan import Indicateur as Declared
from ctgkit.reports.copil.view import BilanIndicateurs, Courbe, Indicateur, Releve, Trait
from ctgkit.reports.followed.on_day import PlanOnDay
from ctgkit.vocabulary.indicateur import NatureReleve


def indicators(plan: PlanOnDay) -> tuple[Indicateur, ...]:
    """Those that say more than their name, in document order."""
    return tuple(_indicators(plan))


def _indicators(plan: PlanOnDay) -> Iterator[Indicateur]:
    for etat in plan.state.fiches:
        action = plan.actions[etat.complete]
        renvoi = plan.renvoi(etat)
        owners = (
            (None, action.indicateurs, etat.indicateurs),
            *(
                (etape.titre, etape.indicateurs, told.indicateurs)
                for etape, told in zip(action.etapes, etat.etapes, strict=True)
            ),
        )
        for titre, declared, told in owners:
            for one, state in zip(structured(declared, plan.day), told, strict=True):
                values = tuple(_values(one, plan.day))
                yield Indicateur(renvoi, titre, state, values, _curve(values))


def summary(indicateurs: Sequence[Indicateur]) -> BilanIndicateurs:
    """How many there are, and how they do."""
    etats = [one.etat for one in indicateurs]
    return BilanIndicateurs(
        suivis=len(etats),
        mesures=sum(1 for one in etats if one.mesure is not None),
        atteints=sum(1 for one in etats if one.atteinte),
        reculent=sum(1 for one in etats if one.favorable is False and not one.atteinte),
    )


def _values(one: Declared, day: date) -> Iterator[Releve]:
    if one.reference is not None:
        yield Releve(NatureReleve.REFERENCE, one.reference.date, one.reference.valeur, None)
    for mesure in measures(one, day):
        yield Releve(NatureReleve.MESURE, mesure.date, mesure.valeur, mesure.commentaire)
    if one.cible is not None:
        yield Releve(NatureReleve.CIBLE, one.cible.date, one.cible.valeur, None)


def _curve(values: tuple[Releve, ...]) -> Courbe | None:
    """The curve of the values that are numbers; `None` where there are not two days of them."""
    numbers = [(one, one.valeur) for one in values if isinstance(one.valeur, Decimal)]
    days = [one.date for one, _ in numbers]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    low, high = min(number for _, number in numbers), max(number for _, number in numbers)
    # A flat line stands in the middle.
    bottom, span = (low, high - low) if low != high else (low - 1, Decimal(2))

    def place(one: Releve, number: Decimal) -> Trait:
        x = Fraction((one.date - first).days, (last - first).days)
        y = (Fraction(number) - Fraction(bottom)) / Fraction(span)
        return Trait(round(1000 * x), round(1000 * y), number, one.date)

    placed = [(one.nature, place(one, number)) for one, number in numbers]
    return Courbe(
        reference=next((trait for nature, trait in placed if nature is NatureReleve.REFERENCE), None),
        mesures=tuple(trait for nature, trait in placed if nature is NatureReleve.MESURE),
        cible=next((trait for nature, trait in placed if nature is NatureReleve.CIBLE), None),
        debut=first,
        fin=last,
        bas=low,
        haut=high,
    )
