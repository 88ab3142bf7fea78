"""Lines of runs → Markdown: escaped as a whole, marked where what they are can be shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from string import punctuation
from typing import NamedTuple

from ctgkit.french.visible import visible
from ctgkit.outputs.lines import linked
from ctgkit.outputs.templates.markdown import protected
from ctgkit.page.blocks import Run, RunRole, Runs

#: What stands out from the words around it.
_STRONG: frozenset[RunRole] = frozenset({"strong", "placeholder"})
#: What parsers trim at the edges of a line, and nowhere else.
_SPACES = " \u00a0\u202f"
_SIGNS: dict[RunRole, tuple[str, str]] = {"added": ("{+", "+}"), "removed": ("[-", "-]")}


class _Piece(NamedTuple):
    """Words of a line: plain text still, and what stands around it."""

    text: str
    strong: bool
    code: bool


def inline(line: Runs) -> str:
    """A line of text, on one line of Markdown."""
    parts = [part for part in linked(line) if any(run.text for run in part.runs)]
    whole = ""
    for rank, part in enumerate(parts):
        first, last = rank == 0, rank == len(parts) - 1
        following = "[" if not last and parts[rank + 1].to is not None else ""
        if part.to is None:
            whole += _words(part.runs, whole, following, first=first, last=last)
        else:
            # An exclamation mark just before a link would make a picture of it.
            whole = f"{whole[:-1]}\\!" if whole.endswith("!") else whole
            whole += f"[{_words(part.runs, '[', ']', first=first, last=last)}](#{part.to})"
    return whole


def _words(line: Runs, before: str, following: str, *, first: bool, last: bool) -> str:
    """The runs of a line, or of a link in it.

    Args:
        line: the runs.
        before: what is written before them.
        following: what will follow them.
        first: whether the line starts with them.
        last: whether it ends with them.
    """
    pieces = list(_pieces(line))
    whole = before
    for rank, piece in enumerate(pieces):
        at_start, at_end = first and rank == 0, last and rank == len(pieces) - 1
        if piece.code:
            whole += f"`{piece.text}`"
            continue
        # Marks of emphasis stand beside no space: those inside are protected.
        text = _escaped(piece.text, at_start=at_start or piece.strong, at_end=at_end or piece.strong)
        after = visible(pieces[rank + 1].text[:1]) if rank + 1 < len(pieces) else following
        whole += _strong(text, whole, after) if piece.strong else text
    return whole[len(before) :]


def _pieces(line: Runs) -> Iterator[_Piece]:
    """The runs as pieces: those that are marked alike are one."""
    for (strong, code), those in groupby(line, lambda run: (run.role in _STRONG, run.role == "sign")):
        yield _Piece("".join(map(_signed, those)), strong, code)


def _signed(run: Run) -> str:
    """The words of a run, with the signs of what changed."""
    start, end = _SIGNS.get(run.role, ("", ""))
    return f"{start}{run.text}{end}"


def _escaped(text: str, *, at_start: bool, at_end: bool) -> str:
    """`text` with what Markdown would obey escaped; only a line's own edges need their spaces protected."""
    left = "" if at_start else text[: len(text) - len(text.lstrip(_SPACES))]
    right = "" if at_end else text[len(text.rstrip(_SPACES)) :] if text.strip(_SPACES) else ""
    return f"{left}{protected(text[len(left) : len(text) - len(right)])}{right}"


def _strong(text: str, before: str, after: str) -> str:
    """`text` between marks of emphasis, or between tags where marks would not count."""
    if not text:
        return ""
    counts = _opens(before[-1:], text[0]) and _opens(after[:1], text[-1])
    start, end = ("**", "**") if counts else ("<strong>", "</strong>")
    return f"{start}{text}{end}"


def _opens(outside: str, inside: str) -> bool:
    """Whether a mark of emphasis between two characters counts, for every reader.

    Punctuation inside wants a space or punctuation outside. Symbols are punctuation since CommonMark 0.31
    only, and GitHub follows an older one: they are inside, and are not outside.
    """
    if inside.isspace():
        return False
    if unicodedata.category(inside)[0] not in "PS":
        return True
    return not outside or outside.isspace() or outside in punctuation or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"
