"""Where an entry goes in a file, in whatever style its list is written, and how it is typed there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import yaml

from ctgkit.french.scalar import double_quoted, on_one_line, on_several_lines
from ctgkit.plan import EntreeSuivi, Mesure
from ctgkit.plan.bilan import Bilan
from ctgkit.plan.copil import Copil, Decision
from ctgkit.plan.finding import Place, Splice
from ctgkit.plan.judge import judged
from ctgkit.plan.reading.nodes import Mapping, Sequence, event_place, start_of
from ctgkit.plan.reading.remedy import indentation

if TYPE_CHECKING:
    from ctgkit.plan.reading.nodes import Node, Path

Fields: TypeAlias = tuple[tuple[str, str], ...]
Splices: TypeAlias = tuple[Splice, ...]

_BREAK = re.compile("\r\n|\r|\n")
_DASH = re.compile(r" *-(?= |\Z)")
#: A block text that keeps the empty lines after it.
_KEEPING = re.compile(r"[|>]\d?\+\d?\s*(?:#.*)?\Z")
#: What may stand on a line after an element between brackets, if the next one starts another line.
_LINE_END = re.compile(r"[ \t]*(?P<comma>,?)[ \t]*(?:#.*)?\Z")
_COLON = re.compile(r"[ \t]*:")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: Keys whose value is no text: it goes without quotes wherever it can.
_VALUES = frozenset({"date", "avancement", "valeur", "etp", "echeance"})
#: How many columns a list is set in from its key, and its texts from their dashes, by default.
_STEP = 2


#: What can be added to a fiche, day after day, and to a plan.
Dated: TypeAlias = EntreeSuivi | Mesure | Bilan
Added: TypeAlias = Dated | Copil | Decision
_ENTRIES: dict[str, type[Added]] = {
    "suivi": EntreeSuivi,
    "mesures": Mesure,
    "bilan": Bilan,
    "copils": Copil,
    "decisions": Decision,
}


class Addition(NamedTuple):
    """An entry to add."""

    path: Path  #: the keys and indices that lead to a fiche, a step, an indicator, a meeting or the plan
    key: str  #: the list it goes to: `suivi`, `mesures`, `bilan`, `copils` or `decisions`
    fields: tuple[tuple[str, str], ...]  #: its keys and values, in the order in which to write them

    def element(self) -> Added:
        """The entry as the model has it.

        Raises:
            pydantic_core.ValidationError: if it is none.
        """
        return judged(_ENTRIES[self.key], dict(self.fields))

    def on_one_line(self) -> str:
        """The entry as a line of YAML that can stand below the key."""
        return f"- {_between_brackets(self.fields, '')}"


class Unsure(Exception):  # noqa: N818  (about a layout, not an error of ctgkit's)
    """A layout in which no place is certain."""


def insertions(data: bytes, nodes: list[Node], addition: Addition, rank: int) -> Iterator[Splices]:
    """The ways to add an entry, the likeliest first; reading the file again tells the right one.

    Args:
        data: the file, which has no error.
        nodes: those on the path of `addition`, from the top of the plan to what has the list.
        addition: the entry.
        rank: where it goes in its list, from 0.

    Raises:
        Unsure: where none comes to mind.
    """
    page = _Page(data, nodes[0])
    target, (path, key, fields) = nodes[-1], addition
    if not isinstance(target, Mapping) or (key == "mesures" and "nom" not in target):
        yield from page.structured(nodes, path, key, fields)
    elif key not in target:
        yield from page.new_key(target, key, fields, page.habits(nodes, path))
    elif target[key] is None:
        yield from page.empty_key(target, key, fields, page.habits(nodes, path))
    elif isinstance(target[key], Sequence):
        if target[key].flow:
            yield page.in_brackets(target[key], _between_brackets(fields, _key_style(target)), rank)
        else:
            yield page.in_list(target, key, fields, rank)


def settings(data: bytes, nodes: list[Node], key: str, text: str) -> Iterator[Splices]:
    """The ways to give a key of an element a value, instead of the one that it has.

    Args:
        data: the file, which has no error.
        nodes: those on the path of the element, from the top of the plan.
        key: the key.
        text: its value.

    Raises:
        Unsure: where none comes to mind.
    """
    page = _Page(data, nodes[0])
    target = nodes[-1]
    if not isinstance(target, Mapping):
        raise Unsure
    yield from page.value(target, key, text)


class _Habits(NamedTuple):
    """How lists are typed around an element."""

    indent: int  #: columns from a key to the dashes below it
    offset: int  #: columns from a dash to its text


class _Page:
    """The lines of a file, and what goes between them."""

    def __init__(self, data: bytes, tree: Node) -> None:
        if not isinstance(tree, Mapping):
            raise Unsure
        self.draft = tree.draft
        self.lines: list[str] = tree.draft.original
        self.breaks: list[str] = _BREAK.findall(data.decode())

    # Where

    def below(self, line: int, added: list[str]) -> Splice:
        """Lines added after line `line` (0-based), with its own line break."""
        end_of_line = self.breaks[min(line, len(self.breaks) - 1)] if self.breaks else "\n"
        return self.at(line, len(self.lines[line]), "".join(end_of_line + text for text in added))

    def at(self, line: int, column: int, text: str) -> Splice:
        """Text added at a place, 0-based."""
        return Splice(Place(line + 1, column + 1, line + 1, column + 1), text)

    def is_comment(self, line: int) -> bool:
        """Whether there is nothing but a comment on a line that is no part of a text."""
        return self.lines[line].lstrip(" ").startswith("#")

    def comments_below(self, line: int, floor: int) -> int:
        """The last of the comments right below a line that stand at column `floor` or deeper."""
        while (
            line + 1 < len(self.lines)
            and self.is_comment(line + 1)
            and indentation(self.lines[line + 1]) >= floor
        ):
            line += 1
        return line

    def until(self, node: Mapping | Sequence) -> int:
        """The line after the last one where something of a block collection may stand."""
        line, column = node.end.line, node.end.column
        if line >= len(self.lines):
            return len(self.lines)
        return int(line) + bool(self.lines[line][:column].strip())

    def last_line(self, first: int, until: int, item: Any) -> int:
        """The last line of an element that starts at line `first` and ends before line `until`."""
        written = (
            line
            for line in range(until - 1, first, -1)
            if self.lines[line].strip() and not self.is_comment(line)
        )
        return max(first, next(written, first), self.last_text(item))

    def last_text(self, item: Any) -> int:
        """The line where the last text of an element ends: it may look like a comment, or be white."""
        if item is None:
            return 0
        while isinstance(item, (Mapping, Sequence)):
            if item.flow:
                return int(item.end.line)
            if not item.marks:
                return int(item.start.line)
            below = item.marks[-1] if isinstance(item, Sequence) else _last_of(item)
            if _is_elsewhere(below, item):
                return int(item.start.line)
            item = below
        end = item.end_mark
        last = end.line if end.column or end.line == item.start_mark.line else end.line - 1
        if not _KEEPING.search(self.lines[item.start_mark.line]):
            while last > item.start_mark.line and not self.lines[last].strip():
                last -= 1
        return int(last)

    def dashes(self, items: Sequence) -> tuple[int, list[int]]:
        """The column of the dashes of a list, and the line of each item's.

        Raises:
            Unsure: if the lines do not tell.
        """
        here = [item for item in items.marks if not _is_elsewhere(item, items)]
        line = start_of(here[0]).line if here else items.start.line
        while (dash := _DASH.match(self.lines[line])) is None:
            line -= 1
            if line < items.start.line:
                raise Unsure
        column = dash.end() - 1
        ends = [
            number
            for number in range(items.start.line, self.until(items))
            if (found := _DASH.match(self.lines[number])) and found.end() - 1 == column
        ]
        if len(ends) != len(items):  # a dash with nothing after it is no item
            spans = zip(ends, [*ends[1:], self.until(items)], strict=True)
            ends = [first for first, after in spans if self.holds_something(first, after, column)]
        if len(ends) != len(items):
            raise Unsure
        return column, ends

    def holds_something(self, first: int, until: int, column: int) -> bool:
        """Whether there are words after the dash of an item."""
        texts = [self.lines[first][column + 1 :], *self.lines[first + 1 : until]]
        return any(text.strip() and not text.lstrip().startswith("#") for text in texts)

    def habits(self, nodes: list[Node], path: Path) -> _Habits:
        """How lists are typed in the element at the end of `path`, or else around it."""
        target = nodes[-1]
        near = [(key, mark) for key, mark in target.marks.values()] if isinstance(target, Mapping) else []
        near = [pair for pair in near if not _is_elsewhere(pair[1], pair[0])]
        around = [
            node.marks[step]
            for node, step in zip(nodes, path, strict=False)
            if isinstance(node, Mapping) and isinstance(step, str)
        ]
        for key, items in (*near, *reversed(around)):
            if isinstance(items, Sequence) and items and not items.flow:
                try:
                    column, lines = self.dashes(items)
                except Unsure:
                    continue
                indent = column - start_of(key).column
                if indent >= 0:
                    return _Habits(indent, self.offset(items.marks[0], lines[0], column))
        return _Habits(_STEP, _STEP)

    def offset(self, item: Any, line: int, column: int) -> int:
        """How far the text of an item stands from its dash."""
        start = start_of(item)
        return int(start.column) - column if start.line == line and start.column > column else _STEP

    # What

    def in_list(self, target: Mapping, key: str, fields: Fields, rank: int) -> Splices:
        """An item in a list with dashes, typed as its neighbour is."""
        items: Sequence = target[key]
        key_mark, _ = target.marks[key]
        column, lines = self.dashes(items)
        model = items.marks[max(rank - 1, 0)]
        offset = _STEP if _is_elsewhere(model, items) else self.offset(model, lines[max(rank - 1, 0)], column)
        if isinstance(model, Mapping) and model.flow:
            added = [_dashed(column, offset) + _between_brackets(fields, _key_style(model))]
        else:
            added = _item(fields, column, offset, _key_style(model))
        spaced = len(lines) > 1 and all(not self.lines[line - 1].strip() for line in lines[1:])
        if rank == 0:
            above = lines[0] - 1
            while above > key_mark.end_mark.line and self.is_comment(above):
                above -= 1
            return (self.below(above, [*added, ""] if spaced else added),)
        last = rank == len(lines)
        until = self.until(items) if last else lines[rank]
        end = self.last_line(lines[rank - 1], until, None if _is_elsewhere(model, items) else model)
        # What stands at the dashes below the last item is of the list, unless it may be of the next key.
        floor = column if last and column > key_mark.start_mark.column else column + 1
        end = self.comments_below(end, floor)
        # An empty line more would be text where a block keeps those after it.
        return (self.below(end, ["", *added] if spaced and self.lines[end].strip() else added),)

    def new_key(self, target: Mapping, key: str, fields: Fields, habits: _Habits) -> Iterator[Splices]:
        """The key and its first item, after the last key of an element."""
        style = _key_style(target)
        if target.flow:
            piece = f"{_quoted(key, style)}: [{_between_brackets(fields, style)}]"
            yield self.after_bracketed(target, _pairs(target)[-1], piece)
            return
        last, _ = next(reversed(target.marks.values()))
        end = self.last_line(target.start.line, self.until(target), target)
        for column in dict.fromkeys((last.start_mark.column, target.start.column)):
            added = [f"{' ' * column}{_quoted(key, style)}:"]
            added += _item(fields, column + habits.indent, habits.offset, style)
            yield (self.below(self.comments_below(end, column), added),)

    def empty_key(self, target: Mapping, key: str, fields: Fields, habits: _Habits) -> Iterator[Splices]:
        """The first item below a key that has nothing."""
        mark, _ = target.marks[key]
        line, style = mark.end_mark.line, _key_style(target)
        if target.flow:
            yield (self.bracketed_value(mark, f"[{_between_brackets(fields, style)}]"),)
            return
        column = mark.start_mark.column
        added = _item(fields, column + habits.indent, habits.offset, style)
        for end in dict.fromkeys((self.comments_below(line, column + 1), line)):
            yield (self.below(end, added),)

    def value(self, target: Mapping, key: str, text: str) -> Iterator[Splices]:
        """The value of a key: in the place of the one it has, or after the last key."""
        style = _key_style(target)
        written = _value(key, text, flow=target.flow, json=target.flow and style == _JSON)
        if key in target:
            mark, old = target.marks[key]
            if _is_empty(old):
                yield (self.bracketed_value(mark, written),)
            elif not _is_elsewhere(old, target):
                yield (Splice(event_place(self.draft, old), written),)
            return
        if target.flow:
            yield self.after_bracketed(target, _pairs(target)[-1], f"{_quoted(key, style)}: {written}")
            return
        last, _ = next(reversed(target.marks.values()))
        end = self.last_line(target.start.line, self.until(target), target)
        column = last.start_mark.column
        yield (self.below(end, [f"{' ' * column}{_quoted(key, style)}: {written}"]),)

    def structured(self, nodes: list[Node], path: Path, key: str, fields: Fields) -> Iterator[Splices]:
        """Keys for an indicator that is a text of a list, and its first measure below it."""
        items, rank = nodes[-2], path[-1]
        if not isinstance(items, Sequence) or items.flow or not isinstance(rank, int):
            raise Unsure
        mark = items.marks[rank]
        place = event_place(self.draft, mark)
        if _is_elsewhere(mark, items) or place.line != place.end_line:
            raise Unsure
        line, column = place.line - 1, place.column - 1
        habits = self.habits(nodes[:-1], path[:-1])
        added = [f"{' ' * column}{key}:", *_item(fields, column + habits.indent, habits.offset, "")]
        for sign in ("", '"', "'"):
            opening, closing = (
                self.at(line, column, f"nom: {sign}"),
                self.at(line, place.end_column - 1, sign),
            )
            lines = self.below(line, added)
            if lines.place == closing.place:
                yield opening, lines._replace(text=sign + lines.text)
            else:
                yield opening, closing, lines

    # Between brackets

    def in_brackets(self, items: Sequence, piece: str, rank: int) -> Splices:
        """An item in a list between brackets."""
        if not items:
            line, column = items.end.line, items.end.column - 1
            before = self.lines[line][:column]
            if before.strip():
                return (self.at(line, column, piece),)
            return (self.below(line - 1, [f"{before}{' ' * _STEP}{piece}"]),)
        if rank:
            return self.after_bracketed(items, (items.marks[rank - 1],) * 2, piece)
        first = items.marks[0]
        if _is_elsewhere(first, items):
            raise Unsure
        line, column = start_of(first).line, start_of(first).column
        before = self.lines[line][:column]
        if before.strip():
            return (self.at(line, column, f"{piece}, "),)
        return (self.below(line - 1, [f"{before}{piece},"]),)

    def after_bracketed(self, around: Mapping | Sequence, pair: tuple[Any, Any], piece: str) -> Splices:
        """An element after another (its key and its value, or itself twice) between brackets."""
        first, last = pair
        if _is_elsewhere(last, around):
            raise Unsure
        line, column = self.end_between_brackets(first, last)
        rest = _LINE_END.match(self.lines[line], column)
        if rest is None:
            # A comma right after a colon would be part of a text.
            space = " " if self.lines[line][:column].endswith(":") else ""
            return (self.at(line, column, f"{space}, {piece}"),)
        before = self.lines[start_of(first).line][: start_of(first).column]
        if rest["comma"]:
            return (self.below(line, [f"{' ' * len(before)}{piece},"]),)
        # Below a bracket or a comma that starts a line, the comma goes; else where the element starts.
        margin = before[:-2] if re.fullmatch(r" *[,[{] ", before) else " " * len(before)
        return (self.below(line, [f"{margin}, {piece}"]),)

    def end_between_brackets(self, key: Any, value: Any) -> tuple[int, int]:
        """Where a pair ends, or an item."""
        if isinstance(value, (Mapping, Sequence)):
            return value.end.line, value.end.column
        if key is not value and _is_empty(value):
            line, column = key.end_mark.line, key.end_mark.column
            colon = _COLON.match(self.lines[line], column)
            return line, colon.end() if colon else column
        return value.end_mark.line, value.end_mark.column

    def bracketed_value(self, key: Any, value: str) -> Splice:
        """A value for a key that has none, between brackets."""
        line, column = key.end_mark.line, key.end_mark.column
        colon = _COLON.match(self.lines[line], column)
        return self.at(line, colon.end(), f" {value}") if colon else self.at(line, column, f": {value}")


def _is_empty(mark: Any) -> bool:
    return mark.__class__ is yaml.ScalarEvent and not mark.value and not mark.style


def _last_of(mapping: Mapping) -> Any:
    """The mark of the last value of a mapping, or of its key where that has none."""
    key, value = _pairs(mapping)[-1]
    return key if _is_empty(value) else value


def _pairs(mapping: Mapping) -> list[tuple[Any, Any]]:
    return list(mapping.marks.values())


def _is_elsewhere(item: Any, around: Any) -> bool:
    """Whether an element is an alias of what was written above what it belongs to."""
    start, outer = start_of(item), start_of(around)
    return bool((start.line, start.column) < (outer.line, outer.column))


def _key_style(mapping: Any) -> str:
    """The quotes a mapping has around its keys, judged by the last."""
    if not isinstance(mapping, Mapping) or not mapping.marks:
        return ""
    key, _ = _pairs(mapping)[-1]
    return (getattr(key, "style", None) or "").strip("|>")


def _quoted(key: str, style: str) -> str:
    return f"{style}{key}{style}"


def _dashed(column: int, offset: int) -> str:
    return " " * column + "-" + " " * (offset - 1)


def _item(fields: Fields, column: int, offset: int, style: str) -> list[str]:
    """An item with its keys one below the other."""
    indent = " " * (column + offset)
    lines = []
    for key, text in fields:
        name = f"{indent}{_quoted(key, style)}: "
        block = on_several_lines(text)
        if block is None:
            lines.append(name + _value(key, text, flow=False))
        else:
            lines.append(name + block[0])
            lines += [f"{indent}{' ' * _STEP}{line}" if line else "" for line in block[1:]]
    return [_dashed(column, offset) + lines[0].lstrip(" "), *lines[1:]]


def _between_brackets(fields: Fields, style: str) -> str:
    """An item on one line; as JSON has it where keys have JSON's quotes."""
    pairs = (
        f"{_quoted(key, style)}: {_value(key, text, flow=True, json=style == _JSON)}" for key, text in fields
    )
    return f"{{{', '.join(pairs)}}}"


_JSON = '"'


def _value(key: str, text: str, *, flow: bool, json: bool = False) -> str:
    if key in _VALUES and (_NUMBER.fullmatch(text) or (not json and _DAY.fullmatch(text))):
        return text
    return double_quoted(text) if json else on_one_line(text, flow=flow)
