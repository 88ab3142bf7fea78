"""What comes up to a day: starts, ends, targets, and the end of the convention."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, get_args

from ctgkit.followup import EtapeState, FicheState, IndicateurState
from ctgkit.reports.copil.desk import Desk
from ctgkit.reports.copil.view import CodeEcheance, Echeance

_ORDER: tuple[CodeEcheance, ...] = get_args(CodeEcheance)
_CLOSED = {"réalisée", "abandonnée"}


def coming(desk: Desk, fiches: tuple[FicheState, ...]) -> tuple[Echeance, ...]:
    """What comes after the day of the report, up to its horizon, by date."""
    window = _Window(desk.entete.day, desk.entete.horizon)
    found = [one for fiche in fiches for one in _of_fiche(desk, fiche, window)]
    if window.holds(desk.entete.fin):
        found.append(Echeance("convention", desk.entete.fin))
    return tuple(sorted(found, key=_rank))


class _Window(NamedTuple):
    """The days after `after`, up to `last`."""

    after: date
    last: date

    def holds(self, day: date) -> bool:
        return self.after < day <= self.last


def _rank(one: Echeance) -> tuple[date, int]:
    return one.date, _ORDER.index(one.code)


def _of_fiche(desk: Desk, fiche: FicheState, window: _Window) -> Iterator[Echeance]:
    if fiche.statut in _CLOSED:
        return
    signed = desk.actions[fiche.complete].origine == "engagée"
    yield from _of(desk, fiche, None, window, begun=signed)
    for etape in fiche.etapes:
        if etape.statut not in _CLOSED:
            yield from _of(desk, fiche, etape, window, begun=False)


def _of(
    desk: Desk, fiche: FicheState, etape: EtapeState | None, window: _Window, *, begun: bool
) -> Iterator[Echeance]:
    """What comes of a fiche, or of one of its steps."""
    one = etape or fiche
    name = etape.titre if etape else None
    start, end = one.period.start, one.period.end
    renvoi = desk.renvoi(fiche)
    if one.period.etapes:
        start = end = None  # each step tells its own
    if start is not None and one.statut in {None, "à venir"} and not (begun or one.period.begun):
        day = start.first if start.sense == "earliest" else start.last
        if window.holds(day):
            yield Echeance("debut", day, start, renvoi, name)
    # What lasts as long as the convention ends with it, which is told once.
    if end is not None and end.sense != "earliest" and end.precision != "contrat" and window.holds(end.last):
        yield Echeance("fin", end.last, end, renvoi, name)
    for indicateur in one.indicateurs:
        if _awaited(indicateur) and indicateur.echeance is not None and window.holds(indicateur.echeance):
            yield Echeance(
                "cible",
                indicateur.echeance,
                None,
                renvoi,
                name,
                indicateur.nom,
                indicateur.cible,
                indicateur.unite,
            )


def _awaited(indicateur: IndicateurState) -> bool:
    return not indicateur.atteinte
