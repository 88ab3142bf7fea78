"""What is probably a slip in an entry: to be confirmed, or only said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ctgkit.followup.journal import remedy
from ctgkit.french.dates import long_date

if TYPE_CHECKING:
    from ctgkit.plan import Plan
    from ctgkit.plan.reading.placing import Dated


def doubt(plan: Plan, entries: Sequence[Dated], new: Dated, today: date) -> str | None:
    """Why an entry should not be added without a word more, if there is a reason.

    Args:
        plan: the plan it is for.
        entries: those of its list.
        new: the entry.
        today: the day on which it is added.
    """
    first = min(plan.periode.debut, plan.signature or plan.periode.debut)
    if new.date > today:
        return f"le {long_date(new.date)} est à venir"
    if new.date < first:
        return f"le {long_date(new.date)} précède la convention, qui commence le {long_date(first)}"
    if new in entries:
        return f"cette entrée du {long_date(new.date)} y est déjà"
    return None


def contradiction(entries: Sequence[Dated], new: Dated) -> str | None:
    """Why the progress that an entry gives cannot be that of its status, or of the one before, if so."""
    avancement = _last([new], "avancement")
    statut = _last([*_until(entries, new.date), new], "statut")
    if avancement is None or statut is None or statut.facts.goes_with(avancement):
        return None
    return f"{avancement} % ne va pas avec « {statut} » : écrivez {remedy(statut)}"


def remarks(entries: Sequence[Dated], new: Dated) -> Iterator[str]:
    """What somebody who adds an entry may not have seen."""
    later = [entry.date for entry in entries if entry.date > new.date]
    if later:
        yield f"des entrées plus récentes existent, jusqu'au {long_date(max(later))}"
    if hasattr(new, "valeur"):
        if any(entry.date == new.date for entry in entries):
            yield f"une autre mesure porte la même date, le {long_date(new.date)}"
        return
    before = _until(entries, new.date)
    statut, now = _last(before, "statut"), _last([new], "statut")
    if statut and now and now.facts.stage < statut.facts.stage:
        yield f"le statut était « {statut} », il redevient « {now} »"
    progress, avancement = _last(before, "avancement"), _last([new], "avancement")
    if progress is not None and avancement is not None and avancement < progress:
        yield f"l'avancement recule de {progress} % à {avancement} %"


def _until(entries: Sequence[Dated], day: date) -> list[Dated]:
    """The entries up to a day, by date."""
    return sorted((entry for entry in entries if entry.date <= day), key=lambda entry: entry.date)


def _last(entries: Sequence[Dated], key: str) -> Any:
    """What the last entry that says something of `key` says of it."""
    values = (getattr(entry, key, None) for entry in reversed(entries))
    return next((value for value in values if value is not None), None)
