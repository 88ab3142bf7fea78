"""How a line starts: white space, dashes, bullets, and the level it stands at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ctgkit.french.bullets import is_bullet
from ctgkit.french.nearest import fold
from ctgkit.french.scalar import quote
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.broken import Broken
from ctgkit.plan.reading.draft import Edit
from ctgkit.plan.reading.remedy import (
    Level,
    above_line,
    could_be_key,
    entry,
    fitting_column,
    indentation,
    known_keys,
    lines_above,
    list_keys,
    meant_key,
    mended,
    open_levels,
    same_element,
    wants_quotes,
)

if TYPE_CHECKING:
    from ctgkit.plan.finding import Finding
    from ctgkit.plan.reading.draft import Draft

#: White characters that look like a space and are none.
NO_BREAK = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + "\u202f\u205f\u2060\u3000\ufeff"
_LEADING = re.compile(rf"[ \t]*[{NO_BREAK}\t][ \t{NO_BREAK}]*")
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
_AFTER_DASH = re.compile(rf" *(?:- +)*-([{NO_BREAK}\t]+| +\t[ \t]*)")
_AFTER_COLON = re.compile(rf" *(?:- +)*[A-Za-z_-]+ *:([{NO_BREAK}]+)")
_AROUND_COLON = re.compile(rf" *(?:- +)*[A-Za-z_-]+([{NO_BREAK} ]*[{NO_BREAK}] *:[{NO_BREAK}]+)")
_GLUED_DASH = re.compile(r" *(-)[^\s\-]")
_NEGATIVE = re.compile(r" *-[\d.,\s]+[%€]?\s*\Z")
_GLUED_COLON = re.compile(r" *(?:- +)*([a-z_]+)(:)[^\s:/]")
_NO_COLON = re.compile(r" *(?:- +)*([a-z_]+)(?= |\Z)")
#: What a word processor puts before an item where YAML wants a dash.
BULLETS = "•○▪◦‣·–—*"
_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")
_BULLET = re.compile(rf" *([{BULLETS}]|\d{{1,2}}[.)])(\s+)(?=\S)")
#: A bullet or a dash with words after it; lint tells of those of lost fonts.
_SECOND = re.compile("(?P<sign>[•‣⁃·∙\u25a0-\u25ff❖➔-➾](?=\\s+\\S)|[–—−‐\u2011‒―](?=\\s+[^\\s\\d]))\\s+")
_SIGN = re.compile(rf" *([-{BULLETS}])\s+(?=[a-z_]+ ?:)")
_DRAWN = re.compile(r" *([^\w\s])(\s*)(?=\S)")


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
        spaces = re.sub(rf"[{NO_BREAK}]", " ", _ZERO_WIDTH.sub("", white))
    edit = Edit(number, 0, len(white), spaces)
    place = draft.place(number, 0, number, len(white))
    if "\t" in white:
        return Broken(faults.tab(file, place, spaces + rest), [edit], certain=True)
    found = faults.no_break_space(file, place, "au début de la ligne", spaces + rest)
    return Broken(found, [edit], certain=True)


def no_space(draft: Draft, file: str, number: int) -> Broken | None:
    """A tab or a no-break space where a dash or a colon needs a plain one."""
    line = draft.lines[number]
    for pattern, where in (
        (_AFTER_DASH, "après le tiret"),
        (_AROUND_COLON, "autour des deux-points"),
        (_AFTER_COLON, "après les deux-points"),
    ):
        if trouve := pattern.match(line):
            tab = "\t" in trouve[1]
            right = ": " if ":" in trouve[1] else " " if tab else " " * len(trouve[1])
            edits = [Edit(number, trouve.start(1), trouve.end(1), right)]
            place = draft.place(number, trouve.start(1), number, trouve.end(1))
            tell = faults.tab_inside if tab else faults.no_break_space
            return Broken(tell(file, place, where, mended(draft, edits)), edits, certain=True)
    return None


def space_around_key(draft: Draft, file: str, event: Any) -> Finding:
    """A no-break space before a key's colon, as French typography has it, or before the key."""
    number = event.start_mark.line
    line: str = draft.lines[number]
    start, end = event.start_mark.column, event.end_mark.column
    key = line[start:end]
    bare = key.lstrip(NO_BREAK)
    if bare != key:
        edit, where = Edit(number, start, end - len(bare), ""), "avant la clé"
    else:
        colon = max(line.find(":", end), end)
        edit, where = (
            Edit(number, start + len(key.rstrip(NO_BREAK + " ")), colon, ""),
            "avant les deux-points",
        )
    place = draft.place(number, edit.start, number, edit.end)
    found = faults.no_break_space(file, place, where, mended(draft, [edit]))
    return found._replace(fix=draft.splices([edit]))


