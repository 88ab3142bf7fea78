"""A pilot's list as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ctgkit.page.blocks import Block, Heading, Page, Section
from ctgkit.page.writing import bullets, paragraph, runs
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.pilote import sentences
from ctgkit.reports.pilote.view import FichePilotee, PiloteView


def page(view: PiloteView) -> Page:
    """The list as a page."""
    return Page(
        kind="pilote",
        title=f"{view.nom} – {view.entete.territoire}",
        cover=blocks.cover(view.entete, view.nom, sentences.carried(view)),
        sections=blocks.only_told(
            Section(name, title, tuple(_CONTENT[name](view))) for name, title in SECTIONS.items()
        ),
        running=(view.entete.territoire, view.nom),
        colophon=runs(sentences.colophon(view.entete)),
    )


def _demandes(view: PiloteView) -> Iterator[Block]:
    for one in view.fiches:
        yield Heading(blocks.fiche(one.ligne.fiche))
        if view.entete.phase.followed:
            yield from blocks.standing(one.ligne.etat)
        yield from _carried(one)
        if one.demandes:
            yield bullets(map(sentences.asked, one.demandes))
        else:
            yield paragraph(sentences.NOTHING_ASKED, role="note")


def _carried(one: FichePilotee) -> Iterator[Block]:
    """How a fiche is theirs, where it is not theirs alone."""
    if one.etapes:
        yield paragraph(sentences.by_steps(one.etapes))
    if one.avec:
        yield paragraph(sentences.together(one.avec))


def _decidees(view: PiloteView) -> Iterator[Block]:
    if view.decidees:
        yield blocks.decisions_table("Ce que les comités ont décidé", view.decidees)


def _echeances(view: PiloteView) -> Iterator[Block]:
    if view.echeances:
        yield blocks.deadlines_table(shared.coming(view.entete), view.echeances, view.entete)


def _fiches(view: PiloteView) -> Iterator[Block]:
    yield from blocks.printed(view.publiees, followed=view.entete.phase.followed)


#: The sections, in order, and their titles.
SECTIONS: Mapping[str, str] = {
    "demandes": "Ce qui vous est demandé",
    "decidees": "Les décisions à mettre en œuvre",
    "echeances": "Ce qui vient",
    "fiches": "Vos fiches",
}
#: What each says, if anything.
_CONTENT: Mapping[str, Callable[[PiloteView], Iterator[Block]]] = {
    "demandes": _demandes,
    "decidees": _decidees,
    "echeances": _echeances,
    "fiches": _fiches,
}
