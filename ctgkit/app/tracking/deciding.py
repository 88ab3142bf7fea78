"""Adds a decision about a fiche or a step to the meeting that took it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.checking.changes import print_addition
from ctgkit.app.command_line.values import day
from ctgkit.app.files.rewriting import rewrite
from ctgkit.app.misuse import Misuse
from ctgkit.app.tracking.targets import Unreadable, part_named, preview
from ctgkit.french.dates import long_date
from ctgkit.french.visible import one_line
from ctgkit.plan.copil import est_copil
from ctgkit.plan.editing.appending import Refused, append
from ctgkit.plan.reading import read
from ctgkit.plan.reading.placing import Addition

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.app.tracking.answers import Said, Typed
    from ctgkit.outputs import terminal
    from ctgkit.plan import Plan


class _Decided(NamedTuple):
    """A plan file with the decision."""

    old: bytes
    data: bytes
    words: str


class _Asks(NamedTuple):
    """What was decided, when, and of which fiche."""

    path: str
    adresse: str
    typed: Typed
    said: Said
    jour: date
    force: bool


def decide(
    path: str,
    adresse: str,
    typed: Typed,
    said: Said,
    jour: date,
    paint: terminal.Paint,
    *,
    diff: bool,
    force: bool,
) -> int:
    """Adds the decision, and prints it; returns the exit status.

    Raises:
        Misuse: if no meeting of that day is known, or if it cannot be written.
    """
    made = partial(_made, asks=_Asks(path, adresse, typed, said, jour, force))
    if diff:
        return preview(path, made, paint)
    done = rewrite(path, made)
    print(one_line(f"{path}, {done.words} : décision ajoutée"))
    print_addition(done.old, done.data, paint)
    return 0


def _made(old: bytes, asks: _Asks) -> _Decided:
    reading = read(old, asks.path)
    if reading.plan is None:
        raise Unreadable(reading)
    named = part_named(reading.plan, asks.adresse, asks.typed)
    data, rank = old, _meeting(reading.plan, asks.jour)
    try:
        if rank is None:
            _refuse_unknown(reading.plan, asks)
            data = append(data, reading, Addition((), "copils", (("date", asks.jour.isoformat()),)))
            reading = read(data, asks.path)
            rank = _meeting(reading.plan, asks.jour) if reading.plan else None
        fields = (("texte", str(asks.typed["decision"])), ("actions", named.adresse), *asks.said)
        data = append(data, reading, Addition(("copils", rank or 0), "decisions", fields))
    except Refused:
        raise Misuse(
            "ctgkit ne sait pas ajouter cette décision sans rien changer d'autre ; écrivez-la sous « copils »"
        ) from None
    return _Decided(old, data, f"réunion du {long_date(asks.jour)}")


def _meeting(plan: Plan, jour: date) -> int | None:
    """The rank of the meeting of a day, the steering committee's if several met."""
    found = [rank for rank, one in enumerate(plan.copils) if one.date == jour]
    return min(found, key=lambda rank: not est_copil(plan.copils[rank]), default=None)


def _refuse_unknown(plan: Plan, asks: _Asks) -> None:
    """Refuses a day on which no meeting is known, unless it is forced."""
    if asks.force:
        return
    today = day("--date", None)
    held = sorted((one.date for one in plan.copils if one.date <= today), reverse=True)
    last = f" ; la dernière est du {long_date(held[0])}" if held else ""
    raise Misuse(
        f"« copils » n'a pas de réunion le {long_date(asks.jour)}{last} ; --date donne son jour, "
        "--force ajoute aussi la réunion"
    )
