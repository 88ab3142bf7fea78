"""The words of blocks, line by line: for where there is room for words only, as in the cell of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

from ctgkit.page.blocks import (
    Bar,
    Block,
    Bullets,
    Card,
    Cards,
    Curve,
    Facing,
    Facts,
    Fiche,
    Figures,
    Heading,
    Legend,
    Notice,
    Paragraph,
    Runs,
    Signatures,
    Table,
    Timeline,
)
from ctgkit.page.writing import enumerated, runs


def lines(blocks: Iterable[Block]) -> Iterator[Runs]:
    """What some blocks say, in order."""
    for block in blocks:
        yield from _lines(block)


@singledispatch
def _lines(block: object) -> Iterator[Runs]:
    raise NotImplementedError(type(block))


@_lines.register(Heading)
@_lines.register(Paragraph)
def _(block: Heading | Paragraph) -> Iterator[Runs]:
    yield block.runs


@_lines.register
def _(block: Bullets) -> Iterator[Runs]:
    for item in block.items:
        yield from (item.runs, *lines(item.below))


@_lines.register
def _(block: Facts) -> Iterator[Runs]:
    for fact in block.facts:
        first, *others = (*lines(fact.value), ())
        yield runs(f"{fact.label}\u00a0: ", first)
        yield from others


@_lines.register
def _(block: Figures) -> Iterator[Runs]:
    for tile in block.tiles:
        yield runs(f"{tile.value} {tile.label}")


@_lines.register
def _(block: Table) -> Iterator[Runs]:
    for row in block.rows:
        cells = (line for cell in row.cells for line in (cell.runs, *lines(cell.below)))
        yield enumerated([line for line in cells if line], last=", ")


@_lines.register(Bar)
@_lines.register(Curve)
def _(block: Bar | Curve) -> Iterator[Runs]:
    yield runs(block.alt)


@_lines.register
def _(block: Legend) -> Iterator[Runs]:
    del block  # shades are not words
    yield from ()


@_lines.register
def _(block: Timeline) -> Iterator[Runs]:
    for group in block.groups:
        for row in group.rows:
            yield runs(row.name, "\u00a0: ", row.words or row.alt)


@_lines.register
def _(block: Card) -> Iterator[Runs]:
    yield from (block.title, *lines(block.blocks))


@_lines.register
def _(block: Cards) -> Iterator[Runs]:
    yield from lines(block.cards)


@_lines.register
def _(block: Fiche) -> Iterator[Runs]:
    yield from (runs(block.title), *lines(block.blocks))


@_lines.register
def _(block: Notice) -> Iterator[Runs]:
    yield from lines(block.blocks)


@_lines.register
def _(block: Facing) -> Iterator[Runs]:
    for line in block.lines:
        yield from (line.name, *lines(line.before or ()), *lines(line.after or ()))


@_lines.register
def _(block: Signatures) -> Iterator[Runs]:
    for party in block.parties:
        for person in party.people:
            yield from (party.party, person)
