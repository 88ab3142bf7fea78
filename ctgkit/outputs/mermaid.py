"""Gantt diagrams in Mermaid. In a text, what its grammar would obey is written as a character's number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ctgkit.french.typography import printed
from ctgkit.french.visible import one_line

#: Ends of statements and texts, entities, comments, HTML, formulas, the fence of the Markdown block, links.
_OBEYED = re.compile(r'[#;:%<>&"$`{}\[\]\\]')
#: What starts another statement than a task.
_STATEMENT = re.compile(
    r"\s*(?:\d{4}-\d{2}-\d{2}|(?:gantt|title|section|click|call|href|dateformat|inclusiveenddates|topaxis"
    r"|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|acctitle|accdescr|vert|---)"
    r"(?![^\W_]))",
    re.IGNORECASE,
)


class Task(NamedTuple):
    """A stretch of time, both days included, with the tag of its state; a milestone without a last day."""

    name: str
    first: date
    last: date | None = None
    tag: str = ""


def gantt(
    sections: Iterable[tuple[str, Iterable[Task]]], *, title: str = "", monthly: bool = False
) -> Iterator[str]:
    """The lines of a diagram, with a tick at the start of each year, or of each month."""
    yield "gantt"
    if title:
        yield f"    title {label(title)}"
    yield "    dateFormat YYYY-MM-DD"
    yield f"    axisFormat {'%m/%Y' if monthly else '%Y'}"
    yield f"    tickInterval {'1month' if monthly else '12month'}"
    yield "    inclusiveEndDates"
    yield "    todayMarker off"
    for name, tasks in sections:
        yield f"    section {label(name)}"
        for one in tasks:
            what = f"{one.tag}{one.first}, {one.last}" if one.last else f"milestone, {one.tag}{one.first}, 0d"
            yield f"    {label(one.name)} :{what}"


def label(text: str) -> str:
    """`text` as the label of a task or a section, whole, on one line."""
    shown = " ".join(one_line(printed(text)).split()) or "–"
    safe = _OBEYED.sub(lambda found: f"#{ord(found[0])};", shown)
    return f"#{ord(safe[0])};{safe[1:]}" if _STATEMENT.match(safe) else safe
