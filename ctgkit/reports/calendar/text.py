"""`ctg calendar` in the terminal: a bar for each fiche and step, under the years or the months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ctgkit.followup.calendars import presence, rows_of
from ctgkit.french.agreement import count
from ctgkit.french.dates import long_date
from ctgkit.french.visible import one_line, width
from ctgkit.outputs.layout import Layout, wrapped
from ctgkit.reports.calendar import words
from ctgkit.reports.calendar.axis import TODAY, Axis, months, semesters
from ctgkit.vocabulary.calendrier import SorteJalon
from ctgkit.vocabulary.statut import facts_of

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.followup.calendars import EtapeCalendar, FicheCalendar, Jalon, PlanCalendar, Presence
    from ctgkit.followup.view import Periode
    from ctgkit.outputs.terminal import Paint

_GAP = "  "
#: Under this, a title would be a word a line: the bar goes below it.
_LEAST_TITLE = 22
#: With more room than this for titles, columns are better wide.
_GOOD_TITLE = 34
#: What a bar is drawn with, the most certain first: what it is, then what comes back.
_BARS: dict[Presence, tuple[str, str]] = {"sure": ("█", "●"), "possible": ("░", "○"), "open": ("─", "·")}
_ORDER = "█●░○─·"
_LEGEND = {
    "█": "à coup sûr",
    "░": "quelque part là",
    "─": "dure, sans terme dit",
    "●": "revient",
    "○": "revient, quelque part là",
    "·": "revient, sans terme dit",
    "►": "sans fin dite",
    "◄": "sans début dit",
    "‹": "commence avant",
    "›": "continue ou a lieu après",
    **{kind.facts.sign: kind.one for kind in SorteJalon},
    TODAY: "aujourd'hui",
}


class Chart(Layout):
    """Lays the calendar of a plan out; no line is longer than `columns`.

    Args:
        view: the plan.
        paint: colours.
        columns: how long a line may be.
    """

    def __init__(self, view: PlanCalendar, paint: Paint, columns: int) -> None:
        super().__init__(paint, columns)
        self.view = view
        self.seen: set[str] = set()  # the characters that the legend has to explain
        self.wide = max((width(one_line(fiche.adresse)) for fiche in view.fiches), default=0)
        if view.jalons:
            self.wide = max(self.wide, *(len(one.sorte.facts.heading) for one in view.jalons))
        #: Sign, address and their gaps.
        self.indent = 2 + self.wide + len(_GAP)
        room = self.columns - self.indent - len(_GAP)
        self.beside = True
        for title in (_GOOD_TITLE, _LEAST_TITLE):
            axis = self._axis(room - title)
            if axis.years is None and axis.size > 1 and axis.columns <= room - title:
                break
        else:
            self.beside = False
            axis = self._axis(self.columns - len(_GAP))
        self.axis = axis
        self.title = room - axis.columns

    def _axis(self, room: int) -> Axis:
        view = self.view
        if view.annee is not None:
            return months(view.annee, view.jour, room)
        return semesters(view.debut.year, view.fin.year, view.jour, room)

    def lines(self) -> Iterator[str]:
        """The whole of a plan, below the day."""
        view = self.view
        yield from (self.paint("strong", line) for line in self.wrap(view.titre))
        told = (view.territoire, view.caf, view.periode, count(len(view.fiches), "fiche", none="aucune"))
        facts = [one for one in told if one]
        yield from self.wrap(" · ".join(facts))
        if (asked := words.asked(view)) is not None:
            yield from self.wrap(asked)
        if view.jalons:
            yield ""
            yield from self.heads()
            for kind, days in groupby(sorted(view.jalons, key=_kind), _kind):
                yield from self.milestones(kind, list(days))
        for place, fiches in groupby(view.fiches, _axe):
            yield ""
            if heading := words.group(view, place):
                yield from (self.paint("strong", line) for line in self.wrap(heading))
            yield from self.heads()
            for fiche in fiches:
                yield from self.row(one_line(fiche.adresse), fiche.titre, fiche)
                for etape in fiche.etapes:
                    yield from self.row("", f"– {etape.titre}", etape)
        yield ""
        yield from self.legend()

    def heads(self) -> Iterator[str]:
        """The lines above the bars."""
        indent = " " * (self.columns - self.axis.columns if self.beside else len(_GAP))
        for line in self.axis.heads():
            yield self.paint("dim", f"{indent}{line}".rstrip())

    def milestones(self, kind: SorteJalon, days: list[Jalon]) -> Iterator[str]:
        """The days of one kind: a sign in each of their columns."""
        sign, name = kind.facts.sign, kind.facts.heading
        parts = [
            sign.ljust(self.axis.size)
            if any(cell.first <= one.date <= cell.last for one in days)
            else " " * self.axis.size
            for cell in self.axis.cells
        ]
        left = "‹" if any(one.date < self.axis.first for one in days) else " "
        right = "›" if any(one.date > self.axis.last for one in days) else ""
        self.seen |= {sign, left, right}
        chart = self.axis.row(parts, left, right)
        yield from self.beside_or_below(" ", name, ", ".join(map(words.milestone, days)), chart)

    def row(self, adresse: str, titre: str, one: FicheCalendar | EtapeCalendar) -> Iterator[str]:
        """A fiche or a step: its sign, its title, its bar, then what was not understood."""
        sign = facts_of(one.statut).sign
        yield from self.beside_or_below(
            self.colored(one, sign), adresse, titre, self.bar(one), fiche=bool(adresse)
        )
        indent = " " * self.indent if self.beside else _GAP
        for line in words.unread(one.phrases):
            told = self.wrap(line, f"{indent}! ")
            yield from (f"{indent}{self.paint('warning', part[len(indent) :])}" for part in told)

    def colored(self, one: FicheCalendar | EtapeCalendar, text: str) -> str:
        """Text in the colour of a status, whose sign says the same."""
        tone = facts_of(one.statut).tone
        return self.paint(tone, text) if tone is not None else text

    def beside_or_below(
        self, sign: str, adresse: str, titre: str, chart: str, *, fiche: bool = False
    ) -> Iterator[str]:
        """A title and its chart, on one line where there is room; the sign is one character."""
        if not self.beside:
            first, *others = wrapped(f"{adresse} {titre}".strip(), self.columns - len(_GAP))
            yield f"{sign} {first.replace(adresse, self.paint('link', adresse), 1) if fiche else first}"
            yield from (f"{_GAP}{line}" for line in others)
            yield f"{_GAP}{chart}".rstrip()
            return
        blank = " " * (self.wide - width(adresse))
        shown = self.paint("link", adresse) if fiche else adresse
        first, *others = wrapped(titre, self.title)
        head = f"{sign} {shown}{blank}{_GAP}{first}{' ' * (self.title - width(first))}"
        yield f"{head}{_GAP}{chart}".rstrip()
        yield from (f"{' ' * self.indent}{line}" for line in others)

    def bar(self, one: FicheCalendar | EtapeCalendar) -> str:
        """What is known of a fiche or a step in each column, and before and after them."""
        periodes = one.periodes
        if not periodes:
            return words.UNDATED if not one.phrases else words.NOT_UNDERSTOOD
        parts = [self.cell(periodes, cell.first, cell.last) * self.axis.size for cell in self.axis.cells]
        marks = [self.marks(periode) for periode in periodes]
        left = next((mark for mark in "◄‹" if any(mark == before for before, _ in marks)), " ")
        right = next((mark for mark in "►›" if any(mark == after for _, after in marks)), "")
        self.seen |= {left, right, *"".join(parts)}
        return self.axis.row(parts, left, right, lambda text: self.colored(one, text))

    def cell(self, periodes: Sequence[Periode], first: date, last: date) -> str:
        """The most certain of what the periods say of these days.

        What comes back without a date does so during what the others say.
        """
        beat = any(not periode.datee for periode in periodes)
        found = " "
        for periode in periodes:
            known = presence(periode, first, last)
            if known is not None:
                sign = _BARS[known][beat or bool(periode.retours)]
                found = min(found, sign, key=(_ORDER + " ").index)
        return found

    def marks(self, one: Periode) -> tuple[str, str]:
        """What lies before the first column, and after the last."""
        if one.premier is None or one.dernier is None:
            return " ", ""
        axis = self.axis
        if one.premier > axis.last:
            return " ", "›"
        if one.dernier < axis.first:
            return "‹", ""
        before = "◄" if one.debut is None else "‹" if one.premier < axis.first else " "
        return before, "►" if one.fin is None else "›" if one.dernier > axis.last else ""

    def legend(self) -> Iterator[str]:
        """The signs that were used, and what is not on the axis."""
        if self.axis.cut is not None:
            self.seen.add(TODAY)
        signs = [f"{sign}\u00a0{told}" for sign, told in _LEGEND.items() if sign in self.seen]
        if signs:
            yield from self.faint("Légende\u00a0: " + "\u00a0; ".join(signs))
        rows = [row for fiche in self.view.fiches for row in rows_of(fiche)]
        if statuts := words.statuts(row.statut for row in rows):
            yield from self.faint(f"Statut\u00a0: {statuts}")
        if self.axis.cut is None:
            side = "avant" if self.view.jour < self.axis.first else "après"
            yield from self.faint(f"Aujourd'hui, {long_date(self.view.jour)}, est {side} ce qui est affiché")
        if self.axis.years is not None:
            yield from self.faint(f"Une colonne\u00a0: {count(self.axis.years, 'an')}")

    def faint(self, text: str) -> Iterator[str]:
        """A line of less weight."""
        yield from (self.paint("dim", line) for line in self.wrap(text))


def _kind(one: Jalon) -> SorteJalon:
    return one.sorte


def _axe(fiche: FicheCalendar) -> tuple[int, ...]:
    return fiche.sections[:1]


def head(day: date) -> str:
    """What everything starts with."""
    return f"Calendrier au {long_date(day)}\n"


def screen(view: PlanCalendar, paint: Paint, columns: int) -> Iterator[str]:
    """The lines of a plan, each with its end."""
    return (f"{line}\n" for line in Chart(view, paint, columns).lines())
