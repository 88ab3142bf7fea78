"""The figures of some fiches of a plan."""

from __future__ import annotations

from collections.abc import Iterable

from ctgkit.followup import FicheState, SectionState, totals_of
from ctgkit.reports.followed.view import Part
from ctgkit.reports.followed.words import promised
from ctgkit.vocabulary.statut import Statut, facts_of


def part(etats: Iterable[FicheState], section: SectionState | None = None) -> Part:
    """The figures of some fiches: those of a section, or all that a report is about."""
    every = tuple(etats)
    actions = [one for one in every if not promised(one)]
    return Part(
        titre=section.titre if section else None,
        niveau=section.niveau if section else None,
        numero=section.numero if section else None,
        profondeur=section.profondeur if section else 0,
        totaux=totals_of(every),
        actions=len(actions),
        pilotees=sum(1 for one in actions if one.pilotes),
        datees=sum(1 for one in every if one.calendrier.compris),
        avancement=_mean((one.statut, one.avancement) for one in every if counts(one, one.avancement)),
        avant=_mean(
            (was.statut, was.avancement)
            for one in every
            if (was := one.evolution) is not None and counts(one, was.avancement)
        ),
    )


def living(etats: Iterable[FicheState]) -> tuple[FicheState, ...]:
    """The fiches that were not dropped: those that count in a mean."""
    return tuple(one for one in etats if not facts_of(one.statut).dropped)


def counts(etat: FicheState, avancement: int | None) -> bool:
    """Whether a fiche counts in a mean: what goes on is not unfinished where no progress is noted."""
    return avancement is not None or not etat.calendrier.en_continu


def _mean(told: Iterable[tuple[Statut | None, int | None]]) -> int | None:
    """The mean progress, as :func:`ctgkit.followup.journal.with_steps` makes that of steps."""
    counted = [avancement for statut, avancement in told if not facts_of(statut).dropped]
    if all(one is None for one in counted):
        return None
    return sum(one or 0 for one in counted) // len(counted)
