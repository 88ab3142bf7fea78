"""The JSON Schema of the plan file, for editors.

Keys, descriptions and what is required are read off the model; what each kind of value may look
like is said here, since the before-validators that accept it cannot be looked into. Draft 7 is
what editors understand best. Each shape was chosen by what a language server shows for it:

- alternatives are told apart by `if`, so that a mistake gets the message of the one that was
  meant; `anyOf` only stands where one alternative is the rule and the other a mere tolerance;
- `not` says "or a number, a boolean, nothing", since every type that `type` names is proposed
  as a value to type (`true`, `null`);
- a property holds its own shape, because a description beside a `$ref` is lost in some editors,
  and a lone reference is wrapped in `anyOf`, because the key is then completed with its colon;
- `errorMessage`, which validators ignore, words in French what editors would say in English.
"""

from __future__ import annotations

import json
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from ctgkit.plan.action import (
    Action,
    Calendrier,
    Calendriers,
    EntreeSuivi,
    Indicateur,
    Indicateurs,
    Pilote,
    Pilotes,
)
from ctgkit.plan.base import Element
from ctgkit.plan.plan import Periode, Phrases, Plan
from ctgkit.plan.rubriques import INTITULES
from ctgkit.plan.section import Section
from ctgkit.plan.texte import Point, Points, Texte
from ctgkit.plan.valeurs import Annee, Avancement, Date, Format, Montant, Nombre, ValeurMesuree

Json: TypeAlias = dict[str, Any]

#: Its title, by which it is known again.
TITLE = "Plan d'actions de CTG"
_DESCRIPTION = (
    "Le plan d'actions d'une Convention territoriale globale et son suivi, tels que ctgkit les lit."
)

_TEXT: Json = {
    "type": "string",
    "pattern": r"\S",
    "errorMessage": "Un texte est attendu ici.",
    "patternErrorMessage": "Ce texte est vide.",
}
#: What an editor takes for a mapping of one pair may be a sentence with a colon.
_PAIR: Json = {"type": "object", "minProperties": 1, "maxProperties": 1}
#: The end of such a sentence.
_WORDS: Json = {
    "anyOf": [
        {"type": "string", "errorMessage": "Un texte est attendu ici."},
        {"not": {"type": ["string", "array", "object"]}},
    ]
}


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def _number(pattern: str, message: str, **limits: int) -> Json:
    return {"type": ["number", "string"], **limits, "pattern": pattern, "errorMessage": message}


def _one_of(keys: list[str], message: str) -> Json:
    """At least one of `keys`, with a value; `doNotSuggest` leaves completing them to the element."""
    value = {
        "if": {"type": "null"},
        "then": {"type": "string", "errorMessage": message},
        "doNotSuggest": True,
    }
    return {
        "anyOf": [{"required": [key], "properties": {key: value}, "errorMessage": message} for key in keys]
    }


_DIGITS = "[+-]?[0-9]+([ \u00a0\u202f][0-9]{3})*([.,][0-9]+)?"
#: What does not depend on the model's keys.
_DEFINITIONS: dict[str, Json] = {
    "Vide": {"not": {"type": ["string", "number", "boolean", "array", "object"]}},
    "Texte": {
        "if": _PAIR,
        "then": {"additionalProperties": _WORDS},
        "else": {"anyOf": [_TEXT, {"not": {"type": ["string", "array", "object", "null"]}}]},
    },
    "Phrase": {"anyOf": [_ref("Texte"), _ref("Vide")]},
    "Liste": {
        "type": "array",
        "errorMessage": "Une liste est attendue ici : chaque élément commence par un tiret et une espace.",
    },
    "Cles": {"type": "object", "errorMessage": "Des clés sont attendues ici, chacune sur sa ligne."},
    "Date": {
        "type": "string",
        "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "errorMessage": "Une date s'écrit année-mois-jour : 2024-03-15.",
    },
    "Nombre": _number(f"^{_DIGITS}$", "Un nombre s'écrit en chiffres : 12, 0,25 ou 12 500."),
    "Montant": _number(
        f"^{_DIGITS}[ \u00a0\u202f]?€?$", "Un montant s'écrit en chiffres, en euros : 12 500."
    ),
    "Avancement": _number(
        "^(100|[0-9]{1,2})[ \u00a0\u202f]?%?$",
        "L'avancement est un nombre entier, de 0 à 100.",
        minimum=0,
        maximum=100,
        multipleOf=1,
    ),
    "Annee": _number(
        "^(19|20|21)[0-9]{2}$",
        "Une année s'écrit en quatre chiffres : 2025.",
        minimum=1900,
        maximum=2199,
        multipleOf=1,
    ),
    "Annees": _number(
        r"^\s*[0-9]{4}\s*(([-–—/]|[àÀ]|[aA][uU])\s*[0-9]{4}\s*)?$",
        "Une période s'écrit en années (2021-2024), ou avec les clés « debut » et « fin ».",
        minimum=1000,
        maximum=9999,
        multipleOf=1,
    ),
    "Format": {
        "anyOf": [
            {"const": 1, "errorMessage": "ctgkit lit le format 1 : « format: 1 »."},
            {"type": "string", "pattern": "^1$"},
        ]
    },
}
_SCALARS: dict[Any, str] = {
    Texte: "Texte",
    ValeurMesuree: "Texte",
    Date: "Date",
    Nombre: "Nombre",
    Montant: "Montant",
    Avancement: "Avancement",
    Annee: "Annee",
    Format: "Format",
}
#: Lists that may also be one value without a dash, by what each item is.
_LISTS: dict[Any, str] = {
    Phrases: "Phrase",
    Points: "Point",
    Pilotes: "Pilote",
    Indicateurs: "Indicateur",
}
#: What the coherence checks require beyond the model.
_TITLED: tuple[type[Element], str] = (Section, "titre")
_ALSO: dict[type[Element], Json] = {
    Action: {
        "if": {"properties": {"nature": {"const": "engagement"}}, "required": ["nature"]},
        "else": _one_of(
            ["numero"], "Cette action n'a pas de « numero » ; seul un engagement peut s'en passer."
        ),
    },
    EntreeSuivi: _one_of(
        ["statut", "avancement", "note"],
        "Cette entrée ne dit rien : ajoutez « statut », « avancement » ou « note ».",
    ),
}
#: What a section of the first level is besides.
_AXIS = _one_of(["id", "numero"], "Une section de premier niveau a un « id » ou un « numero ».")


