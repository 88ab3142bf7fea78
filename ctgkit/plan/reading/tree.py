"""One pass over the parser's events, which gives data and positions together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from ctgkit.french.bullets import is_bullet
from ctgkit.plan.bloc import Bloc
from ctgkit.plan.finding import Finding, Place
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.broken import Broken
from ctgkit.plan.reading.diagnosis import State, closed_early, open_quote, reserved, split_quote, tagged
from ctgkit.plan.reading.layout import (
    BULLETS,
    NO_BREAK,
    dash_and_bullet,
    fallen_block,
    misaligned,
    no_space,
    white_indentation,
    wrong_start,
)
from ctgkit.plan.reading.lost_lists import Text, around, swallowed
from ctgkit.plan.reading.nodes import Mapping, Node, Sequence, event_place, start_of, words_of
from ctgkit.plan.reading.remedy import indentation, known_keys, never_below, starts

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctgkit.plan.reading.draft import Draft

#: Levels of nesting; the deepest real plan has a dozen.
MAX_DEPTH = 64
#: Nodes that aliases may add to those written out.
MAX_ALIASED = 100_000

#: How a sentence with a colon starts that may be a line of a list.
_BULLETED = re.compile(r"\W|\w{1,4}\W")
#: First characters of a text that may have been meant as layout.
_SUSPECT = "-" + BULLETS + NO_BREAK
#: What is no value to YAML.
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: YAML's own tags, which change nothing: the schema decides what a scalar is.
_KNOWN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
)


class Builder:
    """Turns the event stream into nodes; keeps what it must say in :attr:`found`."""

    def __init__(self, draft: Draft, file: str) -> None:
        self.draft = draft
        self.file = file
        self.found: list[Finding] = []
        #: Lines (0-based) whose content is left out, and their columns.
        self.blind: dict[int, int] = {}
        #: The last event read, which tells what the parser was in when it stops.
        self.last: Any = None
        self.root: Node = None
        self.container: Any = None
        self.stack: list[tuple[Any, str | None, int]] = []
        self.anchors: dict[str, tuple[Node, Any, int]] = {}
        self.used: set[str] = set()
        self.total = 0
        self.aliased = 0
        self.documents = 0

    def build(self) -> Node:
        """The root node of the first document.

        Raises:
            Broken: at something that must be mended before the rest makes sense.
            yaml.YAMLError: where the parser itself stops; :attr:`last` is the event before.
        """
        take = {
            yaml.ScalarEvent: self.take_scalar,
            yaml.MappingStartEvent: self.open,
            yaml.SequenceStartEvent: self.open,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.take_alias,
            yaml.DocumentStartEvent: self.start_document,
        }
        parser = _LOADER(self.draft.text())
        get: Callable[[], Any] = parser.get_event
        try:
            while True:
                event = get()
                kind = event.__class__
                if kind in take:
                    take[kind](event)
                    self.last = event
                if kind is yaml.StreamEndEvent or self.documents > 1:
                    break
        finally:
            parser.dispose()
        for name in sorted(self.anchors.keys() - self.used):
            _, mark, _ = self.anchors[name]
            if mark.__class__ is yaml.ScalarEvent:
                self.first_character(mark.start_mark)
        return self.root

    def start_document(self, event: Any) -> None:
        """Counts the documents; only the first is read."""
        self.documents += 1
        if self.documents > 1:
            self.found.append(faults.second_document(self.file, self.at(event)))

    def open(self, event: Any) -> None:
        """Starts a collection."""
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            raise tagged(self.draft, self.file, event)
        self.stack.append((self.container, event.anchor, self.total))
        if len(self.stack) > MAX_DEPTH:
            raise Broken(faults.too_deep(self.file, self.at(event), MAX_DEPTH))
        self.total += 1
        kind = Mapping if event.__class__ is yaml.MappingStartEvent else Sequence
        self.container = kind(self.draft, event)

    def close(self, event: Any) -> None:
        """Ends the collection that is open, and gives it to the one around it."""
        node = self.container
        node.end = event.end_mark
        if node.flow and self.glued_comment(event.end_mark):
            raise reserved(self.draft, self.file, node.start.line, node.start.column)
        self.container, anchor, before = self.stack.pop()
        if anchor is not None:
            self.anchors[anchor] = (node, node, self.total - before)
        if node.__class__ is Mapping and not node.flow:
            if len(node) == 1:
                self.key_too_far(node)
            elif len(node) and _BULLETED.match(next(iter(node))):
                self.swallowed_list(node.start, event_place(self.draft, node).end_line - 1)
        self.put(node, node, event)

    def key_too_far(self, pair: Mapping) -> None:
        """A key one column right of a key without a value, which would have it for a text."""
        around = self.container
        if around.__class__ is not Mapping or around.pending is None or pair.flow:
            return
        above, mark = around.pending
        (key,) = pair
        column = start_of(mark).column
        if pair.start.column == column + 1 and above is not None and never_below(key, above):
            raise misaligned(self.draft, self.file, pair.start.line, column)

    def take_scalar(self, event: Any) -> None:
        """Gives a scalar to the collection that is open."""
        value = self.scalar(event)
        if value in _NULLS and not event.style and event.tag is None and self.is_absent():
            self.found.append(faults.null(self.file, self.at(event), event.value))
            value = None
        self.total += 1
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, event, 1)
        self.put(value, event, event)

    def is_absent(self) -> bool:
        """Whether a null that comes next is an item or the value of a key: no key, no word of a sentence."""
        container = self.container
        if container.__class__ is Sequence:
            return True
        if container.__class__ is not Mapping or container.pending is None:
            return False
        name, _ = container.pending
        around, _, _ = self.stack[-1]
        return around.__class__ is not Sequence or len(container) > 0 or name in known_keys()

    def take_alias(self, event: Any) -> None:
        """Gives what an alias stands for to the collection that is open."""
        value, mark = self.alias(event)
        self.put(value, mark, event)

    def put(self, value: Node, mark: Any, event: Any) -> None:
        """Adds a node, whose place is `mark`, to the collection that is open."""
        container = self.container
        if container is None:
            self.root = value
        elif container.__class__ is Sequence:
            if value is None:
                value = self.lost_text(event)
            if value is None:
                container.empty.append(mark)
            else:
                container.append(value)
                container.marks.append(mark)
        elif container.pending is None:
            self.key(container, value, mark)
        else:
            name, key = container.pending
            container.pending = None
            if name == "<<" and (
                event.__class__ is yaml.AliasEvent or isinstance(value, (Mapping, Sequence))
            ):
                self.merge(key)
            elif name is not None:
                container[name] = self.lost_text(event) if value is None else value
                container.marks[name] = (key, mark)

    @property
    def state(self) -> State:
        """What the parser was in when it stopped."""
        around = [container for container, _, _ in self.stack] + [self.container]
        flow = next((around.start for around in around if around is not None and around.flow), None)
        over = self.container is None and isinstance(self.root, (Mapping, Sequence))
        return State(self.last, flow, self.root if over else None)

    def at(self, event: Any) -> Place:
        """The place of an event in the file."""
        return event_place(self.draft, event)

    def scalar(self, event: Any) -> str | None:
        """A scalar's text, after the checks that the parser does not make."""
        value: str = event.value
        style = event.style
        if event.tag is not None and (event.tag not in _KNOWN_TAGS or not (value or style)):
            raise tagged(self.draft, self.file, event)
        if not style:
            if not value:
                return None
            if event.start_mark.line != event.end_mark.line and not getattr(self.container, "flow", False):
                self.swallowed_list(event.start_mark, event.end_mark.line)
            if value[0] in _SUSPECT or is_bullet(value[0]):
                self.layout(event)
                self.second_sign(event)
        elif style in "|>":
            return self.block(event) if value.strip() else self.empty_block(event)
        else:
            if self.glued_comment(event.end_mark):
                raise closed_early(self.draft, self.file, event)
            if event.start_mark.line != event.end_mark.line:
                self.open_quote(event)
        return self.draft.restore(value)

    def empty_block(self, event: Any) -> str:
        """The header of a block that holds nothing, which was meant as text; or what fell out of it."""
        line, column = event.start_mark.line, event.start_mark.column
        if broken := fallen_block(self.draft, self.file, line):
            raise broken
        self.first_character(event.start_mark)
        header: str = self.draft.lines[line][column:]
        return header

    def block(self, event: Any) -> Bloc:
        """A block text, with the lines it was written in."""
        start, end = event.start_mark.line + 1, event.end_mark.line + bool(event.end_mark.column)
        lines = [self.draft.restore(line) for line in self.draft.lines[start:end]]
        floor = min((indentation(line) for line in lines if line.strip()), default=0)
        text = self.draft.restore(event.value.rstrip("\n"))
        return Bloc(text, [line[floor:] for line in lines], replie=event.style == ">")

    def layout(self, event: Any) -> None:
        """A dash, a bullet or an indentation that was read as text."""
        line, column = event.start_mark.line, event.start_mark.column
        if broken := no_space(self.draft, self.file, line) or white_indentation(self.draft, self.file, line):
            raise broken
        if column == indentation(self.draft.lines[line]):
            text = around(self.draft, line)
            broken = text and swallowed(self.draft, self.file, text)
            if broken := broken or wrong_start(self.draft, self.file, line):
                raise broken

    def second_sign(self, event: Any) -> None:
        """A bullet after the dash that says the same: it is read, as a part of the words."""
        first = self.container if self.container.__class__ is Sequence else None
        if first is None or first.flow:
            return
        if found := dash_and_bullet(self.draft, self.file, event.start_mark.line, event.start_mark.column):
            self.found.append(found)

    def key(self, mapping: Mapping, value: Node, mark: Any) -> None:
        """Takes a key, and says so if the mapping has it already."""
        name = value if isinstance(value, str) else words_of(self.draft, mark) if value is not None else ""
        if name[:1].isspace() and (broken := white_indentation(self.draft, self.file, start_of(mark).line)):
            raise broken
        if name in mapping:
            self.duplicate(mapping, name, mark)
            mapping.pending = (None, mark)
        else:
            mapping.pending = (name, mark)

    def duplicate(self, mapping: Mapping, name: str, mark: Any) -> None:
        """Says of a key that it is there already; of those of a whole second element, once."""
        if mapping.repeated:
            return
        around, _, _ = self.stack[-1]
        mapping.repeated = around.__class__ is Sequence and name == next(iter(mapping))
        places = self.at(mark), mapping.place(name)
        self.found.append(faults.duplicate_key(self.file, name, *places, item=mapping.repeated))

    def merge(self, key: Any) -> None:
        """A merge key: what it would bring is not read, and nobody's mistake where it is missing."""
        place = self.at(key)
        self.found.append(faults.merge_key(self.file, place))
        self.blind[place.line - 1] = place.column - 1

    def merging(self, container: Any) -> bool:
        """Whether what comes next in a collection is what a merge key brings."""
        pending = getattr(container, "pending", None)
        return pending is not None and pending[0] == "<<"

    def alias(self, event: Any) -> tuple[Node, Any]:
        """What an alias stands for; a text that starts with `*` where it stands for nothing."""
        name = event.anchor
        if any(
            self.merging(around) for around in (self.container, self.stack[-1][0] if self.stack else None)
        ):
            return None, event
        if name not in self.anchors:
            self.first_character(event.start_mark)
            return self.draft.restore(words_of(self.draft, event)), event
        self.used.add(name)
        value, _, size = self.anchors[name]
        self.total += size
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            raise Broken(faults.too_many_aliases(self.file, self.at(event)), ())
        mark = value if isinstance(value, (Mapping, Sequence)) else event
        return value, mark

    def glued_comment(self, end: Any) -> bool:
        """Whether a `#` follows without a space: a comment to the parser, text to its writer."""
        lines = self.draft.lines
        return bool(end.line < len(lines) and lines[end.line].startswith("#", end.column))

    def first_character(self, start: Any) -> None:
        """A text whose first character YAML keeps for itself, and that it would lose."""
        self.found.append(reserved(self.draft, self.file, start.line, start.column).told(self.draft))

    def lost_text(self, event: Any) -> str | None:
        """An empty value: `#word` beside it was meant as text, since a comment has a space."""
        line = event.start_mark.line
        written = self.draft.lines[line] if line < len(self.draft.lines) else ""
        head, hash_, after = written.partition("#")
        if not hash_ or not after[:1].strip() or not head.endswith(("- ", ": ")):
            return None
        self.found.append(reserved(self.draft, self.file, line, len(head)).told(self.draft))
        return self.draft.restore(written[len(head) :].rstrip())

    def swallowed_list(self, first: Any, last: int) -> None:
        """Lines that start with a dash or a bullet inside a text, or inside keys that were one."""
        if broken := swallowed(self.draft, self.file, Text(first.line, first.column, last)):
            raise broken

    def open_quote(self, event: Any) -> None:
        """A quote closed only after the next keys or items: it was never meant to span them."""
        container = self.container
        column = -1 if container is None else container.start.column
        first = event.start_mark.line
        below = self.draft.lines[first + 1 : event.end_mark.line + 1]
        shallow = (line.strip() and indentation(line) <= column for line in below)
        if any(shallow) and not container.flow:
            if any(map(starts, below)):
                raise open_quote(self.draft, self.file, first, event.start_mark.column)
            raise split_quote(self.draft, self.file, event)
