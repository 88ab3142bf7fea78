"""The figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctgkit.french.agreement import number
from ctgkit.french.lists import NOTHING
from ctgkit.page.blocks import Block, Cell, Column, Figures, Row, Table, Tile
from ctgkit.page.writing import paragraph, runs
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.view import Part


def chiffres(view: CopilView) -> Iterator[Block]:
    """The figures of the plan, then of each section."""
    if not view.ensemble.totaux.fiches:
        return
    if view.entete.phase.followed:
        yield Figures(tuple(_tiles(view)))
        yield blocks.statuses_card("Les fiches par statut", view.ensemble.totaux)
        yield _parts("Par section", _FOLLOWED, view, _followed)
        yield paragraph(f"{shared.MEAN}.", role="note")
    else:
        yield Figures(tuple(_planned_tiles(view)))
        yield _parts("Ce qui est prévu, par section", _PLANNED, view, _planned)


def _tiles(view: CopilView) -> Iterator[Tile]:
    totals, progress = view.ensemble.totaux, view.ensemble.avancement
    yield blocks.tile_of(totals.fiches, "fiche")
    if progress is not None:
        yield Tile(shared.percent(progress), "d'avancement moyen")
    yield from blocks.status_tiles(totals)


def _planned_tiles(view: CopilView) -> Iterator[Tile]:
    tout = view.ensemble
    yield blocks.tile_of(tout.totaux.fiches, "fiche")
    if tout.actions:
        yield _share(tout.pilotees, tout.actions, "action avec un pilote", "actions avec un pilote")
    yield _share(tout.datees, tout.totaux.fiches, "fiche datée", "fiches datées")
    if view.bilan.suivis:
        yield blocks.tile_of(view.bilan.suivis, "indicateur suivi", "indicateurs suivis")


def _share(some: int, every: int, one: str, several: str) -> Tile:
    return Tile(_of(some, every), blocks.tile_of(every, one, several).label)


def _of(some: int, every: int) -> str:
    return f"{some} / {every}" if every else NOTHING


_FOLLOWED = (
    Column("Section"),
    Column("Fiches", numeric=True, width=8),
    Column("Statuts", width=27),
    Column("Avancement", numeric=True, width=13),
    Column("Alertes", width=20),
)
_PLANNED = (
    Column("Section"),
    Column("Fiches", numeric=True, width=14),
    Column("Actions pilotées", numeric=True, width=14),
    Column("Fiches datées", numeric=True, width=14),
)


def _parts(
    caption: str, columns: tuple[Column, ...], view: CopilView, cells: Callable[[Part], Iterator[Cell]]
) -> Table:
    """The figures of each section, then of all."""
    rows = [
        Row((blocks.named(shared.section(one)), *cells(one)), depth=one.profondeur)
        for one in view.parts
        if one.totaux.fiches
    ]
    whole = Row((blocks.named("Ensemble"), *cells(view.ensemble)), total=True)
    return Table(caption, columns, (*rows, whole))


def _followed(part: Part) -> Iterator[Cell]:
    totals = part.totaux
    yield blocks.told_in(number(totals.fiches))
    yield Cell(runs(shared.in_statuses(totals)), (blocks.statuses_bar(totals),))
    yield blocks.told_in(shared.percent(part.avancement))
    yield blocks.told_in(shared.in_alerts(totals))


def _planned(part: Part) -> Iterator[Cell]:
    yield blocks.told_in(number(part.totaux.fiches))
    yield blocks.told_in(_of(part.pilotees, part.actions))
    yield blocks.told_in(_of(part.datees, part.totaux.fiches))
