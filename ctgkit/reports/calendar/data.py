"""`ctg calendar` for programs: a sheet (CSV), and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ctgkit import __version__
from ctgkit.followup.calendars import touches
from ctgkit.outputs.data.plain import plain
from ctgkit.outputs.json_text import dumped
from ctgkit.outputs.spreadsheet import BOM, Cell, line
from ctgkit.reports.calendar import words
from ctgkit.reports.status.words import section, statut

if TYPE_CHECKING:
    from ctgkit.followup.calendars import EtapeCalendar, FicheCalendar, PlanCalendar
    from ctgkit.followup.view import Periode, Phrase

#: Changes when a reader of the last one would misread the next one; a new key is no such change.
VERSION = 2

_COLUMNS = (
    "plan",
    "territoire",
    "quoi",
    "adresse",
    "titre",
    "étape",
    "section",
    "statut",
    "avancement (%)",
    "pilotes",
    "calendrier",
    "période",
    "début au plus tôt",
    "début au plus tard",
    "fin au plus tôt",
    "fin au plus tard",
    "revient",
    "dates fixées",
    "non compris",
)
#: The first line of the sheet.
HEAD = BOM + line(_COLUMNS)


def rows(file: str, view: PlanCalendar) -> Iterator[str]:
    """The lines of a plan: one for each period, and for each phrase or fiche that has none.

    An empty day is one that nothing says: an open side, a start that may be later, an end that may be
    sooner.
    """
    for jalon in view.jalons:
        titre = words.milestone_title(jalon) + (f"\u00a0: {jalon.objet}" if jalon.objet else "")
        one = jalon.date
        yield line(
            (
                file,
                view.territoire,
                jalon.sorte,
                None,
                titre,
                *[None] * 7,
                one,
                one,
                one,
                one,
                None,
                None,
                None,
            )
        )
    for fiche in view.fiches:
        yield from _rows(file, view, fiche, fiche, None)
        for etape in fiche.etapes:
            yield from _rows(file, view, fiche, etape, etape.titre)


def _rows(
    file: str, view: PlanCalendar, fiche: FicheCalendar, one: FicheCalendar | EtapeCalendar, etape: str | None
) -> Iterator[str]:
    start: tuple[Cell, ...] = (
        file,
        view.territoire,
        "fiche" if etape is None else "étape",
        fiche.complete,
        fiche.titre,
        etape,
        " › ".join(section(view.sections[rank]) for rank in fiche.sections),
        statut(one),
        one.avancement,
        ", ".join(one.pilotes),
    )
    if not one.phrases:
        yield line((*start, *[None] * 9))
    for phrase in one.phrases:
        periodes = [periode for periode in phrase.periodes if touches(periode, view.annee)]
        for periode in periodes:
            yield line((*start, *_cells(phrase, periode)))
        if not periodes and (phrase.non_compris or not phrase.periodes):
            yield line((*start, phrase.texte, *[None] * 7, _unread(phrase)))


def _cells(phrase: Phrase, one: Periode) -> Iterator[Cell]:
    yield phrase.texte
    yield one.texte
    for bound in (one.debut, one.fin):
        yield bound.premier if bound is not None and not bound.portee.facts.sooner else None
        yield bound.dernier if bound is not None and not bound.portee.facts.later else None
    yield words.retours(one)
    yield "oui" if phrase.fixee else None
    yield _unread(phrase)


def _unread(phrase: Phrase) -> str:
    return ", ".join(told for told, _ in phrase.non_compris)


def head(day: date, year: int | None, pilote: str | None) -> str:
    """What every JSON document of `ctg calendar` starts with, without its last line."""
    told = {
        "version": VERSION,
        "tool": {"name": "ctgkit", "version": __version__},
        "command": "calendar",
        "date": day.isoformat(),
        "annee": year,
        "pilote": pilote,
    }
    return dumped(told).removesuffix("\n}\n")


def one_plan(file: str, view: PlanCalendar) -> str:
    """A plan whole: the view, and the name of its file."""
    return dumped({"file": file, **plain(view)}).rstrip("\n")


def rest(invalid: Iterable[str], problems: Sequence[str]) -> str:
    """What the JSON document of several plans ends with, without its first line."""
    return dumped({"invalid": [*invalid], "problems": [*problems]}).removeprefix("{\n")
