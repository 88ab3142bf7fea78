"""Text in a Mermaid diagram: what its grammar would obey is written as a character's number."""

from __future__ import annotations

import re

from ctgkit.french.visible import one_line

#: Ends of statements and texts, entities, comments, HTML, formulas, and the fence of the Markdown block.
_OBEYED = re.compile(r'[#;:%<>&"$`{}\\]')
#: What starts another statement than a task.
_STATEMENT = re.compile(
    r"\s*(?:\d{4}-\d{2}-\d{2}|(?:gantt|title|section|click|call|href|dateformat|inclusiveenddates|topaxis"
    r"|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|acctitle|accdescr|vert|---)"
    r"(?![^\W_]))",
    re.IGNORECASE,
)


def label(text: str) -> str:
    """`text` as the label of a task or a section, on one line."""
    shown = " ".join(one_line(text).split()) or "–"
    safe = _OBEYED.sub(lambda found: f"#{ord(found[0])};", shown)
    return f"#{ord(safe[0])};{safe[1:]}" if _STATEMENT.match(safe) else safe
