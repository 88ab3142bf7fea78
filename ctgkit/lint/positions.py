"""From what a rule says of the model to characters of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctgkit.plan.finding import Place, Related, Splice
from ctgkit.plan.reading.nodes import Mapping, Node, Path, event_place, locate

if TYPE_CHECKING:
    from ctgkit.lint.remark import Remark

#: What may follow the first character of a plain text in YAML without any quotes.
_PLAIN = re.compile(r"[\w ()'’,./&°«»-]+")


def place_of(remark: Remark, tree: Mapping) -> Place:
    """The characters a remark is about."""
    if remark.place is not None:
        return remark.place
    place = _whole(remark.path, tree, key=remark.key)
    lines = tree.draft.original
    if remark.words is not None and (found := _within(place, remark.words, remark.nth, lines)):
        return found
    return _first_line(place, lines)


def related_of(remark: Remark, tree: Mapping) -> tuple[Related, ...]:
    """The other places of a remark."""
    lines = tree.draft.original
    return tuple(
        Related(_first_line(_whole(path, tree, key=False), lines), message)
        for path, message in remark.related
    )


def fix_of(remark: Remark, tree: Mapping) -> tuple[Splice, ...]:
    """The splices that mend what a remark says; none where it would take more than other words."""
    if remark.replacement is None:
        return remark.fix
    whole = _whole(remark.path, tree, key=False)
    lines = tree.draft.original
    place: Place | None = whole
    if remark.words is not None:
        place = _within(whole, remark.words, remark.nth, lines)
    if place is None or place.line != place.end_line or not _PLAIN.fullmatch(remark.replacement):
        return ()
    sign = lines[whole.line - 1][whole.column - 1]
    text = remark.replacement.replace("'", "''") if sign == "'" else remark.replacement
    if remark.words is None and sign in "'\"":
        text = sign + text + sign
    return (Splice(place, text),)


def _whole(path: Path, tree: Mapping, *, key: bool) -> Place:
    """The place of the value at a path, or of its key."""
    node, key_place, place = locate(tree, path)
    if key and key_place is not None:
        return key_place
    if path and path[-1] in {"texte", "nom"} and (heading := _heading(node)) is not None:
        return heading
    return place or Place(1, 1, 1, 1)


def _heading(node: Node) -> Place | None:
    """The text of a point that has sub-points, written as their key."""
    if not isinstance(node, Mapping) or node.chapeau() is None:
        return None
    ((mark, _),) = node.marks.values()
    return event_place(node.draft, mark)


def _within(place: Place, words: str, nth: int, lines: list[str]) -> Place | None:
    """Where `words` stand for the `nth` time in a place, however the file breaks and quotes them."""
    text, starts = _text(place, lines)
    pattern = r"\s+".join(map(_quoted, words.split()))
    if not pattern:
        return None
    for rank, found in enumerate(re.finditer(pattern, text)):
        if rank == nth:
            line, column = _position(found.start(), starts, place)
            end_line, end_column = _position(found.end() - 1, starts, place)
            return Place(line, column, end_line, end_column + 1)
    return None


def _quoted(word: str) -> str:
    """A pattern for a word as any style of YAML may write it: quotes come doubled or escaped."""
    return re.escape(word).replace("'", "''?").replace('"', r'\\?"').replace(r"\\", r"\\\\?")


def _text(place: Place, lines: list[str]) -> tuple[str, list[int]]:
    """The characters of a place, and the offset at which each of its lines starts."""
    pieces = lines[place.line - 1 : place.end_line]
    if not pieces:
        return "", [0]
    pieces[-1] = pieces[-1][: place.end_column - 1]
    pieces[0] = pieces[0][place.column - 1 :]
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece) + 1)
    return "\n".join(pieces), starts


def _position(offset: int, starts: list[int], place: Place) -> tuple[int, int]:
    rank = max(rank for rank, start in enumerate(starts) if start <= offset)
    column = offset - starts[rank] + (place.column if rank == 0 else 1)
    return place.line + rank, column


def _first_line(place: Place, lines: list[str]) -> Place:
    """A place of several lines, up to the end of the first."""
    if place.line == place.end_line:
        return place
    end = len(lines[place.line - 1].rstrip()) + 1
    return Place(place.line, place.column, place.line, max(end, place.column + 1))
