"""The blocks that pages are made of: words and figures in order, never markup.

Whoever makes a page says what a thing *is*; how it looks is the writer's. A text is plain: a writer protects
it from its own markup, and keeps its line breaks. A block that a format cannot draw (a curve in Markdown) has
words that say the same (`alt`), so that nothing is lost.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

#: What a run of text is, for writers that show it; the words never depend on it.
RunRole: TypeAlias = Literal[
    "text",
    "strong",
    "quiet",  # said in passing: where something is, of which step
    "number",  # the number of a fiche
    "badge",  # a status, an alert: a pill where there are pills
    "sign",  # a mark of ours (`+`), never words of a plan: what it stands for is said beside it
    "placeholder",  # what a person has still to fill in, between brackets: `[à compléter : date]`
    "added",  # words that a comparison finds new
    "removed",  # words that it finds gone
]
#: What a badge or a figure draws attention by; it says nothing that its words do not.
Tone: TypeAlias = Literal["plain", "alert", "good", "pause", "dropped"]
#: What a paragraph is.
ParagraphRole: TypeAlias = Literal[
    "text",
    "lead",  # introduces a section
    "note",  # small print under a table or a chart
    "turn",  # a change, shown as such
    "quote",  # what somebody noted
    "answer",  # room for a handwritten answer
    "recital",  # « Considérant … »: one sentence of a preamble
]


class Run(NamedTuple):
    """Some words of a line.

    Attributes:
        text: the words; line breaks are kept.
        to: the anchor that they lead to, in this page; `None` for no link.
        role: what they are.
        tone: what a badge draws attention by.
    """

    text: str
    to: str | None = None
    role: RunRole = "text"
    tone: Tone = "plain"


#: A line of text.
Runs: TypeAlias = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading inside a section; `level` counts from 1, just below the section's own title."""

    runs: Runs
    level: int = 1
    anchor: str | None = None


class Paragraph(NamedTuple):
    """Some words."""

    runs: Runs
    role: ParagraphRole = "text"


class Item(NamedTuple):
    """An item of a list: a line, and what stands under it."""

    runs: Runs
    below: tuple[Block, ...] = ()


class Bullets(NamedTuple):
    """A list; `ordered` where the numbers mean something."""

    items: tuple[Item, ...]
    ordered: bool = False
    #: whether it is a list of points that a committee goes through one by one
    agenda: bool = False


class Fact(NamedTuple):
    """A label and what it labels."""

    label: str
    value: tuple[Block, ...]


class Facts(NamedTuple):
    """Labels and values; `headings` where they are the headings of a fiche."""

    facts: tuple[Fact, ...]
    headings: bool = False


class Tile(NamedTuple):
    """A figure and what it counts."""

    value: str
    label: str
    tone: Tone = "plain"


class Figures(NamedTuple):
    """A few figures that are read first."""

    tiles: tuple[Tile, ...]


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        title: what its head says.
        numeric: whether it aligns to the right.
        wide: whether it is given the room that the words of the others leave.
        width: how much of the table its words need, in percent. A table of which one column has a width is
            laid out by widths alone: those that have none share the rest.
    """

    title: str
    numeric: bool = False
    wide: bool = False
    width: int = 0


class Cell(NamedTuple):
    """A cell: a line, and what stands under it; `header` where it names its row."""

    runs: Runs = ()
    below: tuple[Block, ...] = ()
    header: bool = False
    span: int = 1


class Row(NamedTuple):
    """A row. `depth` indents its first cell; a `group` heads those below; a `total` closes the table.

    Links find it by its `anchor`, where it has one.
    """

    cells: tuple[Cell, ...]
    depth: int = 0
    group: bool = False
    total: bool = False
    anchor: str | None = None


class Table(NamedTuple):
    """A table. Its caption is there for those who hear the page; it is hidden where a heading says it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption_hidden: bool = False


class Part(NamedTuple):
    """A part of a bar: how much, in its shade (:mod:`ctgkit.vocabulary.teintes`), and its words."""

    value: float
    shade: str
    words: str


class Bar(NamedTuple):
    """A stacked bar. Its parts may leave a rest out of `whole`.

    `alt` says what it shows; empty where the words beside it say the same already.
    """

    parts: tuple[Part, ...]
    whole: float
    alt: str
    thin: bool = False


class Legend(NamedTuple):
    """What a drawing means: its shades, with their words, and its marks; nothing where none is drawn."""

    keys: tuple[tuple[str, str], ...] = ()
    marks: str = ""


class Mark(NamedTuple):
    """A value on a curve."""

    day: date
    value: float
    words: str


class Curve(NamedTuple):
    """An indicator over time, from its reference to its target.

    `alt` says what it shows; empty where the words beside it say the same already. The words of a mark stand
    beside it.
    """

    reference: Mark | None
    measures: tuple[Mark, ...]
    target: Mark | None
    first: date
    last: date
    low: float
    high: float
    alt: str


class Span(NamedTuple):
    """A stretch of time, both days included; open where nothing says its start or its end."""

    first: date
    last: date
    shade: str
    open_start: bool = False
    open_end: bool = False


