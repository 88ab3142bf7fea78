"""The word somebody probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def fold(texte: str) -> str:
    """`texte` without accents and case, for comparing what people type."""
    if texte.isascii():
        return texte.casefold().strip()
    decompose = unicodedata.normalize("NFKD", texte)
    return "".join(c for c in decompose if not unicodedata.combining(c)).casefold().strip()


def nearest(ecrit: str, connus: Iterable[str]) -> str | None:
    """The word of `connus` nearest to `ecrit`, or `None` if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when something is misspelt)

    par_forme = {fold(mot).replace("_", "-"): mot for mot in sorted(connus, reverse=True)}
    proches = get_close_matches(fold(ecrit).replace("_", "-"), par_forme, n=1, cutoff=0.72)
    return par_forme[proches[0]] if proches else None
