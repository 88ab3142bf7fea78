"""What is added to the follow-up: an entry, a measure, a bilan, a decision, or what is spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.app.checking.one_plan import plan_or_findings, tell_findings
from ctgkit.app.command_line.questions import possible
from ctgkit.app.misuse import Misuse
from ctgkit.app.tracking.adding import add
from ctgkit.app.tracking.addresses import ask_which
from ctgkit.app.tracking.answers import DECISION, MONEY, kind_of, told
from ctgkit.app.tracking.deciding import decide
from ctgkit.app.tracking.money import set_money
from ctgkit.app.tracking.targets import Unreadable, refuse_other_than_a_file
from ctgkit.french.lists import listing

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.app.tracking.answers import Typed
    from ctgkit.outputs import terminal


def track(
    path: str,
    adresse: str | None,
    typed: Typed,
    jour: date,
    paint: terminal.Paint,
    *,
    diff: bool,
    force: bool,
) -> int:
    """Adds what the options say, and prints it; returns the exit status.

    Args:
        path: the plan.
        adresse: the fiche; without one, somebody at the terminal is asked which.
        typed: what the options say.
        jour: the day of what is added.
        paint: colours.
        diff: whether to show what would be written, and write nothing.
        force: whether to add what is in doubt.

    Raises:
        Misuse: if there is nothing to add or nothing to add it to, or if it cannot be written.
    """
    kind = kind_of(typed)
    if adresse is None and not possible():
        raise Misuse("il manque ADRESSE (voir « ctg track --help »)")
    if kind is not DECISION and kind is not MONEY:
        return add(path, adresse, typed, jour, paint, diff=diff, force=force)
    said = told(typed, kind)
    if kind is MONEY and not said:
        raise Misuse(f"rien à ajouter : donnez {listing((f'--{name}' for name in kind.told_by), last='ou')}")
    refuse_other_than_a_file(path)
    if adresse is None:
        plan = plan_or_findings(path, paint)
        if plan is None:
            return 1
        adresse = ask_which(plan)
    try:
        if kind is MONEY:
            return set_money(path, adresse, typed, said, paint, diff=diff)
        return decide(path, adresse, typed, said, jour, paint, diff=diff, force=force)
    except Unreadable as unreadable:
        tell_findings(unreadable.reading.findings, unreadable.reading.lines, paint)
        return 1