class TimelineRow(NamedTuple):
    """What is on a timeline.

    Attributes:
        name: what it is.
        words: its calendar, as it is written.
        spans: its stretches.
        alt: what they say, where they are drawn.
        state: where it stands: what the shade of its stretches means; empty where it means nothing.
    """

    name: Runs
    words: str
    spans: tuple[Span, ...]
    alt: str
    state: str = ""


class TimelineGroup(NamedTuple):
    """The rows of a section."""

    title: str
    rows: tuple[TimelineRow, ...]


class Timeline(NamedTuple):
    """A Gantt.

    Attributes:
        caption: what it is.
        first: its first day, included.
        last: its last day, included.
        groups: its rows.
        today: the day of the document, drawn through it.
        meetings: the days of the meetings, drawn through it.
        meeting: what a meeting is called, before `du 18 juin`.
        heads: what its names, the words of its calendars and its states are called.
    """

    caption: str
    first: date
    last: date
    groups: tuple[TimelineGroup, ...]
    today: date | None = None
    meetings: tuple[date, ...] = ()
    meeting: str = "Réunion"
    heads: tuple[str, str, str] = ("Fiche", "Calendrier", "Statut")


class Card(NamedTuple):
    """Something whole that is not split over pages: a title, and what stands under it."""

    title: Runs
    blocks: tuple[Block, ...]


class Cards(NamedTuple):
    """Cards, beside each other where there is room."""

    cards: tuple[Card, ...]


class Fiche(NamedTuple):
    """A fiche of the plan, in full.

    Attributes:
        anchor: where links find it.
        above: where it stands: the titles of its sections, outermost first.
        name: what it is called and its number: `Fiche action 1.2`; empty where there is none.
        title: its title.
        level: its heading, 1 just below the section's.
        badges: what is said beside its title: its origin.
        blocks: what it says; a step of it is a :class:`Card`.
        listed: whether the table of contents names it.
        new_page: whether it starts on a new page in print.
    """

    anchor: str
    above: tuple[str, ...]
    name: str
    title: str
    level: int
    badges: Runs
    blocks: tuple[Block, ...]
    listed: bool = False
    new_page: bool = False


class Notice(NamedTuple):
    """A warning or a remark that must be seen."""

    blocks: tuple[Block, ...]
    tone: Tone = "alert"


class Faced(NamedTuple):
    """Something as it stands today, and as it will; `None` for the side on which it is not."""

    name: Runs
    before: tuple[Block, ...] | None
    after: tuple[Block, ...] | None


class Facing(NamedTuple):
    """What stands today and what replaces it, face to face.

    Attributes:
        caption: what these are, for those who hear the page.
        titles: what the things, what stands and what replaces it are called.
        nothing: what is said where nothing stands today, and where nothing replaces it.
        lines: the things.
    """

    caption: str
    titles: tuple[str, str, str]
    nothing: tuple[str, str]
    lines: tuple[Faced, ...]


class Signatory(NamedTuple):
    """A party, and who signs for it, each with room for a signature."""

    party: Runs
    people: tuple[Runs, ...]


class Signatures(NamedTuple):
    """The table of signatures, kept on one page."""

    parties: tuple[Signatory, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Figures
    | Table
    | Bar
    | Legend
    | Curve
    | Timeline
    | Card
    | Cards
    | Fiche
    | Notice
    | Facing
    | Signatures
)


class Section(NamedTuple):
    """A named part of a document.

    Attributes:
        name: what `[report.…] sections` in ctgkit.toml and templates call it: `decisions`.
        title: its title; empty for a part that has none.
        label: what it is called, before its title: `Axe 1`, `Article 2`.
        blocks: what it says, in order.
        anchor: where links find it; its name by default, in formats that need one.
        level: 0 for a part of the document, 1 for a part of a part.
        listed: whether the table of contents names it.
        new_page: whether it starts on a new page in print.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    level: int = 0
    listed: bool = True
    new_page: bool = False
    label: str = ""


class Cover(NamedTuple):
    """What a document begins with: a line above its title, the title, lines below, facts, and a warning."""

    kicker: str
    title: str
    subtitles: tuple[str, ...]
    facts: Facts
    notice: Notice | None = None


class Page(NamedTuple):
    """A document.

    Attributes:
        kind: which document it is: `copil`; it names its style and its templates.
        title: what a browser tab and a PDF's properties say.
        cover: what it begins with.
        sections: its parts, in order; a part without blocks is not there.
        running: what is repeated at the head of printed pages, left and right.
        colophon: what is said at the end of the document itself.
        contents: whether it has a table of contents, where one stands beside the text or counts pages.
        contents_in_text: whether it has one in the others too.
    """

    kind: str
    title: str
    cover: Cover
    sections: tuple[Section, ...]
    running: tuple[str, str]
    colophon: Runs = ()
    contents: bool = True
    contents_in_text: bool = False


def nature(block: Block) -> str:
    """What a block is: the name of its class, by which writers find what to make of it."""
    return type(block).__name__
