"""Fiches counted, chosen, and put together by what they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, get_args

from ctgkit.followup.view import FicheState, Group, PlanState, Totals
from ctgkit.french.order import sorting
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import Statut

By: TypeAlias = Literal["axe", "pilote", "statut", "annee"]
BY: tuple[By, ...] = get_args(By)


def totals_of(fiches: Iterable[FicheState]) -> Totals:
    """How many fiches there are, by status and by alert."""
    every = list(fiches)
    statuts = dict.fromkeys(Statut, 0)
    alertes = dict.fromkeys(CodeAlerte, 0)
    for fiche in every:
        if fiche.statut is not None:
            statuts[fiche.statut] += 1
        for code in fiche.codes:
            alertes[code] += 1
    return Totals(
        fiches=len(every),
        statuts=tuple(statuts.values()),
        non_renseignees=len(every) - sum(statuts.values()),
        alertes=tuple(alertes.values()),
        alertees=sum(1 for fiche in every if fiche.alertes),
    )


def summed(one: Totals, other: Totals) -> Totals:
    """The totals of both."""
    return Totals(
        one.fiches + other.fiches,
        tuple(map(int.__add__, one.statuts, other.statuts)),
        one.non_renseignees + other.non_renseignees,
        tuple(map(int.__add__, one.alertes, other.alertes)),
        one.alertees + other.alertees,
    )


def kept(
    state: PlanState, statuts: Iterable[Statut | None] = (), alertes: Iterable[CodeAlerte] = ()
) -> PlanState:
    """A plan with only the fiches that have one of these statuses or alerts; its totals stay whole."""
    wanted, codes = set(statuts), set(alertes)
    chosen = tuple(one for one in state.fiches if one.statut in wanted or not codes.isdisjoint(one.codes))
    return state._replace(fiches=chosen)


def moved(state: PlanState) -> PlanState:
    """A plan with only the fiches that moved since the day that was asked for; its totals stay whole."""
    chosen = (one for one in state.fiches if one.evolution is not None and one.evolution.a_bouge)
    return state._replace(fiches=tuple(chosen))


def group(state: PlanState, by: By) -> tuple[Group, ...]:
    """The fiches of a plan by what they have in common; groups without any fiche are left out.

    - `axe`: by section of the first level, in document order.
    - `pilote`: by name, in alphabetical order; a fiche is under each of its pilots.
    - `statut`: in the order of :class:`~ctgkit.vocabulary.statut.Statut`.
    - `annee`: by year; a fiche is under each year in which its calendar has it run. An open start
      is that of the contract, an open end too.

    The group of those that have none (no pilot, no status, no date that was understood) is the last.
    """
    found: dict[int | str, list[FicheState]] = {}
    others: list[FicheState] = []
    for fiche in state.fiches:
        keys = _keys(fiche, by, state)
        for key in keys:
            found.setdefault(key, []).append(fiche)
        if not keys:
            others.append(fiche)
    groups = [Group(key, tuple(found[key]), totals_of(found[key])) for key in sorted(found, key=_rank)]
    return (*groups, Group(None, tuple(others), totals_of(others))) if others else tuple(groups)


def _keys(fiche: FicheState, by: By, state: PlanState) -> tuple[int | str, ...]:
    match by:
        case "axe":
            return fiche.sections[:1]
        case "pilote":
            return fiche.pilotes
        case "statut":
            return () if fiche.statut is None else (fiche.statut,)
        case "annee":
            return tuple(sorted(set(_years(fiche, state))))


def _years(fiche: FicheState, state: PlanState) -> Iterator[int]:
    for span in fiche.calendrier.periodes:
        # An open side never makes a period that starts after its end.
        last = (
            span.fin.dernier.year
            if span.fin
            else max(state.fin.year, span.debut.premier.year if span.debut else 0)
        )
        first = span.debut.premier.year if span.debut else min(state.debut.year, last)
        yield from range(first, last + 1)


def _rank(key: int | str) -> tuple[int, tuple[tuple[str | int, ...], str]]:
    """Ranks and years in their order, statuses in theirs, names as people sort them."""
    if isinstance(key, int):
        return key, sorting("")
    if isinstance(key, Statut):
        return [*Statut].index(key), sorting("")
    return 0, sorting(key)
