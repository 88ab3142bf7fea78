"""What the plan file does not say: what somebody may want to fill in, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctgkit.followup import FicheState
from ctgkit.plan import Action
from ctgkit.reports.copil.desk import Desk, due
from ctgkit.reports.copil.view import CodeManque, Manque


def lacking(desk: Desk) -> tuple[Manque, ...]:
    """What is missing, of the plan first, then of its fiches."""
    return (*_of_plan(desk), *_of_fiches(desk))


def _of_plan(desk: Desk) -> Iterator[Manque]:
    plan = desk.plan
    if plan.signature is None:
        yield Manque("signature")
    if not plan.signataires:
        yield Manque("signataires")
    if not plan.contacts:
        yield Manque("contacts")
    if desk.entete.prochain is None and desk.day < desk.entete.fin:
        yield Manque("copils")


def _of_fiches(desk: Desk) -> Iterator[Manque]:
    followed = desk.entete.phase == "suivi"
    # What an engagement commits to is still to be written: nothing of it is missing.
    fiches = [one for one in desk.state.fiches if one.nature == "action" and one.statut != "abandonnée"]

    def missing(
        code: CodeManque, lacks: Callable[[FicheState, Action], bool], *, where: list[FicheState] = fiches
    ) -> Iterator[Manque]:
        found = [one for one in where if lacks(one, desk.actions[one.complete])]
        if found:
            every = len(found) == len(where) > 1
            yield Manque(
                code, len(found), len(where), () if every else tuple(desk.renvoi(one) for one in found)
            )

    yield from missing("pilotes", lambda etat, _: not etat.pilotes)
    yield from missing("calendrier", lambda etat, _: not etat.period.textes)
    yield from missing("calendrier-non-compris", lambda etat, _: bool(etat.period.unread))
    yield from missing("resultats", lambda _, action: not action.resultats)
    yield from missing("indicateurs", lambda _, action: not action.indicateurs)
    yield from missing(
        "cible",
        lambda _, action: bool(action.indicateurs) and all(one.cible is None for one in action.indicateurs),
    )
    yield from missing("montant", lambda _, action: any(one.montant is None for one in action.financements))
    if followed:
        yield from missing("suivi", lambda etat, _: etat.statut is None and due(etat.period, desk.day))
        yield from missing(
            "mesures",
            lambda etat, _: (
                due(etat.period, desk.day)
                and any(one.cible is not None and not one.mesures for one in etat.indicateurs)
            ),
        )
