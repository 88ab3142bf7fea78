"""Agreement in number."""

from __future__ import annotations


def plural(nombre: int, singulier: str, pluriel: str | None = None) -> str:
    """`singulier`, or the plural (with an `s` by default), as French agrees it: from 2 on."""
    if abs(nombre) < 2:
        return singulier
    return pluriel or f"{singulier}s"


def count(nombre: int, singulier: str, pluriel: str | None = None, *, none: str | None = None) -> str:
    """A number and its noun: `1 fiche`, `22 fiches`, `12 500 fiches`.

    Args:
        nombre: how many.
        singulier: the noun, of one.
        pluriel: the noun, of several; with an `s` more by default.
        none: what is written for 0: `aucune`.
    """
    if none is not None and not nombre:
        return f"{none} {singulier}"
    return f"{number(nombre)} {plural(nombre, singulier, pluriel)}"


def number(nombre: int) -> str:
    """A whole number with its thousands apart, by narrow no-break spaces."""
    return f"{nombre:,}".replace(",", "\u202f")
