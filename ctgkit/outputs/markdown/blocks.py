"""What templates ask about blocks in Markdown: their words on a line, and room around their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from ctgkit.french.dates import long_date
from ctgkit.outputs.markdown.inline import inline
from ctgkit.outputs.mermaid import Task, gantt
from ctgkit.page.blocks import Block, Cell, Runs, Timeline, TimelineRow
from ctgkit.page.lines import lines
from ctgkit.page.writing import text_of
from ctgkit.vocabulary.statut import SITUATIONS, facts_of

_LIST_ITEM = re.compile(r"(?:-|\d{1,9}\.) ")
#: How Mermaid tags what is shown in a shade.
_TAGS = {facts_of(one).shade.name: facts_of(one).mermaid for one in SITUATIONS}


def line(runs: Runs) -> Markup:
    """A line of text."""
    return Markup(inline(runs))  # noqa: S704  (escaped by `inline`)


def strong(runs: Runs) -> Markup:
    """A line of text that stands out as a whole."""
    return line(tuple(run._replace(role="strong") for run in runs))


def cell_words(cell: Cell) -> Markup:
    """What a cell says, on one line: a table has no other."""
    return _on_one_line((cell.runs, *lines(cell.below)))


def one_line(blocks: Sequence[Block]) -> Markup:
    """What some blocks say, on one line."""
    return _on_one_line(lines(blocks))


def _on_one_line(lines: Iterable[Runs]) -> Markup:
    return Markup("<br>".join(inline(line) for line in lines if line))  # noqa: S704  (escaped by `inline`)


def paragraph(text: str) -> Markup:
    """Lines of Markdown with an empty line below; nothing where they say nothing."""
    bare = str(text).strip("\n")
    return Markup(f"{bare}\n\n" if bare else "")  # noqa: S704  (Markdown that a macro made)


def nested(text: str, columns: int) -> Markup:
    """Blocks as they stand under an item: a list follows it at once, other blocks after an empty line."""
    bare = str(text).strip("\n")
    if not bare:
        return Markup()
    gap = "" if _LIST_ITEM.match(bare) else "\n"
    shifted = "\n".join(f"{' ' * columns}{one}" if one else "" for one in bare.split("\n"))
    return Markup(f"{gap}{shifted}\n")  # noqa: S704  (as above)


def quoted(text: str) -> Markup:
    """Blocks as a quotation, which stands out from the text."""
    lines = str(text).strip("\n").split("\n")
    return Markup("\n".join(f"> {one}".rstrip() for one in lines))  # noqa: S704  (as above)


def gantt_of(block: Timeline) -> Iterator[Markup]:
    """The lines of a diagram that shows a timeline."""
    for line in gantt(_drawn(block)):
        yield Markup(line)  # noqa: S704  (`label` leaves nothing that is obeyed)


def _drawn(block: Timeline) -> Iterator[tuple[str, Iterable[Task]]]:
    marks = [Task(f"{block.meeting} du {long_date(day)}", day) for day in block.meetings]
    if block.today:
        marks.append(Task(f"Situation au {long_date(block.today)}", block.today, tag="crit, "))
    if marks:
        yield "Repères", marks
    for group in block.groups:
        yield (
            group.title,
            [
                Task(_name_of(row), span.first, span.last, _TAGS.get(span.shade, ""))
                for row in group.rows
                for span in row.spans
            ],
        )


def _name_of(row: TimelineRow) -> str:
    """What a row of a diagram is called: what is said in passing has no room there."""
    return text_of(tuple(run for run in row.name if run.role != "quiet"))
