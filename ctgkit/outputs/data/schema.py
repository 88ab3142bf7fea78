"""Views → the JSON Schema of what :func:`ctgkit.outputs.data.plain.plain` makes of them, for draft 7."""

from __future__ import annotations

from typing import Any

from ctgkit.followup import Totals
from ctgkit.outputs.data.french import described, told_of
from ctgkit.outputs.data.shapes import Code, Kind, Many, Maybe, Part, Row, Scalar, Shape, attributes
from ctgkit.outputs.schema_parts import COUNT, TEXT, Schema, listed, nullable, record
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import SITUATIONS, facts_of

DAY: Schema = TEXT | {"pattern": r"^\d{4}-\d{2}-\d{2}$"}
#: A text where the number has more than 15 digits, or the value is words.
_NUMBER: Schema = {"type": ["number", "string"]}
_SCALARS: dict[Kind, Schema] = {
    "texte": TEXT,
    "entier": COUNT,
    "pourcentage": COUNT | {"maximum": 100},
    "annee": {"type": "integer", "minimum": 1},
    "annees": {"type": ["integer", "string"]},
    "montant": _NUMBER,
    "nombre": _NUMBER,
    "valeur": _NUMBER,
    "date": DAY,
    "verite": {"type": "boolean"},
}


class Definitions:
    """The classes that a schema is made of, each defined once, under the short name of its French."""

    def __init__(self) -> None:
        self._made: dict[str, Schema] = {}

    @property
    def made(self) -> dict[str, Schema]:
        """Those that were needed so far, by name."""
        return dict(sorted(self._made.items()))

    def of(self, part: type) -> Schema:
        """A class of a view."""
        told = described(part)
        if told.short not in self._made:
            self._made[told.short] = {}  # for the section in a section
            self._made[told.short] = record(told.told, self.keys(part))
        return {"$ref": f"#/definitions/{told.short}"}

    def keys(self, part: type) -> dict[str, tuple[str, Schema]]:
        """What a class of a view holds, each with what it is."""
        if part is Totals:
            return _totals()
        # Draft 7 ignores what stands beside a reference.
        found = {name: self.value(one) for name, one in attributes(part).items()}
        return {
            name: (told_of(part, name), {"allOf": [value]} if "$ref" in value else value)
            for name, value in found.items()
        }

    def value(self, one: Shape) -> Schema:
        """What has this shape."""
        match one:
            case Scalar(kind):
                return _SCALARS[kind]
            case Code(words):
                return {"enum": list(words)}
            case Part(of):
                return self.of(of)
            case Many(of):
                return listed(self.value(of))
            case Row(several):
                items = [self.value(each) for each in several]
                return {"type": "array", "items": items, "minItems": len(items), "maxItems": len(items)}
            case Maybe(of):
                return nullable(self.value(of))


def _totals() -> dict[str, tuple[str, Schema]]:
    """By name, where the view has them in an order."""
    names = (facts_of(one).word for one in SITUATIONS)
    statuts = record(None, {name: (f"«\u00a0{name}\u00a0».", COUNT) for name in names})
    alertes = record(None, {one.value: (f"«\u00a0{one}\u00a0».", COUNT) for one in CodeAlerte})
    return {
        "fiches": (told_of(Totals, "fiches"), COUNT),
        "statuts": ("Combien ont chaque statut.", statuts),
        "alertes": ("Combien ont chaque alerte.", alertes),
        "alertees": (told_of(Totals, "alertees"), COUNT),
    }


def head(command: str, version: int) -> dict[str, tuple[str, Schema]]:
    """What every document that is made of a view starts with."""
    tool = {"name": ("Son nom.", {"const": "ctgkit"}), "version": ("Sa version.", TEXT)}
    return {
        "version": (
            "La version de cette grammaire\u00a0; une autre demande un autre lecteur.",
            {"const": version},
        ),
        "tool": ("Le programme qui a écrit ce document.", record(None, tool)),
        "command": ("La commande qui l'a écrit.", {"const": command}),
    }


def whole(title: str, description: str, documents: list[Schema], definitions: Definitions) -> dict[str, Any]:
    """A schema: a document is one of these."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": description,
        "oneOf": documents,
        "definitions": definitions.made,
    }
