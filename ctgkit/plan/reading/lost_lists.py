"""Lists that a text has swallowed: bullets, lost dashes, sub-points that nothing announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.bullets import Bullet, bullets, counting
from ctgkit.french.scalar import quote
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.broken import Broken
from ctgkit.plan.reading.draft import Edit
from ctgkit.plan.reading.layout import white_indentation
from ctgkit.plan.reading.remedy import (
    Entry,
    entry,
    indentation,
    known_keys,
    lines_above,
    list_keys,
    mended,
    wants_quotes,
)

if TYPE_CHECKING:
    from ctgkit.plan.reading.draft import Draft

_COLON = re.compile(r":(?: +|$)")
#: What starts no text that goes on below: a comment, a block, an anchor, a bracket.
_NO_TEXT = frozenset("#|>&*[{!@`%'\"")


class Text(NamedTuple):
    """Where a text without quotes stands (0-based): its first line and column, its last line."""

    first: int
    column: int
    last: int


class _Item(NamedTuple):
    """A point that the text has swallowed: its line, what starts it, and the last line of its words."""

    line: int
    sign: Bullet
    last: int


def swallowed(draft: Draft, file: str, text: Text) -> Broken | None:
    """The list that a text holds, if it holds one: each of its lines told, or what announces it."""
    items = _items(draft, text)
    for item in items:
        if item.line > text.first and (broken := white_indentation(draft, file, item.line)):
            return broken
    start = entry(draft.lines[text.first])
    if start.dashed and start.key is None and text.column > start.content:
        text = text._replace(column=start.content)  # a sentence with a colon
    beside = text.column > indentation(draft.lines[text.first])
    if not items or (items[0].line == text.first and len(items) == 1):
        return None
    if not beside and items[0].line == text.first:
        return None if items[0].sign.sign == "-" else _bulleted(draft, file, items)
    below = [item for item in items if item.line > text.first]
    if start.key is not None and beside:
        return _after_text(draft, file, text, below, start)
    if draft.lines[below[0].line - 1].rstrip().endswith(":"):
        return None
    return _announced(draft, file, text, below, start)


def around(draft: Draft, number: int) -> Text | None:
    """The text without quotes that line `number`, where the parser stopped, may be a part of."""
    line = draft.lines[number]
    opened = entry(line)
    if opened.key in known_keys():
        return _beside(draft, number, opened)
    least, first = indentation(line), number
    for above in lines_above(draft, number) if line.strip() else ():
        written = draft.lines[above]
        start = entry(written)
        announces = written.rstrip().endswith(":")
        if written.lstrip().startswith("#"):
            return None
        opens = start.dashed or start.key in known_keys() or announces
        if opens and start.indent < least + (announces and not start.dashed):
            return _below(draft, first, start) if announces else _beside(draft, above, start)
        if start.key in known_keys():
            return None
        least, first = min(least, start.indent), above
    return None


def _beside(draft: Draft, number: int, start: Entry) -> Text | None:
    """The text that starts on line `number`, after its key or its dash."""
    words = draft.lines[number][start.value :].strip()
    quoted = words[:1] in {"'", '"'} and len(words) > 1 and words.endswith(words[0])
    if not words or words.endswith(":") or words.startswith("- ") or (words[0] in _NO_TEXT and not quoted):
        return None
    return Text(number, start.value, _last(draft, number, start.content if start.key else start.indent))


def _below(draft: Draft, first: int, start: Entry) -> Text | None:
    """A text that starts on the line after what opens it; none where that is a list already."""
    line = draft.lines[first]
    if line.lstrip().startswith("- ") or indentation(line) < start.content:
        return None
    return Text(first, indentation(line), _last(draft, first, indentation(line) - 1))


def _last(draft: Draft, first: int, floor: int) -> int:
    """The last line of a text, whose lines stand right of column `floor`, and have no key of the plan."""
    last = first
    for number in range(first + 1, len(draft.lines)):
        line = draft.lines[number]
        known = entry(line).key in known_keys()
        if line.strip() and (indentation(line) <= floor or known or line.lstrip().startswith("#")):
            break
        last = number if line.strip() else last
    return last


def _items(draft: Draft, text: Text) -> list[_Item]:
    lines = draft.lines[text.first : text.last + 1]
    lines[0] = " " * text.column + lines[0][text.column :]
    items: list[_Item] = []
    for number, sign in enumerate(bullets(lines), text.first):
        if sign is not None:
            items.append(_Item(number, sign, number))
        elif items and draft.lines[number].strip():
            items[-1] = items[-1]._replace(last=number)
    return items


def _bulleted(draft: Draft, file: str, items: Sequence[_Item]) -> Broken:
    """A list whose bullets stand where dashes belong."""
    told, certain = [], _is_flat(items) and items[0].sign.rank < 2
    for item, edits in zip(items, _dashes(draft, items), strict=True):
        sign = item.sign
        place = draft.place(item.line, sign.indent, item.line, sign.indent + len(sign.sign))
        found = faults.bullet(file, place, sign.sign, _typed(draft, edits, item.line))
        told.append(Broken(found, edits, certain=certain))
    told[0].also = tuple(told[1:])
    return told[0]


def _is_flat(items: Sequence[_Item]) -> bool:
    return len({item.sign.indent for item in items}) == 1


def _announced(draft: Draft, file: str, text: Text, items: Sequence[_Item], start: Entry) -> Broken:
    """Points below a text that does not end with a colon."""
    item, *_ = items
    sign = item.sign
    place = draft.place(item.line, sign.indent, item.line, len(draft.lines[item.line].rstrip()))
    edits = [edit for each in _dashes(draft, items) for edit in each]
    if start.dashed and (sign.indent < start.content or _is_peer(draft, text, sign)):
        moved = [
            edit._replace(start=0, text=" " * start.indent + edit.text)
            for edit in edits
            if edit.text[:1] == "-"
        ]
        return Broken(faults.swallowed_item(file, place, sign.sign, None), moved)
    announcing = _announcing(draft, text, item, start)
    typed = mended(draft, announcing)
    tell = faults.swallowed_item if start.dashed else faults.list_below_text
    return Broken(tell(file, place, sign.sign, typed), [*announcing, *edits])


def _is_peer(draft: Draft, text: Text, sign: Bullet) -> bool:
    """Whether the text itself starts with a bullet of the same list, after its dash."""
    words = draft.lines[text.first][text.column :]
    first, *_ = bullets([words, f"{sign.sign} …"])
    return first is not None and first.kind == sign.kind


def _announcing(draft: Draft, text: Text, item: _Item, start: Entry) -> list[Edit]:
    """Makes of the text above `item` what announces it, with a colon; or a point before it, with a dash."""
    above = [number for number in range(text.first, item.line) if draft.lines[number].strip()]
    pieces = [draft.lines[text.first][text.column :], *(draft.lines[number] for number in above[1:])]
    words = " ".join(piece.strip() for piece in pieces)
    if not words.startswith(("'", '"')) and (_COLON.search(words) or wants_quotes(words)):
        words = quote(words)
    dash = "" if start.dashed else "- "
    colon = " :" if start.dashed or item.sign.indent > text.column else ""
    edits = [Edit(text.first, text.column, len(draft.lines[text.first]), f"{dash}{words}{colon}")]
    return [*edits, *(Edit(number, 0, len(draft.lines[number]), "") for number in above[1:])]


def _after_text(draft: Draft, file: str, text: Text, items: Sequence[_Item], start: Entry) -> Broken:
    """Items below a key that has a text already."""
    item, key = items[0], start.key or ""
    line = draft.lines[text.first]
    words = line[start.value :].strip()
    first = bullets([words, *draft.lines[item.line : text.last + 1]])[0]
    place = draft.place(item.line, item.sign.indent, item.line, len(draft.lines[item.line].rstrip()))
    found = faults.list_after_text(file, place, item.sign.sign, key, words[first.text :] if first else words)
    if key in known_keys() and key not in list_keys():
        dropped = [number for number in range(item.line, text.last + 1) if draft.lines[number].strip()]
        return Broken(
            found, [Edit(number, 0, len(draft.lines[number]), "") for number in dropped], lossy=True
        )
    edits = [Edit(number, 0, len(draft.lines[number]), "") for number in range(text.first + 1, item.line)]
    dashes = [edit for each in _dashes(draft, items) for edit in each]
    return Broken(found, [Edit(text.first, start.value, len(line), ""), *edits, *dashes])


def _emptied(draft: Draft, first: int, until: int) -> list[Edit]:
    """The edits that leave out the lines from `first` to before `until`."""
    return [Edit(number, 0, len(draft.lines[number]), "") for number in range(first, until)]


def _dashes(draft: Draft, items: Sequence[_Item]) -> list[list[Edit]]:
    """The edits that give each item its dash, and keep the lines that go on with it right of the dash."""
    made = []
    kept = counting(item.sign for item in items)
    for rank, item in enumerate(items):
        line, sign = draft.lines[item.line], item.sign
        words = line[sign.indent if sign.kind in kept else sign.text :].rstrip()
        deeper = rank + 1 < len(items) and items[rank + 1].sign.indent > sign.indent
        if deeper and item.last == item.line and not words.endswith(":"):
            words = f"{quote(words) if _COLON.search(words) else words} :"
        elif item.last == item.line and wants_quotes(words):
            words = quote(words)
        edits = [Edit(item.line, sign.indent, len(line), f"- {words}")]
        for number in range(item.line + 1, item.last + 1):
            lacking = sign.indent + 2 - indentation(draft.lines[number])
            if draft.lines[number].strip() and lacking > 0:
                edits.append(Edit(number, 0, 0, " " * lacking))
        made.append(edits)
    return made


def _typed(draft: Draft, edits: Sequence[Edit], number: int) -> str:
    return mended(draft, [edit for edit in edits if edit.line == number])
