"""The report to the steering committee as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ctgkit.page.blocks import Block, Page, Section
from ctgkit.page.writing import bullets, runs
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.sections.argent import argent
from ctgkit.reports.copil.sections.calendrier import calendrier
from ctgkit.reports.copil.sections.changements import changements
from ctgkit.reports.copil.sections.charges import charges
from ctgkit.reports.copil.sections.chiffres import chiffres
from ctgkit.reports.copil.sections.decisions import decisions, manques
from ctgkit.reports.copil.sections.etat import etat
from ctgkit.reports.copil.sections.indicateurs import indicateurs
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed import blocks
from ctgkit.vocabulary.rapport import Rapport


def page(view: CopilView) -> Page:
    """The report as a page."""
    title = view.entete.moment.facts.title
    sections = (
        Section(name, part.title, tuple(part.content(view)), new_page=part.new_page)
        for name, part in SECTIONS.items()
    )
    return Page(
        kind=Rapport.COPIL.value,
        title=f"{title} – {view.entete.territoire}",
        cover=blocks.cover(view.entete, title),
        sections=blocks.only_told(sections),
        running=(view.entete.territoire, title),
        colophon=runs(sentences.colophon(view.entete)),
    )


def _retenir(view: CopilView) -> Iterator[Block]:
    yield bullets(sentences.retenir(view))


def _echeances(view: CopilView) -> Iterator[Block]:
    if view.echeances:
        yield blocks.coming_table(view.echeances, view.entete)


def _fiches(view: CopilView) -> Iterator[Block]:
    yield from blocks.printed(view.fiches, followed=view.entete.phase.followed)


class Part(NamedTuple):
    """A section of the report: its title, and what it says, if anything."""

    title: str
    content: Callable[[CopilView], Iterator[Block]]
    new_page: bool = False


#: The sections, in order.
SECTIONS: Mapping[str, Part] = {
    "a-retenir": Part("À retenir", _retenir, new_page=True),
    "chiffres": Part("Les chiffres", chiffres),
    "charges": Part("Qui porte quoi", charges),
    "changements": Part("Ce qui a bougé", changements),
    "etat": Part("Où en sont les actions", etat),
    "indicateurs": Part("Les indicateurs", indicateurs),
    "argent": Part("Les financements", argent),
    "calendrier": Part("Le calendrier", calendrier),
    "echeances": Part("Ce qui vient", _echeances),
    "decisions": Part("Les points à décider", decisions),
    "manques": Part("Ce que le plan ne dit pas encore", manques),
    "fiches": Part("Les fiches concernées", _fiches, new_page=True),
}
