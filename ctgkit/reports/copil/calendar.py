"""The contract as a line of time, and each fiche on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ctgkit.followup import FicheState, Periode
from ctgkit.followup.postponing import told
from ctgkit.plan.copil import est_copil
from ctgkit.reports.copil.view import Barre, Calendrier, LigneCalendrier, Repere, SectionCalendrier
from ctgkit.reports.fiches.lines import undated
from ctgkit.reports.followed.on_day import PlanOnDay


def calendar(plan: PlanOnDay) -> Calendrier | None:
    """The calendar of the contract; `None` where no fiche has a date."""
    scale = _Scale(plan.entete.debut, plan.entete.fin)
    sections: dict[int | None, list[LigneCalendrier]] = {}
    muettes = []
    for etat in plan.state.fiches:
        barres = tuple(_bars(etat, scale))
        if not barres:
            muettes.append(plan.renvoi(etat))
            continue
        line = LigneCalendrier(plan.renvoi(etat), etat.statut, _textes(etat), barres)
        sections.setdefault(next(iter(etat.sections), None), []).append(line)
    if not sections:
        return None
    years = range(scale.first.year, scale.last.year + 1)
    return Calendrier(
        sections=tuple(_section(plan, rank, lines) for rank, lines in sections.items()),
        annees=tuple(scale.mark(max(date(year, 1, 1), scale.first)) for year in years),
        copils=tuple(
            scale.mark(day)
            for day in sorted(one.date for one in filter(est_copil, plan.plan.copils))
            if scale.holds(day)
        ),
        jour=scale.mark(plan.day) if scale.holds(plan.day) else None,
        muettes=tuple(muettes),
    )


def _section(plan: PlanOnDay, rank: int | None, lines: list[LigneCalendrier]) -> SectionCalendrier:
    """A section of the first level and its fiches; or those of none, which come last."""
    if rank is None:
        return SectionCalendrier(None, None, None, tuple(lines))
    one = plan.state.sections[rank]
    return SectionCalendrier(one.niveau, one.numero, one.titre, tuple(lines))


class _Scale:
    """From days of the contract, both ends included, to thousandths of it."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._days = (last - first).days + 1

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def x(self, day: date) -> int:
        """Where a day starts."""
        return round(1000 * (day - self.first).days / self._days)

    def mark(self, day: date) -> Repere:
        return Repere(day, self.x(day))


def _textes(etat: FicheState) -> tuple[str, ...]:
    """What its calendar says, to when it was postponed, and how many steps say nothing."""
    textes = etat.calendrier.textes
    said = (told(etat.reportee_a, textes),) if etat.reportee_a else textes
    return (*said, *filter(None, (undated(etat.calendrier),)))


def _bars(etat: FicheState, scale: _Scale) -> Iterator[Barre]:
    when = etat.calendrier
    # A phrase of which some words are not understood may mean other days.
    periodes = [
        one for phrase in when.reprises or when.phrases if not phrase.non_compris for one in phrase.periodes
    ]
    dated = [one for one in periodes if one.debut or one.fin]
    # What only says how often lasts as long as the convention.
    put_off = etat.report.periodes if etat.report else ()
    for span in (*(dated or periodes[:1]), *put_off):
        bar = _bar(span, scale)
        if bar is not None:
            yield bar


def _bar(span: Periode, scale: _Scale) -> Barre | None:
    """A stretch of time as far as it is in the contract; `None` where it is not."""
    start = span.debut.premier if span.debut else scale.first
    end = span.fin.dernier if span.fin else scale.last
    first, last = max(start, scale.first), min(end, scale.last)
    if first > last:
        return None
    x = scale.x(first)
    right = 1000 if last == scale.last else scale.x(last + timedelta(days=1))
    return Barre(
        debut=first,
        fin=last,
        x=x,
        largeur=max(right - x, 1),
        avant=span.debut is None or start < scale.first,
        apres=span.fin is None or end > scale.last,
    )
