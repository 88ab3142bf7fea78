"""A phrase as tokens, whatever its accents, case, spaces, apostrophes and hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ctgkit.schedule.words import typed

#: Signs that are typed for one another, before compatibility forms are taken apart.
_ALIKE = dict.fromkeys("’‘‛ʼ′`´＇\u02b9\u02bb", "'") | dict.fromkeys("‐‑‒–—―−⁃﹣－\u2027", "-")
_ALIKE |= {"[": "(", "]": ")"}

_ALIKE |= {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}

#: Each alternative reads one class of characters, so that the time is linear.
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+'?|(?<=[a-z])\((?:e|s|es|x)\)|\S")

_GRAVE = re.compile("[èÈ]|[eE]\u0300")
_PARTICIPLE = re.compile("(?:[éÉ]|[eE]\u0301)[eE]?[sS]?$")


class Token(NamedTuple):
    """A number, a word (with its apostrophe if it is elided) or one sign.

    Attributes:
        form: without accents or case, apostrophes and hyphens made plain.
        start: offset of its first character in the text as written.
        end: offset just after its last one.
        glued: whether nothing stands between it and the token before.
        grave: whether it is written with a grave accent, as « dès » is and « des » is not.
        acute: whether it ends as participles do, as « livré » does and « livre » does not.
    """

    form: str
    start: int
    end: int
    glued: bool
    grave: bool = False
    acute: bool = False

    @property
    def number(self) -> int | None:
        """The number it writes in up to four digits, or `None`."""
        return int(self.form) if len(self.form) <= 4 and "0" <= self.form[0] <= "9" else None


def tokenise(text: str) -> list[Token]:
    """The tokens of `text`, in order."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for form, start, end in _folded(text):
        forms.append(form)
        starts.append(start)
        ends.append(end)
    tokens: list[Token] = []
    before = -1
    for found in _TOKEN.finditer("".join(forms)):
        first, after = found.span()
        if after - first > 1 and found[0][0] == "(":
            continue  # « échéance(s) »
        start, end = starts[first], ends[after - 1]
        grave = _GRAVE.search(text, start, end) is not None
        acute = _PARTICIPLE.search(text[start:end]) is not None
        tokens.append(Token(typed(found[0]), start, end, first == before, grave, acute))
        before = after
    return tokens


def _folded(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character as it is compared, with the offsets it was written at; marks go with their letter."""
    held: tuple[str, int] | None = None
    for offset, character in enumerate(text):
        for form in _fold(character):
            if held is not None:
                yield *held, max(offset, held[1] + 1)
            held = form, offset
    if held is not None:
        yield *held, len(text)


def _fold(character: str) -> str:
    alike = _ALIKE.get(character)
    if alike is not None:
        return alike
    if character.isascii():
        return character.lower()
    # Hyphens that only show at the end of a line, joiners and accents are not compared.
    return "".join(
        part
        for part in unicodedata.normalize("NFKD", character).casefold()
        if not unicodedata.category(part).startswith("M") and unicodedata.category(part) != "Cf"
    )
