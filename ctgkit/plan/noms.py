"""Names that the plan gives: those of the territories that sign, and what its document calls things."""

from __future__ import annotations

from typing import Any, Self

from ctgkit.french.lists import listing
from ctgkit.french.nouns import Noun
from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.texte import est_phrase, lire_liste, lire_texte
from ctgkit.plan.valeurs import lire_mot
from ctgkit.vocabulary.genre import Genre

#: What most plans call their fiches, and what is signed.
ACTION = Noun("Action")
CONVENTION = Noun("convention territoriale globale")


class Noms(str):
    """Names, said together: `Haute Vallée et Basse Vallée`.

    Attributes:
        chacun: each of them.
    """

    __slots__ = ("chacun",)
    chacun: tuple[str, ...]

    def __new__(cls, chacun: tuple[str, ...]) -> Self:
        """The names of a list that has some."""
        made = super().__new__(cls, listing(chacun))
        made.chacun = chacun
        return made

    def __getnewargs__(self) -> tuple[tuple[str, ...]]:  # type: ignore[override]
        """What a copy is made of."""
        return (self.chacun,)


def lire_noms(valeur: Any) -> Noms:
    """A name, or a list of names.

    Raises:
        Unreadable: for what is no text, or an empty list.
    """
    if isinstance(valeur, Noms):
        return valeur
    noms = tuple(map(lire_texte, lire_liste(valeur)))
    if not noms:
        raise Unreadable("texte_vide")
    return Noms(noms)


def lire_action(valeur: Any) -> Noun:
    """What a fiche is called: a text, or two, of one and of several, in a list or under their keys.

    Raises:
        Unreadable: for anything else.
    """
    if isinstance(valeur, Noun):
        return valeur
    if isinstance(valeur, list) and len(valeur) == 2:
        return Noun(*map(lire_texte, valeur))
    if isinstance(valeur, dict) and not est_phrase(valeur, ("singulier", "pluriel")):
        un, plusieurs = _sous(valeur, "singulier", "pluriel")
        return Noun(lire_texte(un), None if plusieurs is None else lire_texte(plusieurs))
    return Noun(lire_texte(valeur))


def lire_convention(valeur: Any) -> Noun:
    """What is signed: a text, or `nom` and `genre` where its first word does not tell its gender.

    Raises:
        Unreadable: for anything else.
    """
    if isinstance(valeur, Noun):
        return valeur
    if isinstance(valeur, dict) and not est_phrase(valeur, ("nom", "genre")):
        nom, genre = _sous(valeur, "nom", "genre")
        feminin = None if genre is None else lire_mot(Genre, genre) is Genre.FEMININ
        return Noun(lire_texte(nom), feminine=feminin)
    return Noun(lire_texte(valeur))


def _sous(valeur: dict[str, Any], premiere: str, seconde: str) -> tuple[Any, Any]:
    """What is under two keys, of which the first must be there and no other may."""
    if valeur.get(premiere) is None or not valeur.keys() <= {premiere, seconde}:
        raise Unreadable("texte_attendu", trouve="cles")
    return valeur[premiere], valeur.get(seconde)
