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


def key(nom: str) -> str:
    """What two spellings of a name share: accents, case and runs of spaces do not count."""
    return " ".join(fold(nom).split())


def nearest(ecrit: str, connus: Iterable[str]) -> str | None:
    """The word of `connus` nearest to `ecrit`, or `None` if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when something is misspelt)

    par_forme = {fold(mot).replace("_", "-"): mot for mot in sorted(connus, reverse=True)}
    proches = get_close_matches(fold(ecrit).replace("_", "-"), par_forme, n=1, cutoff=0.72)
    return par_forme[proches[0]] if proches else None


def certain(ecrit: str, connus: Iterable[str]) -> bool:
    """Whether the word meant leaves no doubt: one known word is the same, or no other is a letter away.

    Accents, case, and an underscore for a hyphen do not count; two neighbours that changed places
    are one letter.
    """
    forme = fold(ecrit).replace("_", "-")
    formes = [fold(mot).replace("_", "-") for mot in connus]
    return forme in formes or sum(_one_letter_away(forme, autre) for autre in formes) == 1


def _one_letter_away(a: str, b: str) -> bool:
    """Whether one letter added, left out, replaced, or exchanged with the next makes `b` of `a`."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((rang for rang, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
