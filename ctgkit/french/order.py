"""Names in the order in which people sort them."""

from __future__ import annotations

import re

from ctgkit.french.nearest import fold

_NOT_A_WORD = re.compile(r"\W+")
_FIGURES = re.compile(r"(\d+)", re.ASCII)


def sorting(nom: str) -> tuple[tuple[str | int, ...], str]:
    """What a name is sorted by: its words, whatever their accents and signs; its numbers by their value."""
    words = _NOT_A_WORD.sub(" ", fold(nom).replace("œ", "oe").replace("æ", "ae")).strip()
    # Texts and numbers alternate, so that two names never compare one with the other.
    parts = (int(part) if rank % 2 else part for rank, part in enumerate(_FIGURES.split(words)))
    return tuple(parts), nom
