"""Where the parser stops: what was meant, and how the line must be typed.

The parser's wording differs between its two implementations and is never looked at: what counts
is where it stopped and which characters stand there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from ctgkit.source import faults
from ctgkit.source.broken import Broken
from ctgkit.source.draft import Edit
from ctgkit.source.remedy import (
    above_line,
    entry,
    first_line,
    fitting_column,
    indentation,
    known_keys,
    mended,
    quote,
    requote,
)

if TYPE_CHECKING:
    from ctgkit.source.draft import Draft

#: What YAML does not allow in a file, tabs and line breaks excepted.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
#: White characters that look like a space and are none.
NO_BREAK = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_LEADING = re.compile(rf"[ \t]*[{NO_BREAK}\t][ \t{NO_BREAK}]*")
_AFTER_DASH = re.compile(rf" *(?:- +)*-([{NO_BREAK}])")
_AFTER_COLON = re.compile(rf" *(?:- +)*[A-Za-z_-]+ *:([{NO_BREAK}])")
_GLUED_DASH = re.compile(r" *(?:- +)*(-)[^\s\-\d]")
_GLUED_COLON = re.compile(r" *(?:- +)*([a-z_]+):[^\s:/]")
_ONLY_DASHES = re.compile(r" *(?:- +)*\Z")
_RESERVED = frozenset("@`%*&!|>[]{},?")


def forbidden_characters(draft: Draft, file: str) -> list[Broken]:
    """One finding for each character that no YAML file may hold."""
    return [
        Broken(
            faults.control_character(
                file, draft.place(number, trouve.start(), number, trouve.end()), trouve[0]
            ),
            [Edit(number, trouve.start(), trouve.end(), "\ufffd")],
        )
        for number, line in enumerate(draft.lines)
        for trouve in _FORBIDDEN.finditer(line)
    ]


def white_indentation(draft: Draft, file: str, number: int) -> Broken | None:
    """What is wrong with the white characters that start line `number`, if anything is."""
    line = draft.lines[number]
    trouve = _LEADING.match(line)
    if trouve is None:
        return None
    white = trouve[0]
    rest = line[len(white) :]
    if not rest:
        spaces = ""
    elif "\t" in white:
        spaces = " " * fitting_column(draft, number, len(white.expandtabs(4)))
    else:
        spaces = re.sub(rf"[{NO_BREAK}]", " ", white)
    edit = Edit(number, 0, len(white), spaces)
    place = draft.place(number, 0, number, len(white))
    if "\t" in white:
        return Broken(faults.tab(file, place, spaces + rest), [edit])
    return Broken(faults.no_break_space(file, place, "au début de la ligne", spaces + rest), [edit])


def open_quote(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A quote that swallows the lines after it: its text ended with its line."""
    line = draft.lines[number]
    character = line[column]
    inner = line[column + 1 :].rstrip()
    if len(inner) > 1 and inner.endswith(character):
        inner = inner[:-1]
    if character == "'":
        inner = inner.replace("''", "'")
    edits = [Edit(number, column, len(line), quote(inner))]
    place = draft.place(number, column, number, len(line.rstrip()))
    return Broken(faults.open_quote(file, place, character, mended(draft, edits)), edits)


def diagnose(draft: Draft, file: str, error: yaml.YAMLError, last: Any) -> Broken:
    """What stopped the parser, after the event `last`."""
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None) or problem
    if problem is None or context is None:
        return unreadable(draft, file, len(draft.lines) - 1)
    line = min(problem.line, len(draft.lines) - 1)
    for number in dict.fromkeys((line, min(context.line, line))):
        if broken := white_indentation(draft, file, number) or no_space(draft, file, number):
            return broken
    return (
        _in_quotes(draft, file, problem, context, last)
        or _in_text(draft, file, line, problem, context)
        or _in_layout(draft, file, line, problem, context)
    )


