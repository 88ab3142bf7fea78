"""What the templates of Markdown ask of blocks."""

from __future__ import annotations

from collections.abc import Mapping

from ctgkit.outputs.markdown.blocks import (
    cell_words,
    gantt_of,
    line,
    nested,
    one_line,
    paragraph,
    quoted,
    strong,
)
from ctgkit.outputs.outline import rank_below
from ctgkit.page.blocks import nature

#: The functions, by the names that templates give them.
FUNCTIONS: Mapping[str, object] = {
    "cell_words": cell_words,
    "gantt_of": gantt_of,
    "inline": line,
    "nature": nature,
    "nested": nested,
    "one_line": one_line,
    "paragraphs": paragraph,
    "quoted": quoted,
    "rank_below": rank_below,
    "strong": strong,
}
