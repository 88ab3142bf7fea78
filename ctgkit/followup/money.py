"""The money of a fiche: which lines are one, what is planned and what is spent, and what may be added.

Planned and spent are side by side, never added; nor are a cost and a funding, nor an amount with taxes and
one without. What is not figured is printed and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from ctgkit.followup.members import spent
from ctgkit.plan import Action, Etape, Financement, Plan, Section
from ctgkit.plan.montant import Montant
from ctgkit.plan.stages import paid_of
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.vocabulary.argent import EtatFinancement, Taxes, facts_of


class Ligne(NamedTuple):
    """A line of money at the stage that it has reached."""

    financeur: str | None
    annee: AnneesDites | None
    etat: EtatFinancement | None  #: how sure what is planned is
    prevu: Montant | None
    depense: Montant | None


class Somme(NamedTuple):
    """Amounts of one kind, added."""

    euros: Decimal
    taxes: Taxes | None  #: what all of them say
    au_moins: bool  #: whether it may be more


def fundings(action: Action | Etape) -> tuple[Ligne, ...]:
    """What pays for a fiche; what was refused is no money of it, and is left out."""
    return tuple(_funding(one) for one in staged(action.financements) if facts_of(one.etat).counted)


def costs(action: Action | Etape) -> tuple[Ligne, ...]:
    """What a fiche costs."""
    return tuple(Ligne(None, one.annee, None, one.montant, one.realise) for one in action.couts)


def staged(lines: Iterable[Financement]) -> tuple[Financement, ...]:
    """The same, where a line that was planned and the one that says it was paid are one."""
    every = tuple(lines)
    paid = paid_of(every)
    made = []
    for rank, one in enumerate(every):
        if rank in paid:
            said = every[paid[rank]]
            made.append(one.but(etat=said.etat, realise=said.realise or said.montant))
        elif rank not in paid.values():
            made.append(one)
    return tuple(made)


def with_staged_money(plan: Plan) -> Plan:
    """The same plan, the lines of money of each fiche :func:`staged`."""
    return plan.but(axes=tuple(map(_in_section, plan.axes)))


def _in_section(section: Section) -> Section:
    return section.but(
        objectifs=tuple(map(_in_section, section.objectifs)),
        actions=tuple(map(_in_action, section.actions)),
    )


def _in_action(action: Action) -> Action:
    etapes = tuple(one.but(financements=staged(one.financements)) for one in action.etapes)
    return action.but(financements=staged(action.financements), etapes=etapes)


def _funding(one: Financement) -> Ligne:
    if not spent(one):
        return Ligne(one.financeur, one.annee, one.etat, one.montant, one.realise)
    # What was paid was granted: how much was paid stands beside.
    etat = one.etat if one.realise in {None, one.montant} else EtatFinancement.ACQUIS
    return Ligne(one.financeur, one.annee, etat, one.montant, one.realise or one.montant)


def euros(montant: Montant | None, annee: AnneesDites | None) -> Decimal | None:
    """What an amount counts for, once a year where it is so much a year and the years are written."""
    if montant is None or montant.valeur is None:
        return None
    return montant.valeur * (annee.nombre if montant.par_an and annee else 1)


def somme(those: Iterable[tuple[Montant | None, AnneesDites | None]]) -> Somme | None:
    """What some amounts make; `None` where none is figured. Those that :func:`kept` leaves out are not in."""
    figured = [(one, annee) for one, annee in those if one is not None and one.valeur is not None]
    added = kept(one for one, _ in figured)
    told = [(one, annee) for one, annee in figured if one.taxes in added]
    if not told:
        return None
    said = {montant.taxes for montant, _ in told}
    return Somme(
        sum((euros(montant, annee) or Decimal(0) for montant, annee in told), Decimal(0)),
        next(iter(said)) if len(said) == 1 else None,
        any(montant.au_moins or (montant.par_an and annee is None) for montant, annee in told),
    )


def apart(lines: Iterable[Ligne]) -> Decimal:
    """What is planned without taxes, beside amounts that it is not added to."""
    planned = [(one.prevu, one.annee) for one in lines if one.prevu is not None]
    added = kept(one for one, _ in planned)
    left = [euros(one, annee) for one, annee in planned if one.taxes not in added]
    return sum((one for one in left if one is not None), Decimal(0))


def kept(amounts: Iterable[Montant]) -> frozenset[Taxes | None]:
    """Which amounts may be added: those without taxes, unless no other is there, stay apart."""
    said = frozenset(one.taxes for one in amounts if one.valeur is not None)
    return said if said == {Taxes.HORS} else said - {Taxes.HORS}


def planned(lines: Iterable[Ligne]) -> Somme | None:
    """What is planned."""
    return somme((one.prevu, one.annee) for one in lines)


def paid(lines: Iterable[Ligne]) -> Somme | None:
    """What is spent."""
    return somme((one.depense, one.annee) for one in lines)
