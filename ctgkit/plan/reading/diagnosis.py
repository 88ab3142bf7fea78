"""Where the parser stops: what was meant, and how the line must be typed.

The parser's wording differs between its two implementations and is never looked at: what counts
is where it stopped and which characters stand there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from ctgkit.french.scalar import quote
from ctgkit.plan.finding import Place
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.broken import Broken
from ctgkit.plan.reading.draft import Edit
from ctgkit.plan.reading.layout import (
    foreign_line,
    key_off_its_level,
    misaligned,
    no_space,
    stray,
    unreadable,
    white_indentation,
    wrong_start,
)
from ctgkit.plan.reading.lost_lists import around, swallowed
from ctgkit.plan.reading.remedy import (
    above_line,
    entry,
    first_line,
    flow_piece,
    goes_below,
    indentation,
    known_keys,
    last_line,
    lines_above,
    list_keys,
    mended,
    opening_key,
    requote,
    same_element,
    sentence_start,
)

if TYPE_CHECKING:
    from ctgkit.plan.reading.draft import Draft

#: What YAML does not allow in a file, tabs and line breaks excepted.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MAX_FORBIDDEN = 1000
#: How the first lines of a plan start.
_FIRST_KEYS = ("format:", "titre:", "territoire:", "axes:")
_RESERVED = frozenset("@`%*&!|>[]{},?-")
#: A text between quotes, as the parser delimits it.
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
#: The word right before a colon, with what parts it from the text before.
_LAST_WORD = re.compile(r"[ ,;]+([a-z_]+)\Z")
#: The colon that makes a key of what stands before it.
_KEY_COLON = re.compile(r":(?: +|$)")


class State(NamedTuple):
    """What the parser was in when it stopped."""

    last: Any  #: the last event it gave
    flow: Any  #: where the outermost bracket or brace that is still open stands, or `None`
    root: Any  #: the tree, if it has seen its end


class _At(NamedTuple):
    """A place of the copy, 0-based."""

    line: int
    column: int


class _Stop(NamedTuple):
    """Where the parser stopped: at `problem`, in what starts at `context`."""

    problem: _At
    context: _At


def forbidden_characters(draft: Draft, file: str) -> list[Broken]:
    """One finding for each character that no YAML file may hold; a great many make a binary file."""
    found = [
        (number, trouve)
        for number, line in enumerate(draft.lines)
        for trouve in reversed(list(_FORBIDDEN.finditer(line)))
    ]
    if len(found) > _MAX_FORBIDDEN:
        return [Broken(faults.other_file(file, Place(1, 1, 1, 1), "un fichier binaire"))]
    return [
        Broken(
            faults.control_character(
                file, draft.place(number, trouve.start(), number, trouve.end()), trouve[0]
            ),
            [Edit(number, trouve.start(), trouve.end(), "")],
        )
        for number, trouve in found
    ]


def open_quote(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A quote that swallows the lines after it: its text ended with its line."""
    line = draft.lines[number]
    character = line[column]
    inner = line[column + 1 :].rstrip()
    if len(inner) > 1 and inner.endswith(character):
        inner = inner[:-1]
    if character == "'":
        inner = inner.replace("''", "'")
    begin = sentence_start(draft, number, column)
    if column == indentation(line) and entry(inner).key in known_keys():
        value = inner[entry(inner).value :]  # a key and its value, all of it after the quote
        plain = not _is_reserved(value, 0) and not _KEY_COLON.search(value)
        text = inner.removesuffix(value) + (value if plain else quote(value))
    elif _is_loose(draft, number, column):
        return stray(draft, file, number)
    else:
        text = quote(inner if begin == column else line[begin:].rstrip())
    edits = [Edit(number, begin, len(line), text)]
    place = draft.place(number, column, number, len(line.rstrip()))
    return Broken(faults.open_quote(file, place, character, mended(draft, edits)), edits)


def split_quote(draft: Draft, file: str, event: Any) -> Broken:
    """A text between quotes that goes on further left than its key."""
    start, end = event.start_mark, event.end_mark
    pieces = [draft.lines[start.line][start.column :], *draft.lines[start.line + 1 : end.line]]
    after = draft.lines[end.line][end.column :]
    text = " ".join(piece.strip() for piece in [*pieces, draft.lines[end.line][: end.column]])
    edits = [Edit(start.line, start.column, len(draft.lines[start.line]), text + after)]
    edits += [Edit(n, 0, len(draft.lines[n]), "") for n in range(start.line + 1, end.line + 1)]
    number = start.line + 1
    place = draft.place(number, indentation(draft.lines[number]), end.line, end.column)
    return Broken(faults.split_quote(file, place, mended(draft, edits)), edits)


