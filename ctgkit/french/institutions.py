"""The articles that names take: of institutions, and of what plans call their fiches."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ctgkit.french.nearest import fold

_FEMININE = frozenset(
    {
        *("communaute", "commune", "ville", "metropole", "agglomeration", "caf", "caisse"),
        *("msa", "mutualite", "association", "region", "prefecture", "federation", "mission"),
        *("agence", "mairie", "universite", "academie", "maison", "union", "cooperative"),
        *("fondation", "direction", "ligue", "ecole", "cc", "ca"),
        *("fiche", "mesure", "operation", "demarche", "proposition", "orientation", "piste"),
        *("etape", "phase", "tranche", "tache", "sous-action"),
        *("priorite", "initiative", "preconisation", "recommandation"),
    }
)
_MASCULINE = frozenset(
    {
        *("departement", "conseil", "syndicat", "centre", "ccas", "cias", "sivu"),
        *("sivom", "pays", "pole", "comite", "rectorat", "etat", "groupement"),
        *("etablissement", "college", "lycee", "ministere", "service", "collectif", "foyer"),
        *("reseau", "relais", "projet", "dispositif", "objectif", "chantier", "volet", "temps"),
    }
)
_KNOWN = _FEMININE | _MASCULINE
_ARTICLE = re.compile(r"(?:l[ae]\s+|l['’]\s?)(?=(?P<rest>\S.*))", re.IGNORECASE | re.DOTALL)
_VOWELS = "aeiouy"
#: What sits in a town hall, and takes `de` before its name.
_COMMUNES = frozenset({"commune", "ville"})
#: Articles that the names of communes start with, after `de`.
_CONTRACTED = {"le ": "du ", "les ": "des "}


#: Names whose h keeps `de` whole: `de Haute-Savoie`.
_ASPIRATED = re.compile(r"haut(?:e?s?)\b|hauteurs?\b|havre\b|haye\b|halles?\b|hameaux?\b")
#: Words around the name of a place that are no part of it.
_AROUND = frozenset("a au aux d de des du en et l la le les sur communes urbaine intercommunale".split())  # noqa: SIM905


def proper(nom: str) -> tuple[str, ...]:
    """The words of a name that are its own: `Fier et Usses` and its full name have the same."""
    words = re.findall(r"\w+", fold(nom))
    own = tuple(word for word in words if word not in _KNOWN | _AROUND)
    return own or tuple(words)


class Name(NamedTuple):
    """What the article before a name depends on."""

    genre: Literal["f", "m"] | None  #: `None` where the first word is not known
    elision: bool


def bare(institution: str) -> str:
    """A name without the article that it is written with: `commune d'Ille` for `La commune d'Ille`."""
    found = _ARTICLE.match(institution)
    return institution[found.end() :] if found and _first(found["rest"]) in _KNOWN else institution


def caf_label(nom: str | None) -> str:
    """What a Caf is introduced as: not by the word that its name starts with."""
    return "Caisse d'allocations familiales" if _first(bare(nom or "")) == "caf" else "Caf"


def is_commune(institution: str) -> bool:
    """Whether an institution is a commune: it has a town hall, others have a seat."""
    return _first(bare(institution)) in _COMMUNES


def named(kind: str | None, place: str) -> str:
    """An institution, by what it is and where: `commune d'Ille`, `communauté de communes Fier et Usses`."""
    if kind is None or fold(place).startswith(f"{fold(kind)} "):
        return place
    return f"{kind} {of_place(place)}" if is_commune(kind) else f"{kind} {place}"


def of_place(place: str) -> str:
    """The name of a commune after `de`: `d'Ille`, `du Mans`, `des Herbiers`, `de La Rochelle`."""
    for article, contracted in _CONTRACTED.items():
        if place.lower().startswith(article):
            return f"{contracted}{place[len(article) :]}"
    elided = fold(place)[:1] in {*_VOWELS, "h"} and not _ASPIRATED.match(fold(place))
    return f"d'{place}" if elided else f"de {place}"


def of(institution: str) -> str:
    """A name after `de`, with the article of its first word: `de la Caf`, `du Pays Long`, `d'Ille`."""
    institution = bare(institution)
    known = name(institution)
    if known.genre is None:
        return of_place(institution)
    if known.elision:
        return f"de l'{institution}"
    return f"de la {institution}" if known.genre == "f" else f"du {institution}"


def name(institution: str) -> Name:
    """How the article before `institution` is, by its first word: `la Caf`, `l'association`."""
    first = _first(institution)
    if first in _FEMININE:
        return Name("f", first[0] in _VOWELS)
    if first in _MASCULINE:
        return Name("m", first[0] in _VOWELS)
    return Name(None, elision=False)


def _first(institution: str) -> str:
    words = fold(institution).replace("'", " ").replace("’", " ").split()
    return words[0] if words else ""