def foreign_line(draft: Draft, file: str, number: int) -> Broken | None:
    """A line that another program has put in: the fence of a code block, a conflict of versions."""
    line = draft.lines[number]
    place = draft.place(number, 0, number, len(line.rstrip()))
    edits = [Edit(number, 0, len(line), "")]
    if line.startswith("```"):
        return Broken(faults.fence(file, place), edits)
    if line.startswith(_CONFLICT):
        return Broken(faults.conflict(file, place), edits)
    return None


def wrong_start(draft: Draft, file: str, number: int) -> Broken | None:
    """A dash or a colon without its space, or a bullet, at the start of line `number`."""
    line = draft.lines[number]
    if broken := _sign_before_key(draft, file, number):
        return broken
    if (trouve := _GLUED_DASH.match(line)) and not _NEGATIVE.match(line):
        return _glued(draft, file, number, trouve, 1)
    if (trouve := _GLUED_COLON.match(line)) and trouve[1] in known_keys():
        return _glued(draft, file, number, trouve, 2)
    if (trouve := _BULLET.match(line)) or ((trouve := _DRAWN.match(line)) and is_bullet(trouve[1])):
        words = line[trouve.end(2) :].rstrip()
        typed = quote(words) if wants_quotes(words) else words
        edits = [Edit(number, trouve.start(1), len(line), f"- {typed}")]
        place = draft.place(number, trouve.start(1), number, trouve.end(1))
        # The number of a list is text that a dash would lose.
        certain = not trouve[1][0].isdigit()
        return Broken(faults.bullet(file, place, trouve[1], mended(draft, edits)), edits, certain=certain)
    return None


def _sign_before_key(draft: Draft, file: str, number: int) -> Broken | None:
    """A dash or a bullet before a key of the element that is open, at the column of its keys."""
    line = draft.lines[number]
    trouve = _SIGN.match(line)
    start = entry(line[trouve.end() :]) if trouve else None
    if trouve is None or start is None or start.key not in known_keys() or start.content:
        return None
    column = trouve.start(1)
    beside = next((level.key for level in open_levels(draft, number) if level.column == column), None)
    opener = next((n for n in lines_above(draft, number) if _is_level(draft.lines[n], column)), None)
    if beside is None or opener is None or not same_element(beside, start.key):
        return None
    if _opens(draft.lines[opener]) and entry(draft.lines[opener]).content >= column:
        return None  # an item of its list
    edits = [Edit(number, column, trouve.end(), "")]
    place = draft.place(number, column, number, column + len(trouve[1]))
    found = faults.sign_before_key(file, place, trouve[1], start.key, mended(draft, edits))
    return Broken(found, edits, certain=trouve[1] != "-")


def _is_level(line: str, column: int) -> bool:
    """Whether a line stands at a column or left of it, and starts no item there."""
    start = entry(line)
    return start.indent <= column and not (start.dashed and start.indent == column)


def dash_and_bullet(draft: Draft, file: str, number: int, column: int) -> Finding | None:
    """A bullet after a dash, `- • Un besoin`: the words of the point hold it."""
    line = draft.lines[number]
    trouve = _SECOND.match(line, column)
    if trouve is None:
        return None
    edits = [Edit(number, column, trouve.end(), "")]
    words = line[trouve.end() :]
    if wants_quotes(words.rstrip()):
        edits = [Edit(number, column, len(line), quote(words.rstrip()))]
    place = draft.place(number, column, number, column + len(trouve[1]))
    return faults.second_sign(file, place, trouve[1], mended(draft, edits))._replace(fix=draft.splices(edits))


