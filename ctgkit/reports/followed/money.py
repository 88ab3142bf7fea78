"""The money of a plan: by funder, year and state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from ctgkit.followup import money as figures
from ctgkit.followup.money import Ligne, fundings
from ctgkit.followup.pilots import Directory
from ctgkit.french.nearest import key
from ctgkit.plan import Action, Plan
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.reports.followed.on_day import PlanOnDay
from ctgkit.reports.followed.view import Annee, Argent, Financeur
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.argent import facts_of as facts_of_money

#: The states of the money that counts, the least sure first; that of the lines that say none comes before.
ETATS: tuple[EtatFinancement | None, ...] = (None, *(one for one in EtatFinancement if one.facts.counted))


class _Compte(NamedTuple):
    """A line of money in euros."""

    financeur: str | None
    annee: AnneesDites | None
    etat: EtatFinancement | None
    prevu: Decimal
    depense: Decimal


def money(on_day: PlanOnDay) -> Argent | None:
    """The money of all the fiches; `None` where no line says an amount."""
    plan, actions = on_day.plan, tuple(on_day.completed.values())
    lines = [line for action in actions for line in fundings(action)]
    added = figures.kept(one for line in lines for one in (line.prevu, line.depense) if one is not None)
    told = [line for line in lines if _figured(line)]
    counted = [_count(line) for line in told if _taxes(line) in added]
    if not counted:
        return None
    etats = tuple(etat for etat in ETATS if any(line.etat == etat for line in counted))
    years = sorted({line.annee for line in counted}, key=_of_time)
    whole = figures.planned(lines)
    return Argent(
        etats=etats,
        annees=annees(
            {year: _sums([line for line in counted if line.annee == year], etats) for year in years}
        ),
        financeurs=_funders(plan, counted, years, etats),
        par_etat=_by_state(counted, etats),
        total=_sum(line.prevu for line in counted),
        depense=_sum(line.depense for line in counted),
        taxes=whole.taxes if whole else None,
        au_moins=whole is not None and whole.au_moins,
        hors_taxes=_sum(_count(line).prevu for line in told if _taxes(line) not in added),
        refuses=_refused(actions),
        sans_montant=len(lines) - len(told),
    )


def _figured(line: Ligne) -> bool:
    return any(one is not None and one.valeur is not None for one in (line.prevu, line.depense))


def _taxes(line: Ligne) -> object:
    return next((one.taxes for one in (line.prevu, line.depense) if one is not None), None)


def _count(line: Ligne) -> _Compte:
    prevu, depense = (figures.euros(one, line.annee) or Decimal(0) for one in (line.prevu, line.depense))
    return _Compte(line.financeur, line.annee, line.etat, prevu, depense)


def _refused(actions: Iterable[Action]) -> Decimal:
    lines = [one for action in actions for one in action.financements]
    refused = [one for one in lines if not facts_of_money(one.etat).counted]
    return _sum(figures.euros(one.montant, one.annee) or Decimal(0) for one in refused)


def _of_time(year: AnneesDites | None) -> tuple[bool, tuple[int, ...]]:
    return year is None, year or ()


def annees(
    by_year: Mapping[AnneesDites | None, tuple[tuple[Decimal, ...], Decimal]],
) -> tuple[Annee, ...]:
    """The years, each with its money in each state and what is spent; the lines of no year come last.

    Money that is taken back has no bar, and makes none longer than the richest year's.
    """
    given = {year: [max(one, Decimal(0)) for one in sums] for year, (sums, _) in by_year.items()}
    richest = max(sum(sums) for sums in given.values())
    return tuple(
        Annee(
            year,
            sums,
            sum(sums, Decimal(0)),
            spent,
            tuple(round(1000 * one / richest) if richest else 0 for one in given[year]),
        )
        for year, (sums, spent) in sorted(by_year.items(), key=lambda item: _of_time(item[0]))
    )


def _sums(
    lines: list[_Compte], etats: tuple[EtatFinancement | None, ...]
) -> tuple[tuple[Decimal, ...], Decimal]:
    return _by_state(lines, etats), _sum(line.depense for line in lines)


def _funders(
    plan: Plan,
    told: list[_Compte],
    years: list[AnneesDites | None],
    etats: tuple[EtatFinancement | None, ...],
) -> tuple[Financeur, ...]:
    directory = Directory(plan)
    names: dict[str, str] = {}
    found: dict[str | None, list[_Compte]] = {}
    for line in told:
        name = None
        if line.financeur is not None:
            name = directory.name(line.financeur) or names.setdefault(key(line.financeur), line.financeur)
        found.setdefault(name, []).append(line)
    made = [
        Financeur(
            name,
            tuple(_sum(line.prevu for line in lines if line.annee == year) for year in years),
            _by_state(lines, etats),
            _sum(line.prevu for line in lines),
            _sum(line.depense for line in lines),
        )
        for name, lines in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (one.nom is None, -one.total)))


def _by_state(lines: list[_Compte], etats: tuple[EtatFinancement | None, ...]) -> tuple[Decimal, ...]:
    return tuple(_sum(line.prevu for line in lines if line.etat == etat) for etat in etats)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
