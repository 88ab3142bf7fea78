"""Fiches counted, chosen, and put together by what they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, TypeAlias, get_args

from ctgkit.followup.view import ALERTES, STATUTS, CodeAlerte, FicheState, Group, PlanState, Totals
from ctgkit.french.nearest import fold
from ctgkit.vocabulary.statut import Statut

By: TypeAlias = Literal["axe", "pilote", "statut", "annee"]
BY: tuple[By, ...] = get_args(By)


def totals_of(fiches: Iterable[FicheState]) -> Totals:
    """How many fiches there are, by status and by alert."""
    every = list(fiches)
    statuts = dict.fromkeys(STATUTS, 0)
    alertes = dict.fromkeys(ALERTES, 0)
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


def kept(
    state: PlanState, statuts: Iterable[Statut | None] = (), alertes: Iterable[CodeAlerte] = ()
) -> PlanState:
    """A plan with only the fiches that have one of these statuses or alerts; its totals stay whole."""
    wanted, codes = set(statuts), set(alertes)
    chosen = tuple(one for one in state.fiches if one.statut in wanted or not codes.isdisjoint(one.codes))
    return replace(state, fiches=chosen)


def moved(state: PlanState) -> PlanState:
    """A plan with only the fiches that moved since the day that was asked for; its totals stay whole."""
    chosen = (one for one in state.fiches if one.evolution is not None and one.evolution.moved)
    return replace(state, fiches=tuple(chosen))


def group(state: PlanState, by: By) -> tuple[Group, ...]:
    """The fiches of a plan by what they have in common; groups without any fiche are left out.

    - `axe`: by section of the first level, in document order.
    - `pilote`: by name, in alphabetical order; a fiche is under each of its pilots.
    - `statut`: in the order of :data:`~ctgkit.followup.view.STATUTS`.
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
    for span in fiche.period.spans:
        # An open side never makes a period that starts after its end.
        last = (
            span.end.last.year
            if span.end
            else max(state.fin.year, span.start.first.year if span.start else 0)
        )
        first = span.start.first.year if span.start else min(state.debut.year, last)
        yield from range(first, last + 1)


def _rank(key: int | str) -> tuple[int, str, str]:
    """Ranks and years in their order, statuses in theirs, names as a dictionary has them."""
    if isinstance(key, int):
        return key, "", ""
    return (STATUTS.index(key), "", "") if key in STATUTS else (len(STATUTS), fold(key), key)