def _glued(draft: Draft, file: str, number: int, trouve: re.Match[str], group: int) -> Broken:
    start, end = trouve.span(group)
    edits = [Edit(number, end, end, " ")]
    place = draft.place(number, start, number, end)
    # A dash before a number may be the sign of a decrease.
    certain = trouve[group] == ":" or not draft.lines[number][end : end + 1].isdigit()
    return Broken(faults.glued(file, place, trouve[group], mended(draft, edits)), edits, certain=certain)


def stray(draft: Draft, file: str, number: int) -> Broken:
    """A line the parser took for a key, and that has no colon."""
    line = draft.lines[number]
    place = draft.place(number, indentation(line), number, len(line.rstrip()))
    trouve = _NO_COLON.match(line)
    if trouve and trouve[1] in known_keys() and _beside(draft, number, trouve[1]):
        edits = [Edit(number, trouve.end(1), trouve.end(1), ":")]
        return Broken(faults.no_colon(file, place, trouve[1], mended(draft, edits)), edits)
    if line.strip() == "-":
        return Broken(faults.lone_dash(file, place), [Edit(number, 0, len(line), "")], lossy=True)
    first, last = _pasted(draft, number)
    if first == last:
        return Broken(faults.no_key(file, place), [Edit(number, 0, len(line), "")], lossy=True)
    place = draft.place(first, indentation(draft.lines[first]), last, len(draft.lines[last].rstrip()))
    opener = above_line(draft, first)
    if opener is not None and _announces(draft, opener, first):
        end = len(draft.lines[opener].rstrip())
        edits = [Edit(opener, end, len(draft.lines[opener]), " |")]
        return Broken(faults.pasted(file, place, last - first + 1, mended(draft, edits)), edits)
    # The line that stopped the parser comes first: its edit is what is counted.
    others = [n for n in range(first, last + 1) if n != number]
    edits = [Edit(n, 0, len(draft.lines[n]), "") for n in (number, *others)]
    return Broken(faults.pasted(file, place, last - first + 1, None), edits, lossy=True)


def _pasted(draft: Draft, number: int) -> tuple[int, int]:
    """The first and the last of the lines around `number` that are prose, pasted where keys belong."""
    first = last = number
    column = indentation(draft.lines[number])
    while first and _is_prose(draft.lines[first - 1]) and indentation(draft.lines[first - 1]) == column:
        above = above_line(draft, first - 1)
        if above is not None and indentation(draft.lines[above]) < column:
            # Right of what announces it: it is read with that, unless it is all there is below a key.
            first -= _announces(draft, above, first - 1)
            break
        first -= 1
    while last + 1 < len(draft.lines) and _is_prose(draft.lines[last + 1]):
        last += 1
    return first, last


