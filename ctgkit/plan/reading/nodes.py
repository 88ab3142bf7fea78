"""Data and positions together: dicts and lists that also know where they were written.

A :class:`Mapping` is a `dict` and a :class:`Sequence` a `list`, so that the model validates them
as they are; each also keeps the parser's marks of its keys and values. Scalars are strings, as
they were written: only the schema decides what a text means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from ctgkit.plan.bloc import Bloc
from ctgkit.plan.reading.remedy import indentation
from ctgkit.plan.texte import Ecriture, lire_lignes

if TYPE_CHECKING:
    from ctgkit.plan.finding import Place
    from ctgkit.plan.reading.draft import Draft

_BREAKS = re.compile(r"\s*\n\s*")
_NULL = "tag:yaml.org,2002:null"
#: What programs put between double quotes: a character by its number, a line that goes on.
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\Z)")

Node: TypeAlias = "str | Mapping | Sequence | None"
Path: TypeAlias = tuple["str | int", ...]


class Mapping(Ecriture):
    """A mapping, with the events of its keys and of its values."""

    __slots__ = ("draft", "end", "flow", "marks", "pending", "repeated", "start")

    def __init__(self, draft: Draft, event: Any) -> None:
        super().__init__()
        self.draft = draft
        self.start = event.start_mark
        self.end: Any = None
        self.flow: bool = event.flow_style
        self.marks: dict[str, tuple[Any, Any]] = {}
        self.pending: Any = None
        #: Whether its first key came again: the dash of a second element is missing.
        self.repeated = False

    def phrase(self) -> str | None:
        """The sentence this pair was, colon and spacing as in the file."""
        if len(self) != 1:
            return None
        if self.flow:
            return self.draft.restore(_slice(self.draft, self.start, self.end))
        (key, value), *_ = self.marks.values()
        if isinstance(key, (Mapping, Sequence)) and not key.flow:
            return self._as_typed()
        colon = self._colon(key, value)
        if isinstance(value, Mapping) and not value.flow and self.explicit:
            words = value.phrase()
        elif isinstance(value, (Mapping, Sequence)):
            single = value.flow and value.start.line == value.end.line
            words = _slice(self.draft, value.start, value.end) if single else None
        elif self.explicit or (colon == ": " and _both_quoted(self.draft, key, value)):
            said = _one_line(self.draft, key) + colon + _one_line(self.draft, value)
            return self.draft.restore(said.rstrip(" "))
        else:
            words = _typed_words(self.draft, value)
        return None if words is None else self.draft.restore(self._heading(key) + colon + words)

    def _as_typed(self) -> str | None:
        """The words of a question mark and a list or keys beside it, if they are all of a line."""
        words: str = self.draft.lines[self.start.line][self.start.column :].rstrip(" \t")
        single = _end(self).line == self.start.line and " #" not in words
        return self.draft.restore(words) if single else None

    def chapeau(self) -> tuple[str, list[Any]] | None:
        """The heading with its colon and the list below, if this is a point with sub-points."""
        if len(self) != 1:
            return None
        ((name, points),) = self.items()
        (key, value), *_ = self.marks.values()
        if isinstance(points, Bloc) and not self.explicit and len(lignes := points.points()) > 1:
            return _BREAKS.sub(" ", name) + self._colon(key, value).rstrip(), lire_lignes(lignes)
        if not isinstance(points, Sequence) or (points.flow and points.start.line == points.end.line):
            return None
        return _BREAKS.sub(" ", name) + self._colon(key, value).rstrip(), points

    @property
    def explicit(self) -> bool:
        """Whether a question mark stands before the key and the colon starts a line of its own.

        So do other programs write a long key. A question mark alone is the first sign of a text.
        """
        lines, start = self.draft.lines, self.start
        key, *_ = next(iter(self.marks.values()))
        if not lines[start.line].startswith("?", start.column) or start_of(key) is start:
            return False
        end = _end(key)  # of a block text, at the start of a line
        below = next(filter(_has_words, lines[end.line + bool(end.column) :]), "")
        return below.startswith(":", start.column) and indentation(below) == start.column

    def _heading(self, key: Any) -> str:
        """The key as written, with the question mark that may start it."""
        draft, start = self.draft, self.start
        if self.explicit:
            return _one_line(draft, key)
        # A text that starts with a question mark is an explicit key to YAML.
        mark: str = draft.lines[start.line][start.column : start_of(key).column]
        return mark + _typed_words(draft, key)

    def _colon(self, key: Any, value: Any) -> str:
        """The colon and the spaces around it, as written; in French where it starts a line."""
        if self.explicit:
            return " : "
        draft, mark, then = self.draft, _end(key), start_of(value)
        rest: str = draft.lines[mark.line][mark.column :]
        spaces = len(rest) - len(rest.lstrip())
        if rest[spaces : spaces + 1] != ":":
            return ""
        colon = rest[: spaces + 1]
        if value.__class__ is yaml.ScalarEvent and not value.value and not value.style:
            return colon
        return rest[: then.column - mark.column] if then.line == mark.line else colon + " "

    def rename(self, old: str, new: str) -> None:
        """Gives a key the name it was meant to have, in its place."""
        pairs = [(new if name == old else name, value, self.marks[name]) for name, value in self.items()]
        self.clear()
        self.marks.clear()
        for name, value, marks in pairs:
            self[name] = value
            self.marks[name] = marks

    def place(self, key: str) -> Place:
        """Where `key` is written."""
        return event_place(self.draft, self.marks[key][0])


class Sequence(list[Any]):
    """A list, with the events of its items."""

    __slots__ = ("draft", "empty", "end", "flow", "marks", "start")

    def __init__(self, draft: Draft, event: Any) -> None:
        super().__init__()
        self.draft = draft
        self.start = event.start_mark
        self.end: Any = None
        self.flow: bool = event.flow_style
        self.marks: list[Any] = []
        #: The events of the dashes with nothing behind them, which are no items.
        self.empty: list[Any] = []


def start_of(item: Any) -> Any:
    """The mark where an event or a collection starts."""
    return item.start if isinstance(item, (Mapping, Sequence)) else item.start_mark


def _end(item: Any) -> Any:
    """Where an event or a collection ends: for a block collection, its last value's end."""
    while isinstance(item, (Mapping, Sequence)):
        if item.flow:
            return item.end
        if not item.marks:
            return item.start  # dashes alone
        if isinstance(item, Sequence):
            item = item.marks[-1]
        else:
            key, value = next(reversed(item.marks.values()))
            empty = value.__class__ is yaml.ScalarEvent and not value.value and not value.style
            item = key if empty else value
    return item.end_mark


