"""Text of a plan, made safe to print: what cannot be seen is shown, and nothing is run."""

from __future__ import annotations

import re
import unicodedata

#: C0 and C1 controls but tab and line feed, the marks that reorder or hide text, and what no text
#: can hold: halves of characters, and the two that XML forbids.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
#: What the runner of a CI takes for a command: GitHub's at the start of a line, after any spaces; its older
#: ones, Azure's and TeamCity's anywhere.
_OBEYED = re.compile(r"^(?P<before>(?:\s|\x1b\[[0-9;]*m)*)(?=::)|(?P<sign>#)(?=#\w*\[)", re.MULTILINE)
_ONE_LINE = re.compile(r"[\t\n\u2028\u2029]+")


def _show(trouve: re.Match[str]) -> str:
    point = ord(trouve[0])
    if point < 0x20:
        return chr(0x2400 + point)
    if point == 0x7F:
        return "\u2421"
    return f"<U+{point:04X}>"


def visible(texte: str) -> str:
    """`texte` with control and direction characters replaced by signs one can see.

    Each C0 control becomes its picture (one character for one, so columns hold); the others
    become `<U+202E>`.
    """
    return _UNSEEN.sub(_show, texte)


def one_line(texte: str) -> str:
    """:func:`visible`, on a single line."""
    return visible(_ONE_LINE.sub(" ", texte))


def inert(texte: str) -> str:
    """`texte`, none of whose lines is a command to the runner of a CI: what would be has a backslash."""
    if "::" not in texte and "##" not in texte:
        return texte
    return _OBEYED.sub(lambda found: f"{found['before'] or ''}{found['sign'] or ''}\\", texte)


def width(texte: str) -> int:
    """How many terminal columns `texte` takes."""
    return len(texte) if texte.isascii() else sum(map(_columns, texte))


def _columns(caractere: str) -> int:
    if unicodedata.combining(caractere) or unicodedata.category(caractere) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(caractere) in "WF" else 1
