"""What stands for a character where the encoding of a screen, or of a file, has none for it.

One character for one, but for those that are read as several letters or as a word: columns hold.
"""

from __future__ import annotations

import re
import unicodedata

#: What is drawn: no two signs of one drawing are alike.
_DRAWN = {
    **dict.fromkeys("─━", "-"),
    "│": "|",
    "┃": "@",
    **dict.fromkeys("┌┐└┘├┤┬┴┼", "+"),
    "█": "#",
    "░": ":",
    "●": "O",
    "○": "o",
    "·": ".",
    "►": ">",
    "◄": "<",
    "›": ")",
    "‹": "(",
    "▼": "V",
    "◆": "*",
    "◇": "+",
    "✓": "v",
    "×": "x",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↕": "%",
    "±": "&",
}
#: What is written.
_WRITTEN = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("«»“”„″", '"'),
    **dict.fromkeys("•‣▪", "*"),
    "…": "...",
    "€": "EUR",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "≈": "~",
    "÷": "/",
    "⁄": "/",
    "№": "No",
    "\u00ad": "",
}
_STANDS = {**_DRAWN, **_WRITTEN}
#: Two marks are signs of a status too, at the start of a line and of what a legend lists.
_SIGNS = {"…": ".", "»": ">"}
_BEFORE_A_SIGN = re.compile(r"(?:\A|\n|\x1b\[[\d;]*m|[:;,·.]\s)\Z")
#: More than what tells a sign is long.
_LOOK_BACK = 12


def stand_in(text: str, at: int) -> str:
    """What is written for the character of a text that cannot be."""
    character, after = text[at], text[at + 1 : at + 2]
    alone = after.isspace() or after == "\x1b"
    if alone and character in _SIGNS and _BEFORE_A_SIGN.search(text[max(at - _LOOK_BACK, 0) : at]):
        return _SIGNS[character]
    found = _STANDS.get(character)
    if found is not None:
        return found
    if character.isspace():
        return " "
    plain = "".join(
        _STANDS.get(one, one)
        for one in unicodedata.normalize("NFKD", character)
        if not unicodedata.combining(one)
    )
    if plain.isascii():
        return plain
    return f"<U+{ord(character):04X}>"
