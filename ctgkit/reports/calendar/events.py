"""`ctg calendar` as iCalendar: an event for each dated period, COPIL and avenant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from ctgkit import __version__
from ctgkit.followup.calendars import dated, rows_of
from ctgkit.french.agreement import plural
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.french.institutions import of
from ctgkit.french.nouns import Noun
from ctgkit.french.steps import step
from ctgkit.french.visible import one_line
from ctgkit.outputs import ics
from ctgkit.plan.noms import CONVENTION
from ctgkit.reports.calendar import words
from ctgkit.reports.status.words import section, statut

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.followup.calendars import EtapeCalendar, FicheCalendar, Jalon, PlanCalendar
    from ctgkit.followup.view import Periode, Phrase


class NoEventError(Exception):
    """Nothing has a date: a calendar cannot be without any event."""


def whole(events: Iterable[str], name: str) -> Iterator[str]:
    """A calendar, in pieces.

    Raises:
        NoEventError: without any event, since a calendar has at least one.
    """
    pieces = iter(events)
    first = next(pieces, None)
    if first is None:
        raise NoEventError
    yield ics.raw("BEGIN", "VCALENDAR") + ics.raw("VERSION", "2.0")
    yield ics.text("PRODID", f"-//ctgkit//ctgkit {__version__}//FR")
    yield ics.raw("CALSCALE", "GREGORIAN")
    yield ics.text("X-WR-CALNAME", one_line(name))
    yield from chain([first], pieces)
    yield ics.raw("END", "VCALENDAR")


def events(view: PlanCalendar) -> Iterator[str]:
    """The events of a plan: those of its life, then those of its fiches, in document order."""
    for jalon in view.jalons:
        yield _milestone(view, jalon)
    for fiche in view.fiches:
        for one in rows_of(fiche):
            for phrase, periode in dated(one, view.annee):
                yield _period(view, fiche, one, phrase, periode)


def without_event(view: PlanCalendar) -> tuple[str, ...]:
    """What has no event, in a sentence."""
    left = []
    for fiche in view.fiches:
        for one in rows_of(fiche):
            name = fiche.adresse if one is fiche else f"{fiche.adresse}, {step()} «\u00a0{one.titre}\u00a0»"
            phrases = [
                phrase.texte
                for phrase in one.phrases
                if not phrase.periodes or not all(periode.datee for periode in phrase.periodes)
            ]
            left += [f"{name} («\u00a0{texte}\u00a0»)" for texte in phrases]
            left += (
                [f"{name} (pas de calendrier)"]
                if not one.phrases and one is fiche and not fiche.par_etapes
                else []
            )
    told = "\u00a0; ".join(left)
    return (f"pas d'événement, faute de date\u00a0: {told}",) if left else ()


def _milestone(view: PlanCalendar, one: Jalon) -> str:
    title = words.milestone_title(one)
    lines = [one_line(one.objet)] if one.objet else []
    return _event(
        view,
        one.id,
        (one.date, one.date),
        (
            f"{title} – {one_line(view.territoire)}",
            [*lines, *_where(view)],
            one.sorte.facts.title,
        ),
    )


def _period(
    view: PlanCalendar,
    fiche: FicheCalendar,
    one: FicheCalendar | EtapeCalendar,
    phrase: Phrase,
    periode: Periode,
) -> str:
    title, noun = words.row_title(fiche, one), Noun.of_text(view.convention)
    lines = [f"Calendrier\u00a0: {phrase.texte}", f"Début\u00a0: {words.start(periode)}"]
    lines.append(f"Fin\u00a0: {words.end(periode)}")
    if periode.debut is None:
        lines.append(noun.said_in("L'événement commence avec la convention, faute d'un début."))
    if periode.fin is None:
        lines.append(noun.said_in("L'événement finit avec la convention, faute d'une fin."))
    if periode.retours:
        lines.append(f"Revient\u00a0: {words.retours(periode)}")
    lines += [f"Attention, {told}" for told in words.unread([phrase])]
    lines.append(f"Statut au {long_date(view.jour)}\u00a0: {statut(one)}")
    if one.pilotes:
        lines.append(f"{plural(len(one.pilotes), 'Pilote')}\u00a0: {', '.join(one.pilotes)}")
    lines += [" › ".join(section(view.sections[rank]) for rank in fiche.sections), *_where(view)]
    first, last = periode.premier or view.debut, periode.dernier or view.fin
    told = one_line(title), map(one_line, lines), statut(one)
    return _event(view, periode.id, (first, last), told)


def _where(view: PlanCalendar) -> list[str]:
    what = "CTG" if view.convention == CONVENTION else capital(one_line(view.convention))
    return [f"{what} {of(one_line(view.territoire))}" + (f", {one_line(view.caf)}" if view.caf else "")]


def _event(
    view: PlanCalendar,
    name: str,
    days: tuple[date, date],
    told: tuple[str, Iterable[str], str],
) -> str:
    """An event of whole days, which leaves the time of whoever subscribes free.

    Args:
        view: the plan.
        name: what the event is known by.
        days: its first day and its last, included.
        told: its title, its description line by line, and its category.
    """
    title, lines, category = told
    return "".join(
        (
            ics.raw("BEGIN", "VEVENT"),
            ics.text("UID", f"{name}@ctgkit"),
            # The day that was asked for: the same plan and day give the same bytes.
            ics.raw("DTSTAMP", ics.midnight(view.jour)),
            ics.raw("LAST-MODIFIED", ics.midnight(view.jour)),
            # What is written of a later day replaces what was of an earlier one.
            ics.raw("SEQUENCE", str(max((view.jour - view.debut).days, 0))),
            ics.day("DTSTART", days[0]),
            ics.day("DTEND", ics.after(days[1])),
            ics.text("SUMMARY", title),
            ics.text("DESCRIPTION", "\n".join(lines)),
            ics.text("CATEGORIES", category),
            ics.raw("TRANSP", "TRANSPARENT"),
            ics.raw("END", "VEVENT"),
        )
    )
