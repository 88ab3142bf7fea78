"""A page with every block, and one text in every place where a block can hold text."""

from __future__ import annotations

from datetime import date
from typing import get_args

from ctgkit.page import blocks
from ctgkit.page.blocks import (
    Bar,
    Block,
    Bullets,
    Card,
    Cards,
    Cell,
    Column,
    Cover,
    Curve,
    Facing,
    Fact,
    Facts,
    Fiche,
    Figures,
    Heading,
    Item,
    Legend,
    Mark,
    Notice,
    Page,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    RunRole,
    Runs,
    Section,
    Signatures,
    Span,
    Table,
    Tile,
    Timeline,
    TimelineGroup,
    TimelineRow,
)

DAY = date(2026, 6, 30)


def line(text: str) -> Runs:
    """A line with a run of every role, and a link."""
    return (
        *(Run(text, role=role) for role in get_args(RunRole)),
        Run(text, to="une-ancre", role="number"),
        Run(f" {text}", to="une-ancre"),
    )


def every_block(text: str) -> dict[str, Block]:
    """A block of each kind that holds `text` wherever it can, by its name."""
    paragraph, item = Paragraph(line(text)), Item(line(text))
    columns = (Column(text, width=40), Column(text, numeric=True), Column(text, wide=True))
    cell, header = Cell(line(text), (paragraph, Bullets((item,)))), Cell(line(text), header=True)
    card = Card(line(text), (paragraph, Bullets((item,))))
    marks = [Mark(date(year, 1, 1), year - 2020, text) for year in (2023, 2024, 2025)]
    span = Span(date(2024, 3, 1), date(2025, 2, 28), "encours", open_end=True)
    made: list[Block] = [
        Heading(line(text), 1, "un-titre"),
        Paragraph(line(text)),
        Bullets((Item(line(text), (Bullets((item,), ordered=True),)), item), agenda=True),
        Facts((Fact(text, (paragraph,)), Fact(text, (Bullets((item,)), paragraph))), headings=True),
        Figures((Tile(text, text), Tile(text, text, "alert"))),
        Table(
            text,
            columns,
            (
                Row((Cell(line(text), header=True, span=3),), group=True),
                Row((header, cell, cell), depth=1),
                Row((Cell(line(text), header=True, span=2), cell), total=True),
            ),
        ),
        Bar((Part(1, "faite", text), Part(2, "pause", text)), 4, text),
        Legend((("faite", text), ("vide", text))),
        Curve(marks[0], (marks[1],), marks[2], marks[0].day, marks[2].day, 3, 5, text),
        Timeline(
            text,
            date(2023, 1, 1),
            date(2027, 12, 31),
            (TimelineGroup(text, (TimelineRow(line(text), text, (span,), text, text),)),),
            DAY,
            (date(2025, 1, 1),),
            text,
            (text, text, text),
        ),
        card,
        Cards((card, card)),
        Fiche("une-ancre", (text, text), text, text, 1, (Run(text),), (paragraph,), listed=True),
        Notice((paragraph,)),
        Facing((paragraph,), None, (text, text)),
        Signatures((blocks.Signatory((text, text)),)),
    ]
    found = {blocks.nature(one): one for one in made}
    assert set(found) == {kind.__name__ for kind in get_args(Block)}
    return found


def every_paragraph(text: str) -> tuple[Paragraph, ...]:
    """A paragraph of each role."""
    return tuple(Paragraph(line(text), role) for role in get_args(ParagraphRole))


def page_of(text: str, content: tuple[Block, ...]) -> Page:
    """A page that says `content`, and `text` everywhere else."""
    return Page(
        kind="essai",
        title=text,
        cover=Cover(text, text, (text,), Facts((Fact(text, (Paragraph(line(text)),)),))),
        sections=(
            Section("une", text, content, label=text),
            Section("deux", text, (Paragraph(line(text)),), level=1),
        ),
        running=(text, text),
        colophon=line(text),
        contents_in_text=True,
    )


def whole_page(text: str) -> Page:
    """A page with every block."""
    return page_of(text, (*every_block(text).values(), *every_paragraph(text)))
