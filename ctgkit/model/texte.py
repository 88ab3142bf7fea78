"""Text as French prose is typed: sentences with colons in them, and points with sub-points.

YAML reads `- Un territoire attractif : le maintien de la natalité` as a mapping of one pair.
Wherever the plan expects text, such a pair is read back as the sentence it was (FORMAT.md,
"French prose must not need quoting"). The words themselves come from the reader, through
:class:`Ecriture`: the model never sees YAML.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from ctgkit.model.base import Element

#: What a scalar may be for an editor, which types it before we read it as text.
SCALAIRE_JSON: dict[str, Any] = {"type": ["string", "number", "boolean"]}
#: The same where a sentence with a colon may also look like a mapping of one pair.
PHRASE_JSON: dict[str, Any] = {
    "anyOf": [SCALAIRE_JSON, {"type": "object", "minProperties": 1, "maxProperties": 1}]
}


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

    def chapeau(self) -> tuple[str, list[Any]] | None:
        """The heading (colon included) and the list below it if this is a point with sub-points."""
        if len(self) != 1:
            return None
        ((cle, valeur),) = self.items()
        return (f"{cle} :", valeur) if isinstance(valeur, list) else None


def texte_attendu(valeur: Any) -> PydanticCustomError:
    """The error for a list or several pairs found where one text belongs."""
    nature = "liste" if isinstance(valeur, (list, tuple)) else "cles"
    return PydanticCustomError("texte_attendu", "texte attendu", {"trouve": nature})


def lire_texte(valeur: Any) -> str:
    """The text `valeur` stands for, unchanged.

    Raises:
        PydanticCustomError: `texte_attendu` for a list or a real mapping, `texte_vide` for a
            blank text.
    """
    if not isinstance(valeur, str):
        ecriture = valeur if isinstance(valeur, Ecriture) else None
        phrase = ecriture.phrase() if ecriture is not None else None
        if phrase is None:
            raise texte_attendu(valeur)
        return phrase
    if not valeur or valeur.isspace():
        raise PydanticCustomError("texte_vide", "texte vide")
    return valeur


#: One text, kept exactly as it was written.
Texte = Annotated[str, BeforeValidator(lire_texte), WithJsonSchema(SCALAIRE_JSON)]
#: One text that is an item of a list, where editors must let a colon pass.
Phrase = Annotated[str, BeforeValidator(lire_texte), WithJsonSchema(PHRASE_JSON)]


class Point(Element):
    """One point of a list, with its sub-points."""

    texte: Texte = Field(description="Le texte du point, tel que le document l'écrit.")
    points: Points = Field(default=(), description="Les sous-points.")

    def textes(self) -> Iterator[str]:
        """This point's text, then those of its sub-points, in reading order."""
        yield self.texte
        for point in self.points:
            yield from point.textes()


def _lire_point(valeur: Any) -> Any:
    if isinstance(valeur, (Point, str)):
        return {"texte": valeur} if isinstance(valeur, str) else valeur
    if isinstance(valeur, dict):
        if "texte" in valeur and "points" in valeur:
            return valeur
        if isinstance(valeur, Ecriture):
            chapeau = valeur.chapeau()
            if chapeau is not None:
                return {"texte": chapeau[0], "points": chapeau[1]}
    return {"texte": lire_texte(valeur)}


def lire_liste(valeur: Any) -> Any:
    """A list as it is; a single text (or sentence) as a list of one.

    Raises:
        PydanticCustomError: `liste_attendue` for a mapping of several pairs.
    """
    if isinstance(valeur, str):
        return [valeur]
    if isinstance(valeur, dict):
        if len(valeur) == 1:
            return [valeur]
        raise PydanticCustomError("liste_attendue", "liste attendue", {"trouve": "cles"})
    return valeur


POINT_JSON: dict[str, Any] = {
    "anyOf": [
        SCALAIRE_JSON,
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": {
                "anyOf": [
                    {"type": ["string", "number", "boolean", "null"]},
                    {"$ref": "#/definitions/Points"},
                ]
            },
        },
        {
            "type": "object",
            "required": ["texte", "points"],
            "additionalProperties": False,
            "properties": {
                "texte": {**SCALAIRE_JSON, "description": "Le texte du point."},
                "points": {
                    "$ref": "#/definitions/Points",
                    "description": "Les sous-points.",
                },
            },
        },
    ]
}
#: The shared definition every list of points refers to; :mod:`ctgkit.model.schema` publishes it.
POINTS_JSON: dict[str, Any] = {
    "anyOf": [
        SCALAIRE_JSON,
        {"type": "array", "items": {"anyOf": [*POINT_JSON["anyOf"], {"type": "null"}]}},
        {"type": "object", "minProperties": 1, "maxProperties": 1},
        {"type": "null"},
    ]
}

#: A list of points; a single text is a list of one.
Points = Annotated[
    tuple[Annotated[Point, BeforeValidator(_lire_point)], ...],
    BeforeValidator(lire_liste),
    WithJsonSchema({"$ref": "#/definitions/Points"}),
]

Point.model_rebuild()