def diagnose(draft: Draft, file: str, error: yaml.YAMLError, state: State) -> Broken:
    """What stopped the parser."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return unreadable(draft, file, len(draft.lines) - 1)
    problem = error.problem_mark
    stop = _Stop(_inside(draft, problem), _inside(draft, error.context_mark or problem))
    line = stop.problem.line
    if state.last is None and (directive := _directive(draft, line)) is not None:
        return unreadable(draft, file, directive)
    if broken := _before_the_plan(draft, file):
        return broken
    if state.flow is not None and _is_whole_file(draft, state.flow):
        return Broken(unreadable(draft, file, line).finding)
    if state.root is not None:
        return _after_the_end(draft, file, line, state.root)
    for number in dict.fromkeys((line, min(stop.context.line, line))):
        for look in (foreign_line, white_indentation, no_space, key_off_its_level):
            if broken := look(draft, file, number):
                return broken
        if (
            state.flow is None
            and (text := around(draft, number))
            and (broken := swallowed(draft, file, text))
        ):
            return broken
    return (
        _in_quotes(draft, file, stop, state.last)
        or _in_text(draft, file, stop, state.flow)
        or _in_layout(draft, file, stop)
    )


def _before_the_plan(draft: Draft, file: str) -> Broken | None:
    """Words above the first key, or a dash before it: the first line, if the plan is below it."""
    first = next((n for n, line in enumerate(draft.lines) if line.strip() and not line.startswith("#")), 0)
    line = draft.lines[first]
    start = entry(line)
    starts_plan = (start.key is not None and not start.dashed) or line.startswith(("---", "%", "{"))
    if starts_plan or not any(line.startswith(_FIRST_KEYS) for line in draft.lines[first + 1 :]):
        return None
    if start.dashed:
        return _first_item(draft, file, first)
    return foreign_line(draft, file, first) or wrong_start(draft, file, first) or stray(draft, file, first)


def _first_item(draft: Draft, file: str, number: int) -> Broken:
    """A dash before anything else: its key is the first of the plan, or its text is no part of it."""
    line = draft.lines[number]
    start = entry(line)
    place = draft.place(number, start.indent, number, start.indent + 1)
    if start.key is None:
        edits = [Edit(number, 0, len(line), "")]
        return Broken(faults.first_dash(file, place, None), edits, lossy=True)
    edits = [Edit(number, start.indent, start.content, "")]
    return Broken(faults.first_dash(file, place, mended(draft, edits)), edits)


def _inside(draft: Draft, mark: Any) -> _At:
    """Where `mark` is; the parser may stop after the last line."""
    last = len(draft.lines) - 1
    return _At(mark.line, mark.column) if mark.line <= last else _At(last, len(draft.lines[last]))


def _is_whole_file(draft: Draft, flow: Any) -> bool:
    """Whether all of the plan is between the braces that open at `flow`."""
    return flow.column == 0 and not any(line[:1].isalpha() for line in draft.lines[: flow.line])


def _directive(draft: Draft, number: int) -> int | None:
    """The line up to `number` that starts with `%`, which is no text at the very start of a line."""
    return next((line for line in range(number + 1) if draft.lines[line].startswith("%")), None)


def _after_the_end(draft: Draft, file: str, number: int, root: Any) -> Broken:
    """Something after the end of the plan, that nothing announces: it is not read."""
    line = draft.lines[number]
    if entry(line).key in known_keys() and indentation(line) < root.start.column:
        return misaligned(draft, file, root.start.line, indentation(line))
    place = draft.place(number, indentation(line), number, len(line.rstrip()))
    rest = [Edit(after, 0, len(draft.lines[after]), "") for after in range(number, len(draft.lines))]
    return Broken(faults.second_document(file, place), rest)


def tagged(draft: Draft, file: str, event: Any) -> Broken:
    """A tag that no plan uses, or a text that starts with `!`."""
    number, column = event.start_mark.line, event.start_mark.column
    line = draft.lines[number]
    written = line[column:].split(maxsplit=1)[0]
    if written == "!":
        return reserved(draft, file, number, column)
    place = draft.place(number, column, number, column + len(written))
    if isinstance(event, yaml.CollectionStartEvent) and not event.flow_style:
        edits = [Edit(number, column, column + len(written), "")]
        return Broken(faults.tag_on_collection(file, place, written, mended(draft, edits)), edits)
    edits = requote(draft, number, sentence_start(draft, number, column))
    return Broken(faults.unknown_tag(file, place, written, mended(draft, edits)), edits)


def _in_quotes(draft: Draft, file: str, stop: _Stop, last: Any) -> Broken | None:
    """Something wrong with quotes."""
    problem, context = stop
    number, column = context.line, context.column
    if draft.lines[number][column : column + 1] in {"'", '"'} and context != problem:
        closed = _QUOTED.match(draft.lines[number], column)
        if closed is None and (problem.line != number or not draft.lines[number][problem.column :].strip()):
            return open_quote(draft, file, number, column)
        if closed is None or (problem.line == number and problem.column < closed.end()):
            return _backslash(draft, file, problem, context)
        return closed_too_soon(draft, file, number, column, closed.end())
    quoted = last.__class__ is yaml.ScalarEvent and last.style in {"'", '"'}
    if not quoted:
        return None
    if last.end_mark.line == problem.line:
        between = draft.lines[problem.line][last.end_mark.column : problem.column]
        return None if between.lstrip().startswith(",") else closed_early(draft, file, last)
    return _after_quotes(draft, file, last)


def _after_quotes(draft: Draft, file: str, event: Any) -> Broken | None:
    """Words below a text between quotes, which they should have been part of."""
    start, end = event.start_mark, event.end_mark
    line = draft.lines[start.line]
    last = last_line(draft, start.line, start.column)
    if start.line != end.line or line[end.column :].strip() or last == start.line:
        return None
    below = range(start.line + 1, last + 1)
    words = [line[start.column + 1 : end.column - 1], *(draft.lines[n].strip() for n in below)]
    edits = [Edit(start.line, start.column, len(line), quote(" ".join(words)))]
    edits += [Edit(n, 0, len(draft.lines[n]), "") for n in below]
    place = draft.place(below[0], indentation(draft.lines[below[0]]), last, len(draft.lines[last].rstrip()))
    return Broken(faults.after_quotes(file, place, mended(draft, edits)), edits)


def _in_text(draft: Draft, file: str, stop: _Stop, flow: Any) -> Broken | None:
    """A character that YAML does not take for text: a colon, or one it keeps for itself."""
    problem, context = stop
    line = problem.line
    text = draft.lines[line]
    if flow is not None and flow.line < line:
        return reserved(draft, file, flow.line, flow.column)
    if text.startswith(":", problem.column):
        return _colon(draft, file, line, problem.column)
    if (piece := flow_piece(text, problem.column)) and _is_reserved(text, piece.start):
        return reserved(draft, file, line, piece.start)
    for number, column in ((context.line, context.column), (line, problem.column)):
        if draft.lines[number].startswith("* ", column) and column == indentation(draft.lines[number]):
            return wrong_start(draft, file, number)
        begins = {_text_start(draft.lines[number], column), entry(draft.lines[number]).content}
        if _is_reserved(draft.lines[number], column) and column in begins:
            return reserved(draft, file, number, column)
    start = _text_start(text, problem.column)
    if _is_reserved(text, start) and start < problem.column:
        return reserved(draft, file, line, start)
    return None


def _is_reserved(line: str, column: int) -> bool:
    """Whether YAML keeps the character there for itself: a dash, only before a space."""
    character = line[column : column + 1]
    return character in _RESERVED and (character != "-" or not line[column + 1 : column + 2].strip())


def _text_start(line: str, column: int) -> int:
    """Where the words around `column` start: after the last colon before them, or the dash."""
    start = entry(line).value
    for colon in _KEY_COLON.finditer(line, start):
        if colon.end() <= column:
            start = colon.end()
    return start


def _in_layout(draft: Draft, file: str, stop: _Stop) -> Broken:
    """A line without a key, or at no level."""
    problem, context = stop
    line = problem.line
    if context.line < problem.line and _is_bare(draft.lines[context.line]):
        return (
            wrong_start(draft, file, context.line)
            or _folded_colon(draft, file, context.line, context.column)
            or stray(draft, file, context.line)
        )
    text = draft.lines[line]
    if problem.column == indentation(text) and text.strip():
        return wrong_start(draft, file, line) or (
            stray(draft, file, line) if _is_bare(text) else misaligned(draft, file, line)
        )
    return unreadable(draft, file, line)


def reserved(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A text that starts with a character YAML keeps for itself, or has one after a colon."""
    if _is_loose(draft, number, column):
        return stray(draft, file, number)
    line = draft.lines[number]
    start = entry(line)
    if start.value < column and not line[:column].rstrip().endswith(":") and not flow_piece(line, column):
        column = start.value
    place = draft.place(number, column, number, len(line.rstrip()))
    if line[column:].strip() == "-":
        return Broken(faults.lone_dash(file, place), [Edit(number, column, len(line), "")], lossy=True)
    if line[column:].startswith("- ") and start.key in list_keys() and start.value == column:
        bare = [Edit(number, start.value, len(line), "")]
        return Broken(
            faults.list_below(file, place, start.key or "", line[column:].rstrip()), bare, lossy=True
        )
    if piece := flow_piece(line, column):
        edits = [Edit(number, piece.start, piece.end, quote(line[piece.start : piece.end]))]
        place = draft.place(number, column, number, piece.end)
        tell = faults.first_character if piece.start == column else faults.character_after_colon
        return Broken(tell(file, place, line[column], mended(draft, edits)), edits, certain=True)
    begin = sentence_start(draft, number, column)
    edits = requote(draft, number, begin, column)
    tell = faults.first_character if begin == column else faults.character_after_colon
    return Broken(tell(file, place, line[column], mended(draft, edits)), edits, certain=True)


