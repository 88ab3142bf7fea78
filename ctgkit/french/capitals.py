"""Words at the start of a sentence, or inside one."""

from __future__ import annotations


def capital(text: str) -> str:
    """`text` with a capital, as it starts a sentence."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """`text` without its capital, as it stands in a sentence."""
    return text[:1].lower() + text[1:]