def _in_quotes(draft: Draft, file: str, problem: Any, context: Any, last: Any) -> Broken | None:
    """Something wrong with quotes."""
    opening = draft.lines[context.line][context.column : context.column + 1]
    if opening in {"'", '"'} and context != problem:
        rest = (
            "".join(draft.lines[problem.line :])[problem.column :] if problem.line < len(draft.lines) else ""
        )
        if opening == "'" or problem.line != context.line or not rest.strip():
            return open_quote(draft, file, context.line, context.column)
        return _backslash(draft, file, context.line, context.column, problem.column)
    quoted = last.__class__ is yaml.ScalarEvent and last.style in {"'", '"'}
    if quoted and last.end_mark.line == problem.line:
        return closed_too_soon(draft, file, last)
    return None


def _in_text(draft: Draft, file: str, line: int, problem: Any, context: Any) -> Broken | None:
    """A character that YAML does not take for text: a colon, or one it keeps for itself."""
    text = draft.lines[line]
    if text.startswith(":", problem.column):
        return _colon(draft, file, line, problem.column)
    for number, column in ((context.line, context.column), (line, problem.column)):
        starts = entry(draft.lines[number])
        if draft.lines[number][column : column + 1] in _RESERVED and column in {starts.value, starts.content}:
            return reserved(draft, file, number, column)
    start = entry(text)
    if text[start.value : start.value + 1] in {"[", "{", "*"} and start.value < problem.column:
        return reserved(draft, file, line, start.value)
    return None


def _in_layout(draft: Draft, file: str, line: int, problem: Any, context: Any) -> Broken:
    """A line without a key, or at no level."""
    if context.line < problem.line and _is_bare(draft.lines[context.line]):
        return _stray(draft, file, context.line, context.column)
    text = draft.lines[line]
    if problem.column == indentation(text) and text.strip():
        return _misaligned(draft, file, line)
    return unreadable(draft, file, line)


