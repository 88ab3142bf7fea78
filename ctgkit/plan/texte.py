"""Text as French prose is typed: sentences with colons in them, and points with sub-points.

YAML reads `- Un territoire attractif : le maintien de la natalité` as a mapping of one pair.
Wherever the plan expects text, such a pair is read back as the sentence it was (FORMAT.md,
"French prose must not need quoting"). The words themselves come from the reader, through
:class:`Ecriture`: the plan never sees YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Annotated, Any

from ctgkit.plan.base import Element
from ctgkit.plan.bloc import Bloc, Ligne
from ctgkit.plan.declaration import Champ, Liste, Nom, ReadBy, Unreadable


class Ecriture(dict[str, Any]):
    """A mapping that remembers the words it was written in.

    The reader subclasses it. Built from plain data, it words a pair with a French colon.
    """

    __slots__ = ()

    def phrase(self) -> str | None:
        """The sentence this mapping was if it is one pair that prose made, else `None`."""
        if len(self) != 1:
            return None
        ((cle, valeur),) = self.items()
        if valeur is None:
            return f"{cle} :"
        return f"{cle} : {valeur}" if isinstance(valeur, str) else None

    def rename(self, old: str, new: str) -> None:
        """Gives a key another name, in its place."""
        pairs = [(new if name == old else name, value) for name, value in self.items()]
        self.clear()
        self.update(pairs)

    def chapeau(self) -> tuple[str, list[Any]] | None:
        """The heading (colon included) and the list below it if this is a point with sub-points."""
        if len(self) != 1:
            return None
        ((cle, valeur),) = self.items()
        return (f"{cle} :", valeur) if isinstance(valeur, list) else None


class Annonce(Ecriture):
    """A line of a block that announces others, as a mapping of one pair."""

    __slots__ = ()

    def phrase(self) -> None:
        """None: it has points below it."""

    def chapeau(self) -> tuple[str, list[Any]]:
        """The line, and the points below it."""
        ((texte, points),) = self.items()
        return texte, points


def lire_lignes(lignes: Iterable[Ligne]) -> list[Any]:
    """The points that the lines of a block are, as a list of the file has them."""
    return [
        Annonce({ligne.texte: lire_lignes(ligne.dessous)}) if ligne.dessous else ligne.texte
        for ligne in lignes
    ]


def texte_attendu(valeur: Any) -> Unreadable:
    """The error for a list, several pairs or a heading with a list, where one text belongs."""
    nature = "liste" if isinstance(valeur, (list, tuple)) else "cles"
    if isinstance(valeur, Ecriture) and valeur.chapeau() is not None:
        nature = "points"
    return Unreadable("texte_attendu", trouve=nature)


def lire_texte(valeur: Any) -> str:
    """The text `valeur` stands for, unchanged.

    Raises:
        Unreadable: `texte_attendu` for a list or a real mapping, `texte_vide` for a blank text.
    """
    if not isinstance(valeur, str):
        ecriture = valeur if isinstance(valeur, Ecriture) else None
        phrase = ecriture.phrase() if ecriture is not None else None
        if phrase is None:
            raise texte_attendu(valeur)
        return phrase
    if not valeur or valeur.isspace():
        raise Unreadable("texte_vide")
    return str(valeur)


#: One text, kept exactly as it was written.
Texte = Annotated[str, ReadBy(lire_texte, "Texte")]


class Point(Element):
    """One point of a list, with its sub-points."""

    CALLED = Nom("point", "points", code="point")
    WHERE = "un point"
    PAIRED = Liste(CALLED, ordered=True, name=("texte",), keys=(("texte",),), texts=("texte", "points"))

    texte: Annotated[Texte, Champ("Le texte du point, tel que le document l'écrit.")]
    points: Annotated[Points, Champ("Les sous-points.")] = ()


def est_phrase(valeur: Any, cles: Collection[str]) -> bool:
    """Whether a mapping is a sentence that YAML took apart, and not an element with the keys `cles`.

    A pair whose only key is one of them is an element that lacks the others, and is told as such.
    """
    return isinstance(valeur, Ecriture) and len(valeur) == 1 and valeur.keys().isdisjoint(cles)


def lire_element(element: type[Element], cle: str, valeur: Any) -> Any:
    """Reads a text, or a sentence, as an element whose `cle` is that text.

    Raises:
        Unreadable: `texte_attendu` for a heading with a list below.
    """
    if isinstance(valeur, str):
        return {cle: valeur}
    return {cle: lire_texte(valeur)} if est_phrase(valeur, element.KEYS) else valeur


def _lire_point(valeur: Any) -> Any:
    if isinstance(valeur, Bloc):
        premier, *autres = valeur.points()
        return {"texte": premier.texte, "points": lire_lignes([*premier.dessous, *autres])}
    if isinstance(valeur, str):
        return {"texte": valeur}
    if est_phrase(valeur, Point.KEYS):
        chapeau = valeur.chapeau()
        if chapeau is not None:
            return {"texte": chapeau[0], "points": chapeau[1]}
        return {"texte": lire_texte(valeur)}
    if isinstance(valeur, Point) or (isinstance(valeur, dict) and "texte" in valeur):
        return valeur
    raise texte_attendu(valeur)


def lire_liste(valeur: Any) -> Any:
    """A list as it is; the points of a block; a single text (or sentence) as a list of one.

    Raises:
        Unreadable: `liste_attendue` for a mapping of several pairs.
    """
    if isinstance(valeur, Bloc):
        return lire_lignes(valeur.points())
    if isinstance(valeur, list):
        return deplies(valeur, lambda bloc: bloc.a_puces)
    if isinstance(valeur, str):
        return [valeur]
    if isinstance(valeur, dict):
        if len(valeur) == 1:
            return [valeur]
        raise Unreadable("liste_attendue", trouve="cles")
    return valeur


def deplies(valeurs: list[Any], entier: Callable[[Bloc], bool]) -> list[Any]:
    """A list where the blocks that are `entier`, whole lists of their own, are replaced by their points."""
    if not any(isinstance(valeur, Bloc) for valeur in valeurs):
        return valeurs
    lus: list[Any] = []
    for valeur in valeurs:
        liste = isinstance(valeur, Bloc) and entier(valeur)
        lus += lire_lignes(valeur.points()) if liste else [valeur]
    return lus


def sans_vides(valeur: Any) -> Any:
    """A mapping without the keys that have no value; any other value as it is."""
    if isinstance(valeur, dict) and None in valeur.values():
        return {cle: lu for cle, lu in valeur.items() if lu is not None}
    return valeur


#: A list of points; a single text is a list of one.
Points = Annotated[tuple[Annotated[Point, ReadBy(_lire_point, "Point")], ...], ReadBy(lire_liste)]
#: A list of short texts (communes, aliases, labels); a single text is a list of one.
Phrases = Annotated[tuple[Texte, ...], ReadBy(lire_liste)]
#: Headings that the plan names itself, each with its points.
Libres = Annotated[dict[str, Points], ReadBy(sans_vides)]