def _slice(draft: Draft, start: Any, end: Any) -> str:
    """The characters between two marks, lines joined by a space."""
    lines: list[str] = draft.lines[start.line : end.line + 1]
    if start.line == end.line:
        return lines[0][start.column : end.column]
    lines[-1] = lines[-1][: end.column]
    lines[0] = lines[0][start.column :]
    return " ".join(line.strip() for line in lines)


def words_of(draft: Draft, event: Any) -> str:
    """A scalar's (or a collection's) characters, as written, on one line."""
    if isinstance(event, (Mapping, Sequence)):
        return _slice(draft, event.start, _end(event))
    if event.__class__ is not yaml.ScalarEvent or (event.style and event.style in "'\""):
        return _slice(draft, event.start_mark, event.end_mark)
    value: str = event.value
    return value.rstrip("\n") if event.style else value


def _has_words(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _both_quoted(draft: Draft, key: Any, value: Any) -> bool:
    """Whether a program put quotes around the two halves of a sentence, as JSON has them."""
    halves = key, value
    if any(half.__class__ is not yaml.ScalarEvent or half.style not in {"'", '"'} for half in halves):
        return False
    return key.style == value.style or any(_has_escapes(draft, half) for half in halves)


def _has_escapes(draft: Draft, event: Any) -> bool:
    """Whether a scalar between double quotes has escapes that nobody types: those of a program."""
    if getattr(event, "style", None) != '"':
        return False
    start, end = event.start_mark, event.end_mark
    lines = draft.lines[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = lines[0][start.column :]
    return any(map(_ESCAPE.search, lines))


def _typed_words(draft: Draft, event: Any) -> str:
    """The words of a scalar or a collection, and its quotes, unless a program put them."""
    return _one_line(draft, event) if _has_escapes(draft, event) else words_of(draft, event)


def _one_line(draft: Draft, event: Any) -> str:
    """What a scalar says, on one line; nothing where it is null."""
    if event.__class__ is not yaml.ScalarEvent:
        return words_of(draft, event)
    null = event.tag == _NULL or (not event.style and event.value in {"~", "null"})
    return "" if null else _BREAKS.sub(" ", event.value)


def event_place(draft: Draft, item: Any) -> Place:
    """The place of an event or of a collection."""
    start, end = start_of(item), _end(item)
    dash = end is start and not isinstance(item, yaml.Event)
    return draft.place(start.line, start.column, end.line, end.column + dash)


def mappings(node: Node, key: str) -> Iterator[Mapping]:
    """The elements of a list that have keys; none where there is no such list."""
    items = node.get(key) if isinstance(node, Mapping) else None
    if isinstance(items, Sequence):
        yield from (item for item in items if isinstance(item, Mapping))


def locate(root: Node, path: Path) -> tuple[Node, Place | None, Place | None]:
    """Follows `path` as far as it leads.

    The model gives paths in its own terms: a sub-point is under `points` where the file has the
    heading itself as a key, and a single text stands for a list of one. What the file does not
    have is passed over.

    Returns:
        The node reached, the place of the last key on the way, and the place of the node.
    """
    node, key_place, place = root, None, None
    if isinstance(root, (Mapping, Sequence)):
        place = event_place(root.draft, root)
    for step in path:
        if isinstance(node, Mapping):
            if isinstance(step, str) and step in node:
                name = step
            elif len(node) == 1 and step in {"points", "pilotes"}:
                (name,) = node
            else:
                continue
            key, value = node.marks[name]
            key_place = place = event_place(node.draft, key)
            if node[name] is not None:
                place = event_place(node.draft, value)
            node = node[name]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            place = event_place(node.draft, node.marks[step])
            node = node[step]
    return node, key_place, place


def may_be_in(blind: dict[int, int], place: Place, until: int) -> bool:
    """Whether a line left out (0-based, with its column) may have been of an element.

    Args:
        blind: the lines left out.
        place: the place of the element.
        until: its last line to look at, 1-based; the next one may be of it too.
    """
    return any(
        place.line - 2 <= line <= until and abs(column + 1 - place.column) <= 2
        for line, column in blind.items()
    )