def reserved(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A text that starts with a character YAML keeps for itself."""
    edits = requote(draft, number, column)
    line = draft.lines[number]
    place = draft.place(number, column, number, len(line.rstrip()))
    return Broken(faults.first_character(file, place, line[column], mended(draft, edits)), edits)


def no_space(draft: Draft, file: str, number: int) -> Broken | None:
    """A no-break space, or none at all, where a dash or a colon needs a plain one."""
    line = draft.lines[number]
    for pattern, where in ((_AFTER_DASH, "après le tiret"), (_AFTER_COLON, "après les deux-points")):
        if trouve := pattern.match(line):
            edits = [Edit(number, trouve.start(1), trouve.end(1), " ")]
            place = draft.place(number, trouve.start(1), number, trouve.end(1))
            return Broken(faults.no_break_space(file, place, where, mended(draft, edits)), edits)
    return None


def _colon(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A colon that cannot be a key's: the sentence around it wants quotes."""
    line = draft.lines[number]
    start = entry(line)
    if start.key is not None and start.key in known_keys() and column < start.value:
        above = above_line(draft, number)
        if _is_bare(draft.lines[above]) and first_line(draft, above) == above:
            return _no_key(draft, file, above)
        return _misaligned(draft, file, number)
    if column == start.content:
        return reserved(draft, file, number, column)
    first = first_line(draft, number)
    begin = entry(draft.lines[first])
    if first != number and begin.key is None and not begin.dashed:
        begin = begin._replace(value=begin.indent)
    if first == number and column < begin.value:
        begin = begin._replace(value=begin.content)
    edits = requote(draft, first, begin.value)
    place = draft.place(number, column, number, column + 1)
    return Broken(faults.colon(file, place, mended(draft, edits)), edits)


def closed_too_soon(draft: Draft, file: str, last: Any) -> Broken:
    """Something follows a closing quote: the quotes were part of the text, or one is inside it."""
    mark = last.start_mark
    if last.end_mark.line != mark.line:
        return open_quote(draft, file, mark.line, mark.column)
    line = draft.lines[mark.line]
    rest = line[mark.column :].rstrip()
    character = rest[0]
    if len(rest) > 1 and rest.endswith(character):
        edits = [Edit(mark.line, mark.column, len(line), quote(rest[1:-1]))]
    else:
        edits = requote(draft, mark.line, mark.column)
    place = draft.place(mark.line, mark.column, mark.line, len(line.rstrip()))
    return Broken(faults.quote_inside(file, place, character, mended(draft, edits)), edits)


def _backslash(draft: Draft, file: str, number: int, start: int, column: int) -> Broken:
    line = draft.lines[number]
    end = line.rfind('"')
    end = len(line.rstrip()) if end <= start else end
    text = line[start + 1 : end].replace('\\"', '"')
    edits = [Edit(number, start, min(end + 1, len(line)), "'" + text.replace("'", "''") + "'")]
    place = draft.place(number, column, number, column + 1)
    return Broken(faults.backslash(file, place, mended(draft, edits)), edits)


def _is_bare(line: str) -> bool:
    """Whether a line is words alone, neither a key nor an item."""
    start = entry(line)
    return not start.dashed and start.key is None


def _stray(draft: Draft, file: str, number: int, column: int) -> Broken:
    """A line the parser took for a key, and that has no colon."""
    line = draft.lines[number]
    if trouve := _GLUED_DASH.match(line):
        edits = [Edit(number, trouve.end(1), trouve.end(1), " ")]
        place = draft.place(number, trouve.start(1), number, trouve.end(1))
        return Broken(faults.glued(file, place, "-", mended(draft, edits)), edits)
    trouve = _GLUED_COLON.match(line)
    if trouve and trouve[1] in known_keys():
        edits = [Edit(number, trouve.end(1) + 1, trouve.end(1) + 1, " ")]
        place = draft.place(number, trouve.end(1), number, trouve.end(1) + 1)
        return Broken(faults.glued(file, place, ":", mended(draft, edits)), edits)
    above = above_line(draft, number)
    start = entry(draft.lines[above])
    prose = draft.lines[above][start.value :].strip()
    if start.dashed and start.key is None and start.content == column and ":" in prose and prose[-1] != ":":
        # A sentence with a colon, continued under its first word: YAML wants it in quotes.
        joined = f"{prose} {line.strip()}"
        edits = [
            Edit(above, start.value, len(draft.lines[above]), quote(joined)),
            Edit(number, 0, len(line), ""),
        ]
        place = draft.place(number, column, number, len(line.rstrip()))
        return Broken(faults.colon(file, place, mended(draft, edits)), edits)
    return _no_key(draft, file, number)


def _no_key(draft: Draft, file: str, number: int) -> Broken:
    """A line that is neither a key nor an item, and continues nothing: it is left out."""
    line = draft.lines[number]
    place = draft.place(number, indentation(line), number, len(line.rstrip()))
    return Broken(faults.no_key(file, place), [Edit(number, 0, len(line), "")], lossy=True)


def _misaligned(draft: Draft, file: str, number: int) -> Broken:
    """A line at no level of those above: it is moved, with what it holds, to the one it fits."""
    line = draft.lines[number]
    column = indentation(line)
    goal = fitting_column(draft, number, column)
    if goal == column:
        return unreadable(draft, file, number)
    shift = goal - column
    edits = []
    for after, below in enumerate(draft.lines[number:], number):
        if below.strip():
            if indentation(below) < column or (after > number and indentation(below) == goal):
                break
            edits.append(Edit(after, 0, max(-shift, 0), " " * max(shift, 0)))
    place = draft.place(number, column, number, len(line.rstrip()))
    return Broken(faults.indentation(file, place, line.strip(), goal + 1), edits)


def unreadable(draft: Draft, file: str, number: int) -> Broken:
    """Anything else: the line is left out, and reading goes on after it."""
    while number > 0 and not draft.lines[number].strip():
        number -= 1
    line = draft.lines[number]
    place = draft.place(number, indentation(line), number, len(line.rstrip()))
    return Broken(faults.unreadable(file, place), [Edit(number, 0, len(line), "")], lossy=True)
