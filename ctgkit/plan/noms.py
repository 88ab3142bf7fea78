"""One name or several that stand in one place of the plan: the territories that sign one convention."""

from __future__ import annotations

from typing import Any, Self

from ctgkit.french.lists import listing
from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.texte import lire_liste, lire_texte


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
