"""Plan → the report to its steering committee."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctgkit.followup import Alerte, FicheState, group
from ctgkit.plan import Plan
from ctgkit.reports.copil.calendar import calendar
from ctgkit.reports.copil.coming import coming
from ctgkit.reports.copil.curves import indicators, summary
from ctgkit.reports.copil.desk import Desk
from ctgkit.reports.copil.lacking import lacking
from ctgkit.reports.copil.money import money
from ctgkit.reports.copil.view import (
    GROUPES,
    Charge,
    CodeGroupe,
    CopilView,
    Decision,
    Groupe,
    Ligne,
    Mouvements,
    Part,
)
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import Statut

_PRESSING = {"en-retard", "demarrage-en-retard", "bloquee"}
_GROUPES: dict[Statut, CodeGroupe] = dict(
    zip(Statut, ("a-venir", "en-cours", "realisee", "pause", "alerte", "abandonnee"), strict=True)
)
_RUNNING = {"en cours", "en pause", "bloquée", "réalisée"}


def previous(plan: Plan, day: date) -> date | None:
    """The last committee before a day."""
    return max((one.date for one in plan.copils if one.date < day), default=None)


def copil(plan: Plan, day: date, *, since: date | None = None) -> CopilView:
    """The report to the committee.

    Args:
        plan: the plan.
        day: the day of the report; what is dated that day counts.
        since: the day whose end the changes start from; the last committee before `day` by default.

    Raises:
        ValueError: if `since` is not before `day`.
    """
    desk = Desk(plan, day, since or previous(plan, day))
    fiches = desk.state.fiches
    desk.printed = {
        *(one.complete for one in fiches if one.alertes or (one.evolution and one.evolution.moved)),
        *(one.fiche.complete for one in coming(desk, fiches) if one.fiche),
    }
    lignes = tuple(map(desk.ligne, fiches))
    changed = tuple(one for one in lignes if one.etat.evolution and one.etat.evolution.moved)
    indicateurs = indicators(desk)
    return CopilView(
        entete=desk.entete,
        ensemble=desk.part(fiches),
        parts=tuple(_parts(desk)),
        charges=_charges(desk),
        mouvements=_mouvements(changed) if desk.entete.since else None,
        changements=changed,
        groupes=_groupes(lignes) if desk.entete.phase == "suivi" else (),
        indicateurs=indicateurs,
        bilan=summary(indicateurs),
        argent=money(plan),
        calendrier=calendar(desk),
        echeances=coming(desk, fiches),
        decisions=decisions(desk),
        manques=lacking(desk),
        fiches=tuple(desk.publiees(measured=False)),
    )


def _parts(desk: Desk) -> Iterator[Part]:
    below: list[list[FicheState]] = [[] for _ in desk.state.sections]
    for etat in desk.state.fiches:
        for rank in etat.sections:
            below[rank].append(etat)
    return map(desk.part, below, desk.state.sections)


def _groupes(lignes: tuple[Ligne, ...]) -> tuple[Groupe, ...]:
    found: dict[CodeGroupe, list[Ligne]] = {code: [] for code in GROUPES}
    for one in lignes:
        found[_groupe(one.etat)].append(one)
    return tuple(Groupe(code, tuple(those)) for code, those in found.items() if those)


def _groupe(etat: FicheState) -> CodeGroupe:
    if not _PRESSING.isdisjoint(etat.codes):
        return "alerte"
    return _GROUPES[etat.statut] if etat.statut else "non-renseignee"


def _mouvements(changed: tuple[Ligne, ...]) -> Mouvements:
    turns = [(one.etat.evolution.statut, one.etat.statut) for one in changed if one.etat.evolution]
    return Mouvements(
        fiches=len(changed),
        journal=sum(1 for one in changed if one.etat.evolution and one.etat.evolution.noted),
        commencees=sum(1 for was, now in turns if was in {None, "à venir"} and now in _RUNNING),
        achevees=_became(Statut.REALISEE, turns),
        bloquees=_became(Statut.BLOQUEE, turns),
        abandonnees=_became(Statut.ABANDONNEE, turns),
        mesures=sum(len(one.etat.evolution.mesures) for one in changed if one.etat.evolution),
    )


def _became(statut: Statut, turns: list[tuple[Statut | None, Statut | None]]) -> int:
    return sum(1 for was, now in turns if was != statut and now == statut)


def _charges(desk: Desk) -> tuple[Charge, ...]:
    """By pilot, the most fiches first; nobody's last, but for commitments, which nobody has to carry."""
    made = [
        Charge(
            None if one.key is None else str(one.key),
            tuple(desk.renvoi(etat) for etat in one.fiches if etat.pilotes or etat.nature == "action"),
        )
        for one in group(desk.state, "pilote")
    ]
    return tuple(sorted((one for one in made if one.fiches), key=_weight))


def _weight(charge: Charge) -> tuple[bool, int]:
    return charge.pilote is None, -len(charge.fiches)


def decisions(desk: Desk) -> tuple[Decision, ...]:
    """The fiches that call for attention, the most pressing first."""
    over = desk.day > desk.entete.fin
    made = [
        Decision(desk.renvoi(one), _deciding(one), one.note, one.pilotes, over)
        for one in desk.state.fiches
        if one.alertes
    ]
    return tuple(sorted(made, key=_urgency))


def _deciding(fiche: FicheState) -> tuple[Alerte, ...]:
    """Its alerts; what should be over by now is asked nothing about its start."""
    if "en-retard" not in fiche.codes:
        return fiche.alertes
    return tuple(one for one in fiche.alertes if one.code != "demarrage-en-retard")


def _urgency(decision: Decision) -> int:
    return [*CodeAlerte].index(decision.alertes[0].code)
