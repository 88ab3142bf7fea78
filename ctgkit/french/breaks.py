"""Where a line may not end: before high punctuation, inside guillemets, numbers and amounts."""

from __future__ import annotations

import re

from ctgkit.french.agreement import count

_KEPT = re.compile(
    r"(?<=\S) (?=[;:!?»](?:[\s.,;)\]]|\Z))"  # `a : b`, but not `a :-)`
    r"|(?<=«) (?=\S)"
    r"|(?<=\d) (?=\d{3}(?!\d))"  # 85 000
    r"|(?<=\d) (?=[%€](?!\w))"
    r"|(?<=n°) (?=\d)"
)


def unbroken(text: str) -> str:
    """`text`, typed with plain spaces, with no-break ones where French wants them; nothing else changes."""
    return _KEPT.sub("\u00a0", text)


def counted(nombre: int, singulier: str, pluriel: str | None = None) -> str:
    """:func:`count`, on one line of a document: `22 fiches`."""
    number, noun = count(nombre, singulier, pluriel).split(" ", 1)
    return f"{number}\u00a0{noun}"
