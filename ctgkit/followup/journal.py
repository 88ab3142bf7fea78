"""What the entries of a journal, up to a day, say together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ctgkit.followup.view import Entree
from ctgkit.plan import EntreeSuivi
from ctgkit.vocabulary.statut import Statut, facts_of
from ctgkit.vocabulary.suivi import Provenance

#: What makes the status of an action whose steps are not all at the same point, by precedence.
RUNNING: tuple[Statut, ...] = tuple(
    sorted(
        (one for one in Statut if one.facts.step_rank is not None),
        key=lambda one: one.facts.step_rank or 0,
    )
)


class Counted(NamedTuple):
    """A journal up to a day: by date, and in the order of the file on one day."""

    entrees: tuple[Entree, ...]
    before: tuple[date, ...]  #: the dates of the entries before the contract
    after: tuple[date, ...]  #: the dates of the entries after the day


class Said(NamedTuple):
    """Where something stands, as far as its journal says."""

    statut: Statut | None = None
    statut_from: Provenance | None = None
    depuis: date | None = None
    avancement: int | None = None
    avancement_from: Provenance | None = None
    echeance: str | None = None  #: of what is postponed, to when


def counted(suivi: Iterable[EntreeSuivi], first: date, day: date, etape: str | None = None) -> Counted:
    """The entries from `first` to `day`, both included.

    Args:
        suivi: the journal, in the order of the file.
        first: the first day that counts.
        day: the last one.
        etape: the title of the step whose journal it is.
    """
    kept, before, after = [], [], []
    for one in suivi:
        if one.date > day:
            after.append(one.date)
        elif one.date < first:
            before.append(one.date)
        else:
            kept.append(
                Entree(one.date, one.statut, one.avancement, one.note, one.auteur, etape, one.echeance)
            )
    return Counted(tuple(sorted(kept, key=_by_date)), tuple(before), tuple(after))


def _by_date(entree: Entree) -> date:
    return entree.date


def merged(journals: Iterable[Sequence[Entree]]) -> tuple[Entree, ...]:
    """Several journals as one, by date; on one day, in the order they are given."""
    return tuple(sorted((entree for journal in journals for entree in journal), key=_by_date))


def said(entrees: Iterable[Entree]) -> Said:
    """What a journal says, its entries by date.

    The last status and the last progress that were written hold. A status that means a progress gives it
    where neither that entry nor a later one says otherwise, or, of some, where none was ever written.
    """
    statut: Statut | None = None
    depuis: date | None = None
    avancement: int | None = None
    echeance: str | None = None
    silent = True  # whether nothing was said of the progress since the last status
    for entree in entrees:
        if entree.statut is not None:
            silent = True
            if entree.statut != statut:
                statut, depuis, echeance = entree.statut, entree.date, None
        echeance = entree.echeance or echeance
        if entree.avancement is not None:
            avancement, silent = entree.avancement, False
    origin: Provenance | None = Provenance.JOURNAL if avancement is not None else None
    facts = facts_of(statut)
    if facts.progress is not None and (avancement is None if facts.progress_before else silent):
        avancement, origin = facts.progress, Provenance.STATUT
    postponed = echeance if facts.postponed else None
    return Said(statut, Provenance.JOURNAL if statut else None, depuis, avancement, origin, postponed)


def remedy(statut: Statut) -> str:
    """What to write instead of a progress that does not go with a status, or instead of the status."""
    meant = statut.facts.progress
    if meant is None:
        done = next(one for one in Statut if one.facts.done)
        return f"«\u00a0statut: {done}\u00a0» à cette entrée, ou un avancement plus bas"
    progress = f"«\u00a0avancement: {meant}\u00a0»"
    if statut.facts.progress_before:
        return f"«\u00a0statut: {RUNNING[0]}\u00a0» à cette entrée, ou {progress}"
    return f"{progress}, ou un autre statut"


def with_steps(own: Said, steps: Sequence[Said]) -> Said:
    """What the journal of an action says, completed by what those of its steps say.

    The journal of the action wins: what it says of the status, and of the progress, holds, and so does
    the progress that a status always means. Else the status is what those of the steps make together, and
    the progress the mean of theirs, rounded down. Steps that were dropped do not count; in the mean, one
    that says nothing counts for 0, but if none says anything the progress is not known.
    """
    if not steps:
        return own
    statut, statut_from = own.statut, own.statut_from
    if statut is None and (together := _together(steps)) is not None:
        statut, statut_from = together, Provenance.ETAPES
    avancement, avancement_from = own.avancement, own.avancement_from
    if avancement is None or (avancement_from is Provenance.STATUT and facts_of(own.statut).progress_before):
        living = [step for step in steps if not facts_of(step.statut).dropped]
        if any(step.avancement is not None for step in living):
            avancement = sum(step.avancement or 0 for step in living) // len(living)
            avancement_from = Provenance.ETAPES
    return Said(statut, statut_from, own.depuis, avancement, avancement_from, own.echeance)


def _together(steps: Sequence[Said]) -> Statut | None:
    """The status that those of steps make: `None` where none has any."""
    found = {step.statut for step in steps}
    living = {one for one in found if not facts_of(one).dropped}
    if not living:
        return next((one for one in Statut if one in found), None)
    if len(living) == 1 and all(facts_of(one).closed for one in living):
        return next(iter(living))
    if (running := next((one for one in RUNNING if one in living), None)) is not None:
        return running
    if any(facts_of(one).closed for one in living):
        return RUNNING[0]  # some is done, and the rest is not
    return next((one for one in Statut if one in living), None)


def begun(said: Said, *, signed: bool, steps: Iterable[Said] = ()) -> bool:
    """Whether anything says that something began.

    A status of what has begun does; without one, a progress above 0 or the contract itself
    (`signed`), by the `origine` of the fiche (under way when the contract was signed) or
    its calendar (« depuis 2023 »). So does any of the steps.
    """
    if any(begun(step, signed=False) for step in steps):
        return True
    if said.statut is not None:
        return said.statut.facts.begun
    return signed or bool(said.avancement)
