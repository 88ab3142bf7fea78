"""The money of a plan: by funder, year and state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ctgkit.followup.pilots import Directory, key
from ctgkit.plan import Financement, Plan, fiches
from ctgkit.reports.followed.view import Annee, Argent, Financeur
from ctgkit.vocabulary.argent import EtatFinancement

#: The states, the least sure first; that of the lines that say none comes before.
ETATS: tuple[EtatFinancement | None, ...] = (None, *EtatFinancement)


def money(plan: Plan) -> Argent | None:
    """The money of all the fiches; `None` where no line says an amount."""
    lines = [line for fiche in fiches(plan) for line in fiche.action.financements]
    told = [line for line in lines if line.montant is not None]
    if not told:
        return None
    etats = tuple(etat for etat in ETATS if any(line.etat == etat for line in told))
    years = sorted({line.annee for line in told}, key=lambda year: (year is None, year or 0))
    return Argent(
        etats=etats,
        annees=annees(
            {year: _by_state([line for line in told if line.annee == year], etats) for year in years}
        ),
        financeurs=_funders(plan, told, years, etats),
        par_etat=_by_state(told, etats),
        total=_sum(told),
        sans_montant=len(lines) - len(told),
    )


def annees(by_year: Mapping[int | None, tuple[Decimal, ...]]) -> tuple[Annee, ...]:
    """The years, each with its money in each state; the lines of no year come last.

    Money that is taken back has no bar, and makes none longer than the richest year's.
    """
    given = {year: [max(one, Decimal(0)) for one in sums] for year, sums in by_year.items()}
    richest = max(sum(sums) for sums in given.values())
    return tuple(
        Annee(
            year,
            sums,
            sum(sums, Decimal(0)),
            tuple(round(1000 * one / richest) if richest else 0 for one in given[year]),
        )
        for year, sums in sorted(by_year.items(), key=lambda item: (item[0] is None, item[0] or 0))
    )


def _funders(
    plan: Plan,
    told: list[Financement],
    years: list[int | None],
    etats: tuple[EtatFinancement | None, ...],
) -> tuple[Financeur, ...]:
    directory = Directory(plan)
    names: dict[str, str] = {}
    found: dict[str | None, list[Financement]] = {}
    for line in told:
        name = None
        if line.financeur is not None:
            name = directory.name(line.financeur) or names.setdefault(key(line.financeur), line.financeur)
        found.setdefault(name, []).append(line)
    made = [
        Financeur(
            name,
            tuple(_sum(line for line in lines if line.annee == year) for year in years),
            _by_state(lines, etats),
            _sum(lines),
        )
        for name, lines in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (one.nom is None, -one.total)))


def _by_state(lines: list[Financement], etats: tuple[EtatFinancement | None, ...]) -> tuple[Decimal, ...]:
    return tuple(_sum(line for line in lines if line.etat == etat) for etat in etats)


def _sum(lines: Iterable[Financement]) -> Decimal:
    return sum((line.montant for line in lines if line.montant is not None), Decimal(0))
