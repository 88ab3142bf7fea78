"""A number and its noun, which stay on one line."""

from __future__ import annotations

from ctgkit.french.agreement import count


def counted(nombre: int, singulier: str, pluriel: str | None = None, *, none: str | None = None) -> str:
    """:func:`count`, on one line of a document: `22 fiches`."""
    number, noun = count(nombre, singulier, pluriel, none=none).split(" ", 1)
    return f"{number}\u00a0{noun}"
