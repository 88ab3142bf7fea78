"""What is to be remembered, and the figures of all."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.french.agreement import plural
from ctgkit.french.breaks import counted
from ctgkit.page.blocks import Block, Figures, Notice, Tile
from ctgkit.page.writing import bullets, paragraph
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.territoires import sentences
from ctgkit.reports.territoires.view import TerritoiresView


def retenir(view: TerritoiresView) -> Iterator[Block]:
    """Whether all is counted, the sentences, the figures."""
    if incomplete := sentences.incomplete(view):
        yield Notice((paragraph(incomplete),))
    yield bullets(sentences.retenir(view))
    yield Figures(tuple(_tiles(view)))
    if view.bilan.suivis:
        totals = view.bilan.totaux
        fiches = plural(totals.fiches, "La fiche", f"Les {counted(totals.fiches, 'fiche')}")
        yield blocks.statuses_card(f"{fiches} par statut", totals)


def _tiles(view: TerritoiresView) -> Iterator[Tile]:
    totals, progress = view.bilan.totaux, view.bilan.avancement
    yield blocks.tile_of(len(view.territoires), "territoire")
    yield blocks.tile_of(totals.fiches, "fiche")
    if progress is not None:
        yield Tile(shared.percent(progress), "d'avancement moyen")
    yield from blocks.status_tiles(totals)
