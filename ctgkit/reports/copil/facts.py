"""Plan → the report to its steering committee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ctgkit.followup import FicheState, group
from ctgkit.plan import Plan
from ctgkit.reports.copil.calendar import calendar
from ctgkit.reports.copil.indicators import indicators, summary
from ctgkit.reports.copil.lacking import lacking
from ctgkit.reports.copil.view import Charge, CopilView, Groupe, Mouvements
from ctgkit.reports.followed.coming import coming, passed
from ctgkit.reports.followed.decided import decided
from ctgkit.reports.followed.deciding import decisions, questions
from ctgkit.reports.followed.figures import part
from ctgkit.reports.followed.money import money
from ctgkit.reports.followed.on_day import PlanOnDay, previous
from ctgkit.reports.followed.printed import publiees
from ctgkit.reports.followed.view import DecisionPrise, Ligne, Part
from ctgkit.reports.followed.words import codes, promised
from ctgkit.vocabulary.groupe import CodeGroupe, group_of
from ctgkit.vocabulary.statut import StatutFacts, facts_of


def copil(plan: Plan, day: date, *, since: date | None = None, coordonnees: bool = False) -> CopilView:
    """The report to the committee.

    Args:
        plan: the plan.
        day: the day of the report; what is dated that day counts.
        since: the day whose end the changes start from; the last committee before `day` by default.
        coordonnees: whether it may name who answers for the plan, and say how to reach them.

    Raises:
        ValueError: if `since` is not before `day`.
    """
    on_day = PlanOnDay(plan, day, since or previous(plan, day), coordonnees=coordonnees)
    fiches = on_day.state.fiches
    on_day.printed = {
        *(one.complete for one in fiches if one.alertes or (one.evolution and one.evolution.a_bouge)),
        *(one.fiche.complete for one in coming(on_day, fiches) if one.fiche),
    }
    lignes = tuple(map(on_day.ligne, fiches))
    changed = tuple(one for one in lignes if one.etat.evolution and one.etat.evolution.a_bouge)
    indicateurs = indicators(on_day)
    prises, last = decided(on_day), previous(plan, day)
    return CopilView(
        entete=on_day.entete,
        ensemble=part(fiches),
        parts=tuple(_parts(on_day)),
        charges=_charges(on_day),
        mouvements=_mouvements(changed) if on_day.entete.depuis_le else None,
        changements=changed,
        groupes=_groupes(lignes) if on_day.entete.phase.followed else (),
        indicateurs=indicateurs,
        bilan=summary(indicateurs),
        argent=money(on_day),
        calendrier=calendar(on_day),
        passees=passed(on_day),
        echeances=coming(on_day, fiches),
        decidees=tuple(one for one in prises if not _closed(one, last)),
        decidees_closes=sum(1 for one in prises if _closed(one, last)),
        decisions=questions(decisions(on_day)),
        manques=lacking(on_day),
        fiches=tuple(publiees(on_day, measured=False)),
    )


def _closed(one: DecisionPrise, last: date | None) -> bool:
    """Whether a decision is older than the last committee, and calls for nothing more."""
    return not one.etat.facts.pending and last is not None and one.seance.date < last


def _parts(plan: PlanOnDay) -> Iterator[Part]:
    below: list[list[FicheState]] = [[] for _ in plan.state.sections]
    outside = [etat for etat in plan.state.fiches if not etat.sections]
    for etat in plan.state.fiches:
        for rank in etat.sections:
            below[rank].append(etat)
    yield from map(part, below, plan.state.sections)
    if below and outside:
        yield part(outside)


def _groupes(lignes: tuple[Ligne, ...]) -> tuple[Groupe, ...]:
    found: dict[CodeGroupe, list[Ligne]] = {code: [] for code in CodeGroupe}
    for one in lignes:
        found[group_of(facts_of(one.etat.statut), codes(one.etat.alertes))].append(one)
    return tuple(Groupe(code, tuple(those)) for code, those in found.items() if those)


def _mouvements(changed: tuple[Ligne, ...]) -> Mouvements:
    evolutions = [(one.etat, one.etat.evolution) for one in changed if one.etat.evolution]
    turns = [(facts_of(was.statut), facts_of(now.statut)) for now, was in evolutions]

    def became(so: Callable[[StatutFacts], bool]) -> int:
        return sum(1 for was, now in turns if so(now) and not so(was))

    return Mouvements(
        fiches=len(changed),
        journal=sum(1 for _, was in evolutions if was.du_nouveau),
        commencees=sum(1 for was, now in turns if now.begun and not (was.begun or now.dropped)),
        achevees=became(lambda one: one.closed and not one.dropped),
        bloquees=became(lambda one: one.raises is not None),
        abandonnees=became(lambda one: one.dropped),
        mesures=sum(len(was.mesures) for _, was in evolutions),
    )


def _charges(plan: PlanOnDay) -> tuple[Charge, ...]:
    """By pilot, the most fiches first; nobody's last, but for commitments, which nobody has to carry."""
    made = [
        Charge(
            None if one.cle is None else str(one.cle),
            tuple(plan.renvoi(etat) for etat in one.fiches if etat.pilotes or not promised(etat)),
        )
        for one in group(plan.state, "pilote")
    ]
    return tuple(sorted((one for one in made if one.fiches), key=_weight))


def _weight(charge: Charge) -> tuple[bool, int]:
    return charge.pilote is None, -len(charge.fiches)
