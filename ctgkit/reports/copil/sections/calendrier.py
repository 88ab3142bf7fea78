"""The convention as a line of time."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.page.blocks import Block, Legend, Span, Timeline, TimelineGroup, TimelineRow
from ctgkit.page.writing import enumerated, paragraph
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.view import Barre, Calendrier, CopilView, LigneCalendrier, SectionCalendrier
from ctgkit.reports.fiches.lines import outside
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.blocks import fiche, link
from ctgkit.vocabulary.statut import SITUATIONS, StatutFacts, facts_of
from ctgkit.vocabulary.teintes import AVENIR


def calendrier(view: CopilView) -> Iterator[Block]:
    """The fiches on it, what its shades and marks mean, and the fiches that are not on it."""
    found, followed = view.calendrier, view.entete.phase.followed
    if found is None:
        return
    yield Timeline(
        caption=f"{capital(shared.noun_of(view.entete).the)}, {shared.convention(view.entete)}",
        first=view.entete.debut,
        last=view.entete.fin,
        groups=tuple(_group(one, found, followed=followed) for one in found.sections),
        today=found.jour.date if found.jour else None,
        meetings=tuple(one.date for one in found.copils),
        meeting="COPIL",
    )
    yield _legend(found, followed=followed)
    if found.muettes:
        named = enumerated([link(one) for one in found.muettes])
        yield paragraph(sentences.undated(len(found.muettes), view.entete), named, ".")


def _legend(found: Calendrier, *, followed: bool) -> Legend:
    there = {facts_of(line.statut) for section in found.sections for line in section.lignes}
    shown = [facts for facts in map(facts_of, SITUATIONS) if facts in there] if followed else []
    today = long_date(found.jour.date) if found.jour else None
    return Legend(
        tuple((facts.shade.name, facts.one) for facts in shown),
        sentences.calendar_marks(today, len(found.copils)),
    )


def _group(section: SectionCalendrier, among: Calendrier, *, followed: bool) -> TimelineGroup:
    title = shared.titled(section.niveau, section.numero, section.titre)
    title = title or outside(after=len(among.sections) > 1)
    return TimelineGroup(title, tuple(_row(one, followed=followed) for one in section.lignes))


def _row(line: LigneCalendrier, *, followed: bool) -> TimelineRow:
    facts = facts_of(line.statut)
    return TimelineRow(
        name=fiche(line.fiche),
        words="\u00a0; ".join(line.textes),
        spans=tuple(_span(one, facts, followed=followed) for one in line.barres),
        alt=sentences.stretches(line, followed=followed),
        state=facts.one if followed else "",
    )


def _span(barre: Barre, facts: StatutFacts, *, followed: bool) -> Span:
    """At the launch, everything is to come."""
    shade = facts.shade if followed else AVENIR
    return Span(barre.debut, barre.fin, shade.name, barre.avant, barre.apres)
