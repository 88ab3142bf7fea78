"""How a line must be typed for YAML to read the sentence somebody wrote."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.nearest import certain, nearest
from ctgkit.french.scalar import quote
from ctgkit.plan.reading.draft import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctgkit.plan.reading.draft import Draft

_KEY = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s\"'#\-&*!|>%@`\[\]{},?:][^:]*+|-\S[^:]*+)"
_ENTRY = re.compile(rf"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>{_KEY})(?P<colon> *+:(?: +|$)))?")
#: The bracket that opens a list written on one line, with the anchor it may have.
_FLOW = re.compile(r"(?:&\S+ +)?[\[{]")
_CLOSING = {"[": "]", "{": "}"}
#: What is longer is a sentence, not a heading.
_HEADING = 60
#: The colon that makes a key of what stands before it.
_COLON = re.compile(r":(?: +|$)")
#: What no text starts with but between quotes.
_RESERVED = frozenset("@`%*&!|>[]{},#")
_COMMENT = re.compile(r"(?<!\s)\s+#")


@cache
def known_keys() -> frozenset[str]:
    """Every key of the plan file, at whatever level."""
    from ctgkit.plan.reading.keys import KEYS  # noqa: PLC0415  (walks the model; only broken files need it)

    return frozenset(KEYS)


@cache
def list_keys() -> frozenset[str]:
    """The keys whose value is a list, wherever they stand."""
    from ctgkit.plan.reading.keys import LISTS  # noqa: PLC0415

    return LISTS


def goes_below(key: str, opening: str) -> bool:
    """Whether the elements of a list under `opening`, a key or a heading of one's own, may have `key`."""
    from ctgkit.plan.reading.keys import BELOW  # noqa: PLC0415

    return key in BELOW.get(opening, BELOW["points"])


def never_below(key: str, above: str) -> bool:
    """Whether `key` goes beside the key `above`, and below it can be nothing but a mistake."""
    from ctgkit.plan.reading.keys import HEADINGS  # noqa: PLC0415

    return same_element(key, above) and not goes_below(key, above) and above not in HEADINGS


def same_element(key: str, other: str) -> bool:
    """Whether some element of the plan has both keys."""
    from ctgkit.plan.reading.keys import KEYS  # noqa: PLC0415

    return not set(KEYS.get(key, ())).isdisjoint(KEYS.get(other, ()))


class Entry(NamedTuple):
    """The start of a line: how deep it stands, and where its text begins (0-based columns)."""

    indent: int
    content: int  #: after the dashes
    key: str | None  #: the key, if the plan knows it or no dash stands before it
    value: int  #: where the text starts: after the key, or after the dashes

    @property
    def dashed(self) -> bool:
        """Whether the line starts an item of a list."""
        return self.content > self.indent

    @property
    def floor(self) -> int:
        """The column that the next line must pass to go on with this one's text."""
        if self.key is not None:
            return self.content
        return self.content - 1 if self.dashed else -1


def entry(line: str) -> Entry:
    """Reads the start of `line`. After a dash, only a key of the plan is a key: the rest is prose."""
    trouve = _ENTRY.match(line)
    if trouve is None:  # pragma: no cover  (every part may be empty)
        return Entry(0, 0, None, 0)
    indent, content = trouve.end("indent"), trouve.end("dashes")
    key = trouve["key"] and trouve["key"].rstrip(" ")
    if key is None or (content > indent and key not in known_keys()):
        return Entry(indent, content, None, content)
    return Entry(indent, content, key, trouve.end())


class Span(NamedTuple):
    """Columns `start` to `end` (excluded) of a line, 0-based."""

    start: int
    end: int


def flow_piece(line: str, column: int) -> Span | None:
    """The element around `column` of a list between brackets, the only thing on the rest of its line."""
    opening = _FLOW.match(line, entry(line).value)
    comment = _COMMENT.search(line, column)
    rest = line[: comment.start() if comment else None].rstrip()
    if opening is None or column < opening.end() or rest[-1] != _CLOSING[opening[0][-1]]:
        return None
    inside = rest[opening.end() : -1]
    if any(bracket in inside for bracket in "[]{}"):
        return None
    start = max(rest.rfind(mark, 0, column) for mark in "[{,") + 1
    piece = rest[start : rest.find(",", column)]  # without a comma, -1 leaves the bracket out
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def indentation(line: str) -> int:
    """How many white characters start `line`, whatever they are."""
    return len(line) - len(line.lstrip())


def lines_above(draft: Draft, number: int) -> Iterator[int]:
    """The lines with words above line `number`, the nearest first."""
    return (above for above in range(number - 1, -1, -1) if draft.lines[above].strip())


def above_line(draft: Draft, number: int) -> int | None:
    """The line with words above line `number`, if there is one."""
    return next(lines_above(draft, number), None)


def could_be_key(line: str) -> bool:
    """Whether `line` starts like a key, known or not: a short heading and a colon, without a dash."""
    start = entry(line)
    return not start.dashed and start.key is not None and len(start.key) <= _HEADING


class Level(NamedTuple):
    """A column where the keys of an element that is open stand."""

    column: int
    key: str  #: the last of them


def open_levels(draft: Draft, number: int) -> Iterator[Level]:
    """The levels at which line `number` may have a key, the deepest first."""
    floor: int | None = None
    for above in lines_above(draft, number):
        line = draft.lines[above]
        start = entry(line)
        if not line.lstrip().startswith("#") and (floor is None or start.indent < floor):
            floor = start.indent
            if start.key is not None:
                yield Level(start.content, start.key)


