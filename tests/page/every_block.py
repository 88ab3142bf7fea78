"""A page with every block, and one text in every place where a block can hold one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias, get_args

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
    Faced,
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
#: Gives the text of the next place that holds one.
Say: TypeAlias = Callable[[], str]


def line(say: Say) -> Runs:
    """A line with a run of every role, and a link."""
    return (
        *(Run("~" if role == "sign" else say(), role=role) for role in get_args(RunRole)),
        Run(say(), to="une-ancre", role="number"),
        Run(f" {say()}", to="une-ancre"),
    )


def every_block(say: Say) -> dict[str, Block]:
    """A block of each kind that holds `text` wherever it can, by its name."""
    paragraph, item = Paragraph(line(say)), Item(line(say))
    columns = (Column(say(), width=40), Column(say(), numeric=True), Column(say(), wide=True))
    cell, header = Cell(line(say), (paragraph, Bullets((item,)))), Cell(line(say), header=True)
    card = Card(line(say), (paragraph, Bullets((item,))))
    marks = [Mark(date(year, 1, 1), year - 2020, say()) for year in (2023, 2024, 2025)]
    span = Span(date(2024, 3, 1), date(2025, 2, 28), "encours", open_end=True)
    made: list[Block] = [
        Heading(line(say), 1, "un-titre"),
        Paragraph(line(say)),
        Bullets((Item(line(say), (Bullets((item,), ordered=True),)), item), agenda=True),
        Facts((Fact(say(), (paragraph,)), Fact(say(), (Bullets((item,)), paragraph))), headings=True),
        Figures((Tile(say(), say()), Tile(say(), say(), "alert"))),
        Table(
            say(),
            columns,
            (
                Row((Cell(line(say), header=True, span=3),), group=True),
                Row((header, cell, cell), depth=1),
                Row((Cell(line(say), header=True, span=2), cell), total=True),
            ),
        ),
        Bar((Part(1, "faite", say()), Part(2, "pause", say())), 4, say()),
        Legend((("faite", say()), ("vide", say()))),
        Curve(marks[0], (marks[1],), marks[2], marks[0].day, marks[2].day, 3, 5, say()),
        Timeline(
            say(),
            date(2023, 1, 1),
            date(2027, 12, 31),
            (TimelineGroup(say(), (TimelineRow(line(say), say(), (span,), say(), say()),)),),
            DAY,
            (date(2025, 1, 1),),
            say(),
            (say(), say(), say()),
        ),
        card,
        Cards((card, card)),
        Fiche("une-ancre", (say(), say()), say(), say(), 1, (Run(say()),), (paragraph,), listed=True),
        Notice((paragraph,)),
        Facing(
            say(),
            (say(), say(), say()),
            (say(), say()),
            (Faced(line(say), (paragraph,), None), Faced(line(say), None, (paragraph,))),
        ),
        Signatures((blocks.Signatory(line(say), (line(say), line(say))),)),
    ]
    found = {blocks.nature(one): one for one in made}
    assert set(found) == {kind.__name__ for kind in get_args(Block)}
    return found


def every_paragraph(say: Say) -> tuple[Paragraph, ...]:
    """A paragraph of each role."""
    return tuple(Paragraph(line(say), role) for role in get_args(ParagraphRole))


def page_of(say: Say, content: tuple[Block, ...]) -> Page:
    """A page that says `content`, and `text` everywhere else."""
    return Page(
        kind="essai",
        title=say(),
        cover=Cover(say(), say(), (say(),), Facts((Fact(say(), (Paragraph(line(say)),)),))),
        sections=(
            Section("une", say(), content, label=say()),
            Section("deux", say(), (Paragraph(line(say)),), level=1),
        ),
        running=(say(), say()),
        colophon=line(say),
        contents_in_text=True,
    )


def whole_page(say: Say) -> Page:
    """A page with every block."""
    return page_of(say, (*every_block(say).values(), *every_paragraph(say)))
