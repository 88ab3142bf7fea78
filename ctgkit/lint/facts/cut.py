"""Texts that a ` #` seems to cut: what follows is read as a comment."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.plan.reading.nodes import Mapping, locate
from ctgkit.plan.reading.remedy import entry

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.plan.finding import Place
    from ctgkit.plan.reading.comments import Comment
    from ctgkit.plan.reading.nodes import Path

#: A comment without a space after its sign.
GLUED = re.compile(r"#[^\W_]")
_NUMBERED = re.compile(r"#\d")
_UNFINISHED = re.compile(
    r"\b(?:à|aux?|avec|chez|ces?|cette|d['’]|dans|de|des|du|en|entre|et|l['’]|la|le|les|leurs?|n°|nos|notre"
    r"|numéro|ou|par|pour|sans|ses|son|sous|sur|une?|vers|via)$",
    re.IGNORECASE,
)
_PAIRS = ("()", "«»")
_SUPPRESSION = re.compile(r"#+\s*ctg\s*:", re.IGNORECASE)
#: A text in two parts whose second has quotes of its own: what follows them is a comment.
_HALF_QUOTED = re.compile(r""":\s+(["']).*\1$""")
#: Short names and addresses, in which a sign would be no text anyway; and a label that is there
#: even where the file does not give it.
_NO_PROSE = frozenset({"id", "numero", "telephone", "courriel", "action", "convention", "etape"})


class Cut(NamedTuple):
    """A text, and the comment that seems to be its end."""

    path: Path
    comment: Comment
    certain: bool


def cuts(context: Context) -> Iterator[Cut]:
    """The comments that seem to be the end of a text."""
    lines = context.tree.draft.original
    doubtful = {}
    for comment in context.comments:
        before = lines[comment.line - 1][: comment.column - 1].rstrip()
        if not comment.alone and (cut := _cut(before, comment)) is not None:
            doubtful[comment.line] = (comment, before, cut)
    if not doubtful:
        return
    for path, place in _texts_on(context, doubtful.keys()):
        comment, before, certain = doubtful[place.end_line]
        if place.end_column == len(before) + 1 and lines[place.line - 1][place.column - 1] not in "\"'":
            yield Cut(path, comment, certain)


def _cut(before: str, comment: Comment) -> bool | None:
    """Whether a comment is certainly the end of a text; `None` where it is a comment."""
    start = entry(before)
    text = before[start.value :]
    if not text or text[0] in "\"'|>[{&*" or _SUPPRESSION.match(comment.text) or _HALF_QUOTED.search(text):
        return None
    unfinished = _UNFINISHED.search(text) or any(text.count(sign[0]) > text.count(sign[1]) for sign in _PAIRS)
    if _NUMBERED.match(comment.text):
        return True
    if unfinished:
        # Two spaces before a comment are how a remark on a text to be finished is typed.
        return GLUED.match(comment.text) is not None or comment.column == len(before) + 2
    return False if text.endswith(",") or GLUED.match(comment.text) else None


def _texts_on(context: Context, lines: Collection[int]) -> Iterator[tuple[Path, Place]]:
    """The texts of the plan that end on some lines, with their places."""
    for path, _ in context.texts:
        if path[-1] not in _NO_PROSE:
            node, _, place = locate(context.tree, path)
            # The text of a point with sub-points stands before them: no comment can end it.
            heading = isinstance(node, Mapping) and node.chapeau() is not None
            if place is not None and place.end_line in lines and not heading:
                yield path, place