def meant_key(written: str, beside: str) -> str | None:
    """The key of the plan that `written` is, or very nearly is, if it can stand beside the key `beside`."""
    if written in known_keys():
        return written
    candidates = [key for key in known_keys() if same_element(key, beside)]
    return nearest(written, candidates) if certain(written, candidates) else None


def fitting_column(draft: Draft, number: int, column: int) -> int:
    """The column where line `number`, which stands at `column`, was probably meant to start.

    An item goes with the items of the list that is open above; a key of the plan, with the keys
    of the element it belongs to. Among those that fit, the nearest.
    """
    start = entry(draft.lines[number].lstrip())
    above = above_line(draft, number)
    if start.dashed and above is not None and draft.lines[above].rstrip().endswith(":"):
        return entry(draft.lines[above]).content + 2
    dashes: list[int] = []
    #: The columns where elements that are open have their keys, and whether it may be one of all of them.
    fits: dict[int, bool] = {}
    floor = len(draft.lines[number]) + max(map(len, draft.lines))
    for line in reversed(draft.lines[:number]):
        level = entry(line)
        if line.strip() and not line.lstrip().startswith("#") and level.indent < floor:
            floor = level.indent
            if level.dashed:
                dashes.append(level.indent)
            beside = start.key not in known_keys() or same_element(level.key or "", start.key or "")
            if level.key is not None:
                fits[level.content] = beside and fits.get(level.content, True)
    keys = [content for content, fit in fits.items() if fit]
    levels = (dashes if start.dashed else keys) or [*dashes, *keys] or [0]
    return min(levels, key=lambda level: abs(level - column))


def opening_key(draft: Draft, number: int) -> str:
    """The key of the list whose item starts at line `number`; nothing where there is none."""
    item = entry(draft.lines[number]).indent
    for line in reversed(draft.lines[:number]):
        level = entry(line)
        other_item = level.dashed and level.indent == item
        if line.strip() and level.indent <= item and not other_item and not line.lstrip().startswith("#"):
            return level.key or ""
    return ""


def sentence_start(draft: Draft, number: int, column: int) -> int:
    """Where the sentence around `column` of line `number` starts: in prose, before its colons.

    In a list of texts, what looks like a key of the plan is prose too.
    """
    start = entry(draft.lines[number])
    prose = start.dashed and start.key and not goes_below(start.key, opening_key(draft, number))
    return min(start.content if prose else start.value, column)


def first_line(draft: Draft, number: int) -> int:
    """The line where the sentence that goes on at line `number` starts."""
    lines = draft.lines
    for above in lines_above(draft, number):
        start = entry(lines[above])
        text = lines[above][start.value :].strip()
        closed = not text or text[0] in "#|>" or text.endswith(":")
        if starts(lines[number]) or closed or indentation(lines[number]) <= start.floor:
            break
        number = above
    return number


def last_line(draft: Draft, number: int, column: int) -> int:
    """The last line of the sentence that starts at `column` of line `number`."""
    lines = draft.lines
    floor = entry(lines[number]).floor
    if lines[number].rstrip().endswith(":") or not lines[number][column:].strip():
        return number
    while number + 1 < len(lines):
        below = lines[number + 1]
        if (
            not below.strip()
            or below.lstrip().startswith("#")
            or starts(below)
            or indentation(below) <= floor
        ):
            break
        number += 1
    return number


def starts(line: str) -> bool:
    """Whether a line starts an item, or has a key of the plan."""
    start = entry(line)
    return start.dashed or (start.key is not None and start.key in known_keys())


def wants_quotes(words: str) -> bool:
    """Whether YAML would not read `words`, which are all of a line, after a dash."""
    if words[:1] in {"'", '"'}:
        return not (len(words) > 1 and words.endswith(words[0]) and words.count(words[0]) == 2)
    return words[:1] in _RESERVED or len(_COLON.findall(words)) > 1 + words.endswith(":")


def requote(draft: Draft, number: int, column: int, fault: int = 0) -> list[Edit]:
    """Puts between quotes the sentence that starts at `column` of line `number`.

    A sentence over several lines is joined into one; a comment after it (and after the column
    `fault`) stays after it; the colon that announces a list below stays outside the quotes.
    """
    last = last_line(draft, number, column)
    pieces = [draft.lines[number][column:], *(line.lstrip() for line in draft.lines[number + 1 : last + 1])]
    text = " ".join(piece.strip(" \t") for piece in pieces)
    comment = ""
    if cut := _COMMENT.search(text, max(fault - column, 0)):
        text, comment = text[: cut.start()], text[cut.start() :]
    colon = ""
    if text.endswith(":") and _list_below(draft, last, column):
        bare = text[:-1].rstrip()
        text, colon = bare, text[len(bare) :]
    edits = [Edit(number, column, len(draft.lines[number]), quote(text) + colon + comment)]
    edits += [Edit(line, 0, len(draft.lines[line]), "") for line in range(number + 1, last + 1)]
    return edits


def _list_below(draft: Draft, number: int, column: int) -> bool:
    for line in draft.lines[number + 1 :]:
        if line.strip():
            return line.lstrip().startswith("- ") and indentation(line) >= column
    return False


def mended(draft: Draft, edits: list[Edit]) -> str:
    """The line that `edits` leave of the first line they touch, without its indentation."""
    number, start, end, text = edits[0]
    line = draft.lines[number]
    return (line[:start] + text + line[end:]).strip()
