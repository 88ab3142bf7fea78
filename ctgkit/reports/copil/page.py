"""The report to the steering committee as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ctgkit.page.blocks import Block, Page, Section
from ctgkit.page.writing import bullets, runs
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.sections.argent import argent
from ctgkit.reports.copil.sections.calendrier import calendrier
from ctgkit.reports.copil.sections.changements import changements
from ctgkit.reports.copil.sections.charges import charges
from ctgkit.reports.copil.sections.chiffres import chiffres
from ctgkit.reports.copil.sections.decidees import decidees
from ctgkit.reports.copil.sections.decisions import decisions, manques
from ctgkit.reports.copil.sections.etat import etat
from ctgkit.reports.copil.sections.indicateurs import indicateurs
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared


def page(view: CopilView) -> Page:
    """The report as a page."""
    heading = shared.noun_of(view.entete).said_in(view.entete.moment.facts.title)
    sections = (
        Section(name, title, tuple(_CONTENT[name](view)), new_page=name in _NEW_PAGE)
        for name, title in SECTIONS.items()
    )
    return Page(
        kind="copil",
        title=f"{heading} – {view.entete.territoire}",
        cover=blocks.cover(view.entete, heading),
        sections=blocks.only_told(sections),
        running=(view.entete.territoire, heading),
        colophon=runs(sentences.colophon(view.entete)),
    )


def _retenir(view: CopilView) -> Iterator[Block]:
    yield bullets(sentences.retenir(view))


def _echeances(view: CopilView) -> Iterator[Block]:
    if view.echeances:
        yield blocks.deadlines_table(shared.coming(view.entete), view.echeances, view.entete)


def _passees(view: CopilView) -> Iterator[Block]:
    if view.passees:
        yield blocks.deadlines_table(sentences.passed_by(view.entete), view.passees, view.entete)


def _fiches(view: CopilView) -> Iterator[Block]:
    yield from blocks.printed(view.fiches, followed=view.entete.phase.followed)


#: The sections, in order, and their titles.
SECTIONS: Mapping[str, str] = {
    "a-retenir": "À retenir",
    "chiffres": "Les chiffres",
    "charges": "Qui porte quoi",
    "passees": "Les échéances passées",
    "changements": "Ce qui a bougé",
    "etat": "Où en sont les actions",
    "indicateurs": "Les indicateurs",
    "argent": "Les financements",
    "calendrier": "Le calendrier",
    "echeances": "Ce qui vient",
    "decidees": "Ce qui a déjà été décidé",
    "decisions": "Les points soumis à décision",
    "manques": "Ce que le plan ne dit pas encore",
    "fiches": "Les fiches concernées",
}
#: Those that start on a new page in print.
_NEW_PAGE = {"a-retenir", "fiches"}
#: What each says, if anything.
_CONTENT: Mapping[str, Callable[[CopilView], Iterator[Block]]] = {
    "a-retenir": _retenir,
    "chiffres": chiffres,
    "charges": charges,
    "passees": _passees,
    "changements": changements,
    "etat": etat,
    "indicateurs": indicateurs,
    "argent": argent,
    "calendrier": calendrier,
    "echeances": _echeances,
    "decidees": decidees,
    "decisions": decisions,
    "manques": manques,
    "fiches": _fiches,
}