def _colon(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A colon that cannot be a key's: the sentence around it wants quotes."""
    line = draft.lines[number]
    start = entry(line)
    if line.startswith("--- "):
        return unreadable(draft, file, number)
    if start.key is not None and start.key in known_keys() and column < start.value:
        return _key_after_text(draft, file, number)
    if column in {start.content, start.value}:
        return reserved(draft, file, number, column)
    return _second_key(draft, file, number, column) or _sentence(draft, file, number, column)


def _key_after_text(draft: Draft, file: str, number: int) -> Broken:
    """A key that YAML takes for the rest of the text above."""
    above = above_line(draft, number)
    if above is None:
        return misaligned(draft, file, number)
    if entry(draft.lines[above]).dashed and above_line(draft, above) is None:
        return _first_item(draft, file, above)
    for mistaken in (wrong_start, _fallen_items, _text_for_key):
        if broken := mistaken(draft, file, above):
            return broken
    if _is_bare(draft.lines[above]) and first_line(draft, above) == above:
        return stray(draft, file, above)
    return misaligned(draft, file, number)


def _sentence(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A sentence with one colon too many, at `column`; over several lines, it starts above."""
    line = draft.lines[number]
    place = draft.place(number, column, number, column + 1)
    if piece := flow_piece(line, column):
        edits = [Edit(number, piece.start, piece.end, quote(line[piece.start : piece.end]))]
        return Broken(faults.colon(file, place, mended(draft, edits)), edits, certain=True)
    first = first_line(draft, number)
    begin = entry(draft.lines[first])
    announces = begin.key not in known_keys() and line.rstrip().endswith(":")
    if first != number and begin.key is None and not begin.dashed:
        value = begin.indent
    elif first == number and (column < begin.value or announces):
        value = begin.content
    else:
        value = sentence_start(draft, first, begin.value)
    edits = requote(draft, first, value)
    return Broken(faults.colon(file, place, mended(draft, edits)), edits, certain=True)


def _second_key(draft: Draft, file: str, number: int, column: int) -> Broken | None:
    """A key beside the value of another, both of one element: prose has a space before its colon."""
    line = draft.lines[number]
    start = entry(line)
    word = _LAST_WORD.search(line, start.value, column)
    if start.key is None or word is None or not same_element(start.key, word[1]):
        return None
    place = draft.place(number, word.start(1), number, column)
    edits = [Edit(number, word.start(), len(line), "")]
    return Broken(faults.second_key(file, place, line[word.start(1) :].strip()), edits, lossy=True)


def _fallen_items(draft: Draft, file: str, number: int) -> Broken | None:
    """Items that end at line `number` and stand left of the key that announces them."""
    start = entry(draft.lines[number])
    if not start.dashed or start.key is not None:
        return None
    for above in lines_above(draft, number):
        opened = entry(draft.lines[above])
        if not opened.dashed or opened.key is not None or opened.indent != start.indent:
            announced = opened.key in known_keys() and not draft.lines[above][opened.value :].strip()
            return misaligned(draft, file, number) if announced and opened.content > start.indent else None
        number = above
    return None


def _text_for_key(draft: Draft, file: str, number: int) -> Broken | None:
    """A text beside the dash of an element whose other lines have keys."""
    line = draft.lines[number]
    start = entry(line)
    below = next(entry(after) for after in draft.lines[number + 1 :] if after.strip())
    if not start.dashed or start.key is not None or below.dashed or below.content != start.content:
        return None
    if not goes_below(below.key or "", opening_key(draft, number)):
        return None
    place = draft.place(number, start.content, number, len(line.rstrip()))
    edits = [Edit(number, start.content, len(line), "")]
    return Broken(faults.key_before(file, place, below.key or ""), edits, lossy=True)


def closed_early(draft: Draft, file: str, event: Any) -> Broken:
    """The same, of a text that the parser has read."""
    mark = event.start_mark
    if event.end_mark.line != mark.line:
        return open_quote(draft, file, mark.line, mark.column)
    return closed_too_soon(draft, file, mark.line, mark.column, event.end_mark.column)


def closed_too_soon(draft: Draft, file: str, number: int, column: int, end: int) -> Broken:
    """Something follows a closing quote: the quotes were part of the text, or one is inside it."""
    if _is_loose(draft, number, column):
        return stray(draft, file, number)
    line = draft.lines[number]
    rest = line[column:].rstrip(" \t")  # a no-break space is part of the text
    character = rest[0]
    begin = sentence_start(draft, number, column)
    within = line[end : end + 1].isalnum() or line[end - 2].isspace()
    if within and begin == column and len(rest) > 1 and rest.endswith(character):
        edits = [Edit(number, column, len(line), quote(rest[1:-1]))]
    else:
        edits = requote(draft, number, begin)
    place = draft.place(number, column, number, len(line.rstrip()))
    return Broken(faults.quote_inside(file, place, character, mended(draft, edits)), edits, certain=True)


def _backslash(draft: Draft, file: str, problem: _At, start: _At) -> Broken:
    """A backslash that YAML cannot read, in the text whose quote opens at `start`.

    The quotes are taken for YAML's only where they hold the whole text; else they are part of it, or
    the first one is: nothing may be lost of what was typed.
    """
    number, column = start
    line = draft.lines[number]
    last = last_line(draft, number, column)
    below = range(number + 1, last + 1)
    written = " ".join([line[column:].rstrip(), *(draft.lines[after].strip() for after in below)])
    closed = _QUOTED.match(written)
    rest = written[closed.end() :] if closed else ""
    if closed and rest.strip() and not rest.startswith(" #") and not flow_piece(line, column):
        return closed_too_soon(draft, file, number, column, column + closed.end())
    if closed is None and (written == '"' or not written.endswith('"')):
        return open_quote(draft, file, number, column)
    quoted = closed[0] if closed else written  # a path may end with a backslash
    text = quoted[1:-1].replace('\\"', '"')
    end = len(line) if below else column + len(quoted)
    edits = [Edit(number, column, end, "'" + text.replace("'", "''") + "'" + (rest if below else ""))]
    edits += [Edit(after, 0, len(draft.lines[after]), "") for after in below]
    place = draft.place(problem.line, problem.column, problem.line, problem.column + 1)
    # A backslash that is doubled may be one, or two.
    certain = "\\\\" not in text
    return Broken(faults.backslash(file, place, mended(draft, edits)), edits, certain=certain)


def _folded_colon(draft: Draft, file: str, number: int, column: int) -> Broken | None:
    """A sentence with a colon that goes on under its first word: YAML wants it in quotes."""
    above = above_line(draft, number)
    if above is None:
        return None
    start = entry(draft.lines[above])
    colon = _KEY_COLON.search(draft.lines[above], start.value)
    if not start.dashed or start.key is not None or start.content != column:
        return None
    if colon is None or not draft.lines[above][colon.end() :].strip():
        return None
    edits = requote(draft, above, start.value)
    where = draft.lines[above].index(":", colon.start())
    place = draft.place(above, where, above, where + 1)
    return Broken(faults.colon(file, place, mended(draft, edits)), edits, certain=True)


def _is_bare(line: str) -> bool:
    """Whether a line is words alone, neither a key nor an item."""
    start = entry(line)
    return not start.dashed and start.key is None


def _is_loose(draft: Draft, number: int, column: int) -> bool:
    """Whether the text at `column` starts its line and is neither an item nor the value of a key."""
    start = entry(draft.lines[number])
    above = above_line(draft, number)
    announced = above is not None and draft.lines[above].rstrip().endswith(":")
    return column == start.indent and start.key is None and not start.dashed and not announced
