"""Words in a text, counted as the places of remarks count them."""

from __future__ import annotations

import re


def nth(text: str, words: str, start: int) -> int:
    """How many times `words` stand in `text` before `start`, whatever spaces are between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return sum(1 for found in re.finditer(pattern, text) if found.start() < start)
