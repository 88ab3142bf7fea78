"""The one form of texts that differ by their typography only: two texts of one form say the same.

Spaces are one wherever there is one, and none before `: ; ! ? »` nor after `«`; quotation marks,
apostrophes, hyphens, ellipses and ligatures have one writing; what cannot be seen is left out. Anything
else is a word, a number or a sign, and says something (FORMAT.md, "Typography is no change").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: What is left out, whatever stands around it: soft hyphens, marks of direction, variation selectors.
_UNSEEN = re.compile("[\u034f\ufe00-\ufe0f]")
#: Signs that have another writing.
_SIGNS = str.maketrans(
    {
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "«": '"',
        "»": '"',
        "…": "...",
        "\u2010": "-",
        "\u2011": "-",
        "œ": "oe",
        "æ": "ae",
        "Œ": "OE",
        "Æ": "AE",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
    }
)
_SPACES = re.compile(r"\s+")
_NO_SPACE = re.compile(r" (?=[:;!?»])|(?<=«) ")
#: A ligature spelt out at the head of a word: OEuvre is Oeuvre.
_HEAD = re.compile(r"\b([OA])E(?=[^\W\d_])")


@lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """The form that a text shares with those that differ from it by typography only."""
    if not text.isascii():
        text = "".join(one for one in _UNSEEN.sub("", text) if unicodedata.category(one) != "Cf")
        text = unicodedata.normalize("NFC", text)
    text = _NO_SPACE.sub("", _SPACES.sub(" ", text).strip()).translate(_SIGNS)
    return _HEAD.sub(_spelt, text)


def _spelt(found: re.Match[str]) -> str:
    after = found.string[found.end()]
    return f"{found[1]}e" if after.islower() else found[0]
