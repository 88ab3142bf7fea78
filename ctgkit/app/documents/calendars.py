"""When each action is: the calendar of one plan, or of several, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.bulk import each
from ctgkit.app.checking.many_plans import Sieve, checked
from ctgkit.app.checking.one_plan import plan_or_findings
from ctgkit.app.documents.delivery import Form, deliver
from ctgkit.app.documents.own_words import told_as
from ctgkit.app.files.given import STDIN, read_one, shown_name
from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import nearest
from ctgkit.french.visible import one_line
from ctgkit.outputs import terminal

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.followup.calendars import PlanCalendar, UnknownPilotError
    from ctgkit.outputs.findings.run import Checked
    from ctgkit.plan import Plan

#: How many pilots are named to who asked for a stranger.
_MANY = 8


class Asked(NamedTuple):
    """What is asked of every plan, and how it is written: it is sent to other processes."""

    day: date
    year: int | None
    pilote: str | None
    format: str
    colored: bool
    columns: int


class Piece(NamedTuple):
    """A plan among several."""

    text: str
    notes: tuple[str, ...]


class Absent(NamedTuple):
    """A plan where there is nothing of what is asked: the sentence that says so."""

    told: str


def _view(plan: Plan, asked: Asked) -> PlanCalendar | Absent:
    from ctgkit.followup.calendars import (  # noqa: PLC0415  (a plan with errors needs none of it)
        OutsideYearError,
        UnknownPilotError,
        calendar_of,
    )

    try:
        return calendar_of(plan, asked.day, year=asked.year, pilote=asked.pilote)
    except OutsideYearError as error:
        years = str(error.first) if error.first == error.last else f"{error.first} à {error.last}"
        return Absent(f"--year {asked.year} est hors de la convention, dont les années sont {years}")
    except UnknownPilotError as error:
        return Absent(_stranger(asked.pilote or "", error))


def _stranger(pilote: str, error: UnknownPilotError) -> str:
    """What is said of a pilot that a plan does not know: the nearest, or who there is."""
    if near := nearest(pilote, error.spellings):
        hint = f"vouliez-vous dire « {near} » ?"
    elif error.names:
        more = ", …" if len(error.names) > _MANY else ""
        hint = f"les pilotes du plan : {', '.join(error.names[:_MANY])}{more}"
    else:
        hint = "aucune fiche n'a de pilote"
    return f"aucun pilote ne s'appelle « {pilote} » ; {hint}"


def _text(file: str, view: PlanCalendar, asked: Asked) -> Iterator[str]:
    """What is written of a plan, without the head and the end of the document."""
    if asked.format == "json":
        from ctgkit.reports.calendar.data import one_plan  # noqa: PLC0415

        yield one_plan(file, view)
    elif asked.format == "csv":
        from ctgkit.reports.calendar.data import rows  # noqa: PLC0415

        yield from rows(file, view)
    elif asked.format == "md":
        from ctgkit.reports.calendar.markdown import lines  # noqa: PLC0415

        yield from (f"{line}\n" for line in lines(view))
    elif asked.format == "ics":
        from ctgkit.reports.calendar.events import events  # noqa: PLC0415

        yield from events(view)
    else:
        from ctgkit.reports.calendar.text import screen  # noqa: PLC0415

        yield from screen(view, terminal.Paint(enabled=asked.colored), asked.columns)


def _notes(view: PlanCalendar, asked: Asked) -> tuple[str, ...]:
    """What a format has no place for."""
    if asked.format != "ics":
        return ()
    from ctgkit.reports.calendar.events import without_event  # noqa: PLC0415

    return without_event(view)


# One plan


def one_plan(path: str, asked: Asked, form: Form) -> int:
    """The calendar of one plan; returns the exit status."""
    plan = plan_or_findings(path, terminal.Paint(enabled=terminal.colored(form.color, sys.stderr)))
    if plan is None:
        return 1
    view = _view(plan, asked)
    if isinstance(view, Absent):
        raise Misuse(view.told)
    with told_as(plan):
        pieces = list(_text(shown_name(path), view, asked))
        notes = _notes(view, asked)
    if asked.format == "ics":
        deliver(_dated(pieces, view.titre), form)
    elif asked.format == "json":
        from ctgkit.reports.calendar.data import head  # noqa: PLC0415

        start = head(asked.day, asked.year, asked.pilote)
        deliver((start, ',\n  "plan": ', *(piece.replace("\n", "\n  ") for piece in pieces), "\n}\n"), form)
    else:
        deliver((_head(asked), *pieces), form)
    terminal.note(notes)
    return 0


def _dated(pieces: Iterable[str], name: str) -> Iterator[str]:
    """A whole iCalendar.

    Raises:
        Misuse: without any event.
    """
    from ctgkit.reports.calendar.events import NoEventError, whole  # noqa: PLC0415

    try:
        yield from whole(pieces, name)
    except NoEventError:
        raise Misuse("rien n'est daté\u00a0: il n'y a aucun événement à écrire en iCalendar") from None


def _head(asked: Asked) -> str:
    """What a page, a sheet or a screen starts with."""
    if asked.format == "csv":
        from ctgkit.reports.calendar.data import HEAD  # noqa: PLC0415

        return HEAD
    if asked.format == "md":
        from ctgkit.reports.calendar.markdown import HEAD as PAGE  # noqa: PLC0415

        return PAGE
    from ctgkit.reports.calendar.text import head  # noqa: PLC0415

    return head(asked.day)


# Several plans


def several_plans(paths: tuple[str, ...], asked: Asked, form: Form, problems: Iterable[str]) -> int:
    """One calendar after the other; returns the exit status."""
    tally = Tally(problems)
    if paths:
        pieces = tally.take(each(partial(_piece, asked=asked), paths, alone=STDIN in paths), form.color)
        try:
            deliver(_document(pieces, tally, asked), form)
        except Misuse:
            # No event, since there is no plan: why there is none is told below.
            if tally.plans or asked.format != "ics":
                raise
    sys.stdout.flush()
    terminal.note(tally.notes)
    if tally.absent and not tally.plans and not tally.invalid:
        return terminal.complain([*tally.problems, *tally.absent])
    terminal.note(tally.absent)
    return terminal.complain(tally.problems) or int(bool(tally.invalid))


def _piece(path: str, asked: Asked) -> Piece | Checked | Absent:
    """What is written of one of several plans, or its findings.

    Raises:
        Misuse: if it cannot be read.
    """
    reading = read_one(path)
    if reading.plan is None:
        return checked(reading)
    view = _view(reading.plan, asked)
    if isinstance(view, Absent):
        return Absent(f"{reading.file} : {view.told}")
    with told_as(reading.plan):
        text = "".join(_text(reading.file, view, asked))
        notes = tuple(f"{reading.file} : {told}" for told in _notes(view, asked))
    if asked.format == "text":
        text = f"{one_line(reading.file)}\n{text}"
    return Piece(text, notes)


class Tally(Sieve):
    """What goes by that is no calendar."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__(problems)
        self.absent: list[str] = []
        self.notes: list[str] = []
        self.plans = 0

    def take(self, results: Iterable[Piece | Checked | Absent | str], color: str) -> Iterator[str]:
        """What is written of each plan; the findings of those with errors go to standard error."""
        made: Iterator[Piece | Absent] = self.results(results, color)
        for result in made:
            if isinstance(result, Absent):
                self.absent.append(result.told)
            else:
                self.plans += 1
                self.notes += result.notes
                yield result.text


def _document(pieces: Iterator[str], tally: Tally, asked: Asked) -> Iterator[str]:
    """The document of several plans, in pieces, made while they are read."""
    if asked.format == "json":
        from ctgkit.reports.calendar.data import head, rest  # noqa: PLC0415

        yield head(asked.day, asked.year, asked.pilote) + ',\n  "plans": ['
        comma = ""
        for piece in pieces:
            yield f"{comma}\n    " + piece.replace("\n", "\n    ")
            comma = ","
        yield "\n  ],\n" + rest(tally.invalid, [*tally.problems, *tally.absent])
    elif asked.format == "ics":
        yield from _dated(pieces, "Plans d'actions CTG")
    elif asked.format == "csv":
        yield _head(asked)
        yield from pieces
    else:
        yield _head(asked)
        yield from (f"\n{piece}" for piece in pieces)
