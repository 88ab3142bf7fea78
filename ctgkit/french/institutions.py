"""The articles that names of institutions take."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ctgkit.french.nearest import fold

_FEMININE = frozenset(
    {
        *("communaute", "commune", "ville", "metropole", "agglomeration", "caf", "caisse"),
        *("msa", "mutualite", "association", "region", "prefecture", "federation", "mission"),
        *("agence", "mairie", "universite", "academie", "maison", "union", "cooperative"),
        *("fondation", "direction", "ligue", "ecole", "cc", "ca"),
    }
)
_MASCULINE = frozenset(
    {
        *("departement", "conseil", "syndicat", "centre", "ccas", "cias", "sivu"),
        *("sivom", "pays", "pole", "comite", "rectorat", "etat", "groupement"),
        *("etablissement", "college", "lycee", "ministere", "service", "collectif", "foyer"),
        *("reseau", "relais"),
    }
)
_VOWELS = "aeiouy"


class Name(NamedTuple):
    """What the article before a name depends on."""

    genre: Literal["f", "m"] | None  #: `None` where the first word is not known
    elision: bool


def name(institution: str) -> Name:
    """How the article before `institution` is, by its first word: `la Caf`, `l'association`."""
    words = fold(institution).replace("'", " ").replace("’", " ").split()
    first = words[0] if words else ""
    if first in _FEMININE:
        return Name("f", first[0] in _VOWELS)
    if first in _MASCULINE:
        return Name("m", first[0] in _VOWELS)
    return Name(None, elision=False)
