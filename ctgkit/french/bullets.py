"""The signs that start the lines of a list, in YAML, a word processor, a spreadsheet or a PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

#: What a sentence that goes on may start a line with: its punctuation, and signs that are read with a word.
_PUNCTUATION = frozenset("«»‹›\"'“”‘’„()[]{}:;,.!?/\\|…%‰&@#`=€$£<°²³©®™§\u00ad")
#: Letters by which the bullets of Word's symbol fonts are known once the font is lost.
_LETTERS = "oOØøüvqnlu§¤"
_DASHES = "-–—−‐\u2011‒―"
#: Bullets that Unicode has among its punctuation.
_ROUND = frozenset("•‣⁃⁌⁍·∙⸰◦")
#: Arrows of more than one character, which punctuation is part of.
_ARROWS = frozenset({"=>", "->", ">>"})
#: Signs that a text may start with, for all that they are drawings to Unicode.
_READ = frozenset("©®°№™℃℉")
_GLYPH = re.compile(r"(?P<sign>[^\w\s]{1,2}\ufe0f?|\d\ufe0f?\u20e3)(?P<white>\s+|(?=[^\W\d]|[«\"(]))")
_LETTER = re.compile(rf"(?P<sign>[{_LETTERS}])(?P<white>[ \t\u00a0]+)(?=\S)")
_RANK = re.compile(
    r"(?P<sign>(?P<open>\(?)(?:(?P<figure>\d{1,2})|(?P<roman>[ivx]{1,4}|[IVX]{1,4})|(?P<letter>[a-zA-Z]))"
    r"(?P<close>[.)°/]|\.? ?[-–]|°\)))(?P<white>\s+)(?=\S)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Bullet(NamedTuple):
    """What starts a line of a list."""

    indent: int  #: the columns before the sign
    sign: str
    text: int  #: where the words start
    kind: str  #: what lines of one list have in common
    rank: int  #: the number that the sign bears; 0 where it bears none

    @property
    def spaced(self) -> bool:
        """Whether a space parts the sign from the words."""
        return self.text > self.indent + len(self.sign)

    @property
    def numbered(self) -> bool:
        """Whether the sign says which line of the list this is."""
        return self.rank > 0


def is_bullet(sign: str) -> bool:
    """Whether one character can be nothing but what starts a line of a list."""
    return sign in _ROUND or (sign not in _READ and unicodedata.category(sign) in {"So", "Co"})


def bullets(lines: Sequence[str]) -> list[Bullet | None]:
    """What starts each of some lines that follow each other, where they are lines of a list.

    A dash is a sign of its own, and so is a drawing; any other sign is one where it starts several lines, a
    number or a letter where several lines bear them in their order.
    """
    roman = any((trouve := _RANK.match(line.lstrip())) and len(trouve["roman"] or "") > 1 for line in lines)
    found = [_bullet(line, roman=roman) for line in lines]
    often = Counter(one.kind for one in found if one)
    last: dict[str, int] = {}
    ordered: set[str] = set()
    for one in found:
        if one and one.numbered:
            if one.rank == last.get(one.kind, 0) + 1 and one.rank > 1:
                ordered.add(one.kind)
            last[one.kind] = one.rank
    sure = [one if one and _is_sure(one, often, ordered) else None for one in found]
    if any(sure):  # the bullet of Word's second level
        return [
            kept or (one if one and one.sign == "o" else None) for one, kept in zip(found, sure, strict=True)
        ]
    return sure


def counting(signs: Iterable[Bullet | None]) -> frozenset[str]:
    """The kinds whose numbers are words, since their list does not start with the first."""
    first: dict[str, int] = {}
    for sign in signs:
        if sign is not None:
            first.setdefault(sign.kind, sign.rank)
    return frozenset(kind for kind, rank in first.items() if rank > 1)


def _is_sure(one: Bullet, often: Counter[str], ordered: set[str]) -> bool:
    if one.numbered:
        return one.kind in ordered
    return often[one.kind] > 1 or is_bullet(one.sign[0]) or (one.sign in _DASHES and one.spaced)


def _bullet(line: str, *, roman: bool) -> Bullet | None:
    text = line.lstrip()
    indent = len(line) - len(text)
    if trouve := _RANK.match(text):
        kind, rank = _rank(trouve, roman=roman)
    elif trouve := _LETTER.match(text):
        kind, rank = trouve["sign"], 0
    elif (trouve := _GLYPH.match(text)) and _may_start(trouve["sign"], glued=not trouve["white"]):
        kind, rank = "\u20e3" if trouve["sign"].endswith("\u20e3") else trouve["sign"], 0
    else:
        return None
    return Bullet(indent, trouve["sign"], indent + trouve.end(), kind, rank)


def _may_start(sign: str, *, glued: bool) -> bool:
    """Whether a sign that is no number may start a line of a list, and no sentence goes on with it."""
    if sign in _ARROWS:
        return True
    if glued and sign not in _DASHES and not is_bullet(sign[0]):
        return False
    return sign[0] not in _PUNCTUATION and sign[-1] not in _PUNCTUATION


def _rank(trouve: re.Match[str], *, roman: bool) -> tuple[str, int]:
    """The kind of a sign that bears a number, and the number.

    Args:
        trouve: the sign.
        roman: whether one of the list can be nothing but a Roman number.
    """
    shape = trouve["open"] + "{}" + trouve["close"]
    written = trouve["figure"] or trouve["roman"] or trouve["letter"]
    if trouve["figure"]:
        return shape.format("1"), int(written)
    if not trouve["roman"] or (len(written) == 1 and not roman):
        return shape.format("A" if written.isupper() else "a"), ord(written.lower()) - ord("a") + 1
    values = [_ROMAN[character] for character in written.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return shape.format("I" if written.isupper() else "i"), sum(
        -one if one < then else one for one, then in pairs
    )