def _announces(draft: Draft, number: int, below: int) -> bool:
    """Whether line `number` is a key that holds a list, and has nothing but what is below it."""
    start = entry(draft.lines[number])
    bare = not draft.lines[number][start.value :].strip()
    return bare and start.key in list_keys() and start.content < indentation(draft.lines[below])


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence: it has no key, or a colon as French prose has it."""
    start = entry(line)
    if start.dashed or not line.strip() or line.lstrip().startswith("#"):
        return False
    sentence = start.key is not None and line[start.content + len(start.key) :].startswith(" :")
    return start.key is None or (sentence and fold(start.key) not in known_keys())


def _beside(draft: Draft, number: int, key: str) -> bool:
    """Whether `key` goes with the nearest key at the level of line `number`."""
    column = entry(draft.lines[number]).content
    around = [*reversed(draft.lines[:number]), *draft.lines[number + 1 :]]
    beside = (start.key for line in around if (start := entry(line)).content == column and start.key)
    return same_element(key, next(beside, ""))


def misaligned(draft: Draft, file: str, number: int, goal: int | None = None) -> Broken:
    """A line at no level of those above: it is moved, with what it holds, to `goal`.

    Without one, to the level it fits. A key that is misspelt too is told once.
    """
    line = draft.lines[number]
    column = indentation(line)
    goal = fitting_column(draft, number, column) if goal is None else goal
    if goal == column:
        return unreadable(draft, file, number)
    shift = goal - column
    above = above_line(draft, number)
    opened = goal if above is None else entry(draft.lines[above]).content
    edits = _respelt(draft, number, goal)
    typed = mended(draft, edits) if edits else line.strip()
    for after, below in enumerate(draft.lines[number:], number):
        if below.strip():
            level = indentation(below)
            if level < column or (after > number and level in {goal, opened}):
                break
            edits.append(Edit(after, 0, max(-shift, 0), " " * max(shift, 0)))
    place = draft.place(number, column, number, len(line.rstrip()))
    return Broken(faults.indentation(file, place, typed, goal + 1), edits)


def _respelt(draft: Draft, number: int, goal: int) -> list[Edit]:
    """Gives the key of line `number` the name it has among those at column `goal`."""
    start = entry(draft.lines[number])
    beside = next((level.key for level in open_levels(draft, number) if level.column == goal), None)
    meant = start.key and beside and not start.dashed and meant_key(start.key, beside)
    if not start.key or not meant or meant == start.key:
        return []
    return [Edit(number, start.content, start.content + len(start.key), meant)]


def key_off_its_level(draft: Draft, file: str, number: int) -> Broken | None:
    """A key one column away from those it goes with, known or not; or one nearly known, further away.

    Prose that goes on below its first words stands further in, or has no such short heading.
    """
    line = draft.lines[number]
    start = entry(line)
    above = above_line(draft, number)
    if start.key is None or above is None or not could_be_key(line):
        return None
    levels = list(open_levels(draft, number))
    if any(level.column == start.content for level in levels) or _opens(draft.lines[above]):
        return None
    near = [level for level in levels if abs(level.column - start.content) == 1]
    near += [level for level in levels[:1] if _beside_key(draft.lines[above], start.key, level)]
    return misaligned(draft, file, number, near[0].column) if near else None


def _opens(line: str) -> bool:
    """Whether a line has a key without a value: what is below it may stand at any column."""
    start = entry(line)
    return start.key is not None and (not line[start.value :].strip() or line[start.value] in "#|>&")


def _beside_key(above: str, key: str, level: Level) -> bool:
    """Whether `key` is nearly one that goes with that of the line above."""
    opened = entry(above)
    return opened.key == level.key and key not in known_keys() and meant_key(key, level.key) is not None


def fallen_block(draft: Draft, file: str, number: int) -> Broken | None:
    """The text of a block (`|`) that stands left of it: it is moved below its key."""
    goal = entry(draft.lines[number]).content + 2
    first = next((n for n in range(number + 1, len(draft.lines)) if draft.lines[n].strip()), number)
    last = first - 1
    while last + 1 < len(draft.lines) and _is_prose(draft.lines[last + 1]):
        last += 1
    if last < first or first == number:
        return None
    shift = goal - min(indentation(draft.lines[n]) for n in range(first, last + 1))
    if shift <= 0:
        return None
    edits = [Edit(n, 0, 0, " " * shift) for n in range(first, last + 1)]
    place = draft.place(first, indentation(draft.lines[first]), last, len(draft.lines[last].rstrip()))
    found = faults.indentation(file, place, draft.lines[first].strip(), goal + 1)
    return Broken(found, edits, certain=True)


def unreadable(draft: Draft, file: str, number: int) -> Broken:
    """Anything else: the line is left out, and reading goes on after it."""
    while number > 0 and not draft.lines[number].strip():
        number -= 1
    line = draft.lines[number]
    place = draft.place(number, indentation(line), number, len(line.rstrip()))
    return Broken(faults.unreadable(file, place), [Edit(number, 0, len(line), "")], lossy=True)
