"""What the plan file does not say: what somebody may want to fill in, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctgkit.followup import FicheState
from ctgkit.plan import Action
from ctgkit.reports.copil.view import Manque
from ctgkit.reports.followed.figures import living
from ctgkit.reports.followed.on_day import PlanOnDay, due
from ctgkit.reports.followed.words import promised
from ctgkit.vocabulary.manque import CodeManque


def lacking(on_day: PlanOnDay) -> tuple[Manque, ...]:
    """What is missing, of the plan first, then of its fiches."""
    return (*_of_plan(on_day), *_of_fiches(on_day))


def _of_plan(on_day: PlanOnDay) -> Iterator[Manque]:
    plan = on_day.plan
    if plan.signature is None:
        yield Manque(CodeManque.SIGNATURE)
    if not plan.signataires:
        yield Manque(CodeManque.SIGNATAIRES)
    if not plan.contacts:
        yield Manque(CodeManque.CONTACTS)
    if on_day.entete.prochain is None and on_day.day < on_day.entete.fin:
        yield Manque(CodeManque.COPILS)


def _of_fiches(on_day: PlanOnDay) -> Iterator[Manque]:
    followed = on_day.entete.phase.followed
    # What an engagement commits to is still to be written: nothing of it is missing.
    fiches = [one for one in living(on_day.state.fiches) if not promised(one)]

    def missing(
        code: CodeManque, lacks: Callable[[FicheState, Action], bool], *, where: list[FicheState] = fiches
    ) -> Iterator[Manque]:
        found = [one for one in where if lacks(one, on_day.completed[one.complete])]
        if found:
            every = len(found) == len(where) > 1
            yield Manque(
                code, len(found), len(where), () if every else tuple(on_day.renvoi(one) for one in found)
            )

    yield from missing(CodeManque.PILOTES, lambda etat, _: not etat.pilotes)
    yield from missing(CodeManque.CALENDRIER, lambda etat, _: not etat.calendrier.textes)
    yield from missing(CodeManque.CALENDRIER_NON_COMPRIS, lambda etat, _: bool(etat.calendrier.non_compris))
    yield from missing(CodeManque.RESULTATS, lambda _, action: not action.resultats)
    yield from missing(CodeManque.INDICATEURS, lambda _, action: not action.indicateurs)
    yield from missing(
        CodeManque.CIBLE,
        lambda _, action: bool(action.indicateurs) and all(one.cible is None for one in action.indicateurs),
    )
    yield from missing(
        CodeManque.MONTANT,
        lambda _, action: any(
            one.montant is None and not one.says_only("objet") for one in action.financements
        ),
    )
    if followed:
        yield from missing(
            CodeManque.SUIVI, lambda etat, _: etat.statut is None and due(etat.calendrier, on_day.day)
        )
        yield from missing(
            CodeManque.MESURES,
            lambda etat, _: (
                due(etat.calendrier, on_day.day)
                and any(
                    one.cible is not None and not one.mesures
                    for those in (etat.indicateurs, *(etape.indicateurs for etape in etat.etapes))
                    for one in those
                )
            ),
        )
