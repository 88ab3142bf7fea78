"""What was decided before the day of a report, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.followup.alerts import passed
from ctgkit.followup.postponing import postponed
from ctgkit.plan import fiches
from ctgkit.plan.adresses import avec_etapes
from ctgkit.plan.copil import Decision
from ctgkit.reports.followed.on_day import PlanOnDay, meeting
from ctgkit.reports.followed.view import DecisionPrise, Renvoi, Seance
from ctgkit.schedule import Contract


def decided(on_day: PlanOnDay) -> tuple[DecisionPrise, ...]:
    """The decisions of the meetings before the day, the latest meeting first."""
    found = [
        (meeting(copil), decision)
        for copil in sorted(on_day.plan.copils, key=lambda one: one.date, reverse=True)
        if copil.date < on_day.day
        for decision in copil.decisions
    ]
    return tuple(_Decided(on_day).all(found)) if found else ()


class _Decided:
    """Names the fiches that decisions are about, and tells which are overdue."""

    def __init__(self, on_day: PlanOnDay) -> None:
        self.on_day = on_day
        self.contract = Contract.of(on_day.plan)
        self.known = [one.appels for one in fiches(on_day.plan)]
        self.states = {one.complete: one for one in on_day.state.fiches}

    def all(self, found: list[tuple[Seance, Decision]]) -> Iterator[DecisionPrise]:
        for seance, one in found:
            named = {address: self.renvoi(address) for address in one.actions}
            end = postponed(one.echeance, self.contract)
            yield DecisionPrise(
                seance=seance,
                texte=one.texte,
                fiches=tuple(dict.fromkeys(renvoi for renvoi in named.values() if renvoi is not None)),
                autres=tuple(address for address, renvoi in named.items() if renvoi is None),
                responsable=one.responsable,
                echeance=one.echeance,
                etat=one.etat,
                echue=one.etat.facts.pending and end is not None and passed(end, self.on_day.day),
            )

    def renvoi(self, address: str) -> Renvoi | None:
        """The fiche at an address; `None` where it is none, or may be several."""
        ranks = avec_etapes(address, self.known)
        if len(ranks) != 1:
            return None
        return self.on_day.renvoi(self.states[self.known[ranks[0]].complete])