def json_schema() -> Json:
    """The schema, as plain data."""
    return _Schema().build()


def schema_text() -> str:
    """The schema, as the text of `schema/plan.schema.json`."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


class _Schema:
    """One schema in the making: its definitions fill as the model is walked."""

    def __init__(self) -> None:
        self.definitions = dict(_DEFINITIONS)

    def build(self) -> Json:
        """The whole schema."""
        plan = self.element(Plan)
        plan["properties"]["axes"] |= {"items": _ref("Axe"), "minItems": 1}
        self.definitions |= {
            "Axe": {"type": "object", **self.element(Section), **_AXIS},
            "Periode": {"if": {"type": "object"}, "then": self.element(Periode), "else": _ref("Annees")},
            "Calendriers": {
                "if": {"type": "array"},
                "then": {"items": _ref("Calendrier")},
                "else": _ref("Calendrier"),
            },
            "Calendrier": self.item(Calendrier, "texte", _WORDS),
            "Indicateur": self.item(Indicateur, "nom", _WORDS),
            "Pilote": self.item(Pilote, "nom", _words_or_list("Pilote")),
            "Point": self.item(Point, "texte", _words_or_list("Point")),
        }
        for name in set(_LISTS.values()):
            self.definitions[f"{name}SansTiret"] = {
                "if": {"type": "object", "minProperties": 2},
                "then": _ref("Liste"),
                "else": _ref(name),
            }
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": TITLE,
            "description": _DESCRIPTION,
            "type": "object",
            **plan,
            "definitions": dict(sorted(self.definitions.items())),
        }

    def element(self, part: type[Element]) -> Json:
        """The keys of a part of the plan."""
        hints = get_type_hints(part, include_extras=True)
        fields = part.model_fields
        required = [name for name in fields if fields[name].is_required() or (part, name) == _TITLED]
        properties = {
            name: {
                "description": field.description,
                **self.value(hints[name], optional=name not in required),
            }
            for name, field in fields.items()
        }
        return {
            "properties": properties,
            "required": required,
            "additionalProperties": False,
            **_ALSO.get(part, {}),
        }

    def item(self, part: type[Element], main: str, end: Json) -> Json:
        """An item of a list that is mostly prose: a text, a sentence with a colon, or `part`.

        Args:
            part: what it is when it has keys.
            main: the key that may stand alone in `part`.
            end: what may follow the colon of a sentence.
        """
        keys = [{"required": [name]} for name in part.model_fields]
        return {
            "if": {**_PAIR, "not": {"required": [main]}},
            "then": {"additionalProperties": end},
            "else": {
                "if": {"type": "object", "anyOf": keys},
                "then": self.element(part),
                "else": {"anyOf": [_TEXT, {"not": {"type": ["string", "array", "object"]}}]},
            },
        }

    def value(self, hint: Any, *, optional: bool) -> Json:
        """What a key holds; nothing at all if it is optional."""
        nothing = [_ref("Vide")] if optional else []
        if get_origin(hint) in {Union, UnionType}:
            (hint,) = set(get_args(hint)) - {NoneType}
        if hint in _SCALARS:
            return {"anyOf": [_ref(_SCALARS[hint]), *nothing]}
        if hint in _LISTS:
            item = _LISTS[hint]
            return {"items": _ref(item), "if": {"type": "array"}, "else": _ref(f"{item}SansTiret")}
        if hint == Calendriers:
            return {"anyOf": [_ref("Calendriers")]}
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        if hint is Periode:
            return {"anyOf": [_ref("Periode")]}
        if get_origin(hint) is Literal:
            return {"anyOf": [{"enum": list(get_args(hint))}, *nothing]}
        if get_origin(hint) is tuple:
            return {"items": self.listed(get_args(hint)[0]), "anyOf": [_ref("Liste"), *nothing]}
        keys = self.headings(*get_args(hint)) if get_origin(hint) is dict else self.element(hint)
        return {**keys, "anyOf": [_ref("Cles"), *nothing]}

    def listed(self, hint: Any) -> Json:
        """An item of a list that takes only items of one kind."""
        if get_origin(hint) is Literal:
            return {"enum": list(get_args(hint))}
        if hint.__name__ not in self.definitions:
            self.definitions[hint.__name__] = {}  # for the section in a section
            self.definitions[hint.__name__] = {"type": "object", **self.element(hint)}
        return _ref(hint.__name__)

    def headings(self, key: Any, hint: Any) -> Json:
        """Keys that are headings: those of a fiche, or any."""
        value = self.value(hint, optional=True)
        if get_origin(key) is not Literal:
            return {"properties": {}, "additionalProperties": value}
        properties = {
            name: {"description": f"L'intitulé imprimé de cette rubrique, « {label} » à défaut.", **value}
            for name, label in INTITULES.items()
        }
        return {"properties": properties, "additionalProperties": False}


def _words_or_list(item: str) -> Json:
    return {"if": {"type": "array"}, "then": {"items": _ref(item)}, "else": _WORDS}
