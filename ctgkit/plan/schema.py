"""The JSON Schema of the plan file, for editors.

Keys, descriptions and what is required are read off the plan classes; what each kind of value may look
like is said here, since the functions that read it cannot be looked into. Draft 7 is
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
import string
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from ctgkit.french.nearest import fold
from ctgkit.plan.action import Action, Calendrier, Cout, EntreeSuivi, Financement, Indicateur, Pilote
from ctgkit.plan.bilan import Bilan
from ctgkit.plan.copil import Decision
from ctgkit.plan.declaration import OneOf, ReadBy, declared, inside, marked
from ctgkit.plan.evaluation import Evaluation
from ctgkit.plan.plan import Periode, Plan
from ctgkit.plan.rubriques import INTITULES
from ctgkit.plan.section import Section
from ctgkit.plan.texte import Point
from ctgkit.plan.valeurs import mots_lus
from ctgkit.vocabulary.genre import Genre
from ctgkit.vocabulary.indicateur import TypeIndicateur
from ctgkit.vocabulary.nature import NatureAction
from ctgkit.vocabulary.statut import Statut
from ctgkit.vocabulary.terme import Terme

if TYPE_CHECKING:
    from ctgkit.plan.bilan import Bilan
from ctgkit.plan.declaration import Field, Kind

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
        "minItems": 1,
        "doNotSuggest": True,
    }
    return {
        "anyOf": [{"required": [key], "properties": {key: value}, "errorMessage": message} for key in keys]
    }


def _closed(*members: Terme) -> list[Json]:
    """Words of a closed list, and all that is read as one of them, which editors need not propose."""
    words = ", ".join(member.value for member in members)
    return [
        {"enum": [member.value for member in members]},
        {
            "type": "string",
            "pattern": _any_of(*members),
            "patternErrorMessage": f"Valeurs possibles : {words}.",
        },
    ]


def _any_of(*members: Terme) -> str:
    """A pattern for all that is read as a member of a closed list."""
    read = [word for word, member in mots_lus(type(members[0])).items() if member in members]
    return f"^(?:{'|'.join(map(_however_typed, read))})$"


def _however_typed(word: str) -> str:
    """A pattern for a word, whatever its capitals and accents, and the mute end of a feminine."""
    letters = "".join(_LETTERS.get(letter, letter) for letter in word)
    return f"{letters}(?:{_LETTERS['e']})?" if word.endswith(("e", "u")) else letters


def _letter(letter: str) -> str:
    accented = "".join(sign for sign in _ACCENTED if fold(sign) == letter)
    typed = f"[{letter}{letter.upper()}{accented}{accented.upper()}]"
    return rf"{typed}[\u0300-\u036f]?" if accented else typed


def _keys_or_text(first: str, keys: Json) -> Json:
    """A text, or keys of which the first must be there."""
    return {
        "if": {"type": "object", "anyOf": [{"required": [key]} for key in keys]},
        "then": {"properties": keys, "required": [first], "additionalProperties": False},
        "else": {"anyOf": [_ref("Texte"), _ref("Vide")]},
    }


#: What a key states that is described elsewhere.
_CONDITION: Json = {"doNotSuggest": True}
_STATUS_WORD: Json = {"anyOf": [_ref("Texte"), _ref("Vide")]}
_ACCENTED = "àâäçéèêëîïôöùûü"
_LETTERS = {letter: _letter(letter) for letter in string.ascii_lowercase}
_DIGITS = "[+-]?[0-9]+([ \u00a0\u202f][0-9]{3})*([.,][0-9]+)?"
#: What does not depend on the keys.
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
    "Noms": {"if": {"type": "array"}, "then": {"items": _ref("Texte"), "minItems": 1}, "else": _ref("Texte")},
    "NomDeFiche": {
        "if": {"type": "array"},
        "then": {"items": _ref("Texte"), "minItems": 2, "maxItems": 2},
        "else": _keys_or_text(
            "singulier",
            {
                "singulier": {"description": "Le nom d'une fiche.", **_TEXT},
                "pluriel": {"description": "Celui de plusieurs.", **_TEXT},
            },
        ),
    },
    "Convention": _keys_or_text(
        "nom",
        {
            "nom": {"description": "Ce qui est signé : contrat local de santé.", **_TEXT},
            "genre": {"description": "Le genre de son premier mot.", "anyOf": _closed(*Genre)},
        },
    ),
    "SuiviUsuel": {
        "properties": {
            "suivi": {
                "items": {
                    "properties": {"statut": {"anyOf": [*_closed(*Statut), _ref("Vide")], **_CONDITION}}
                },
                **_CONDITION,
            },
            **{
                key: {"items": _ref("SuiviUsuel"), **_CONDITION}
                for key in ("axes", "objectifs", "actions", "etapes")
            },
        }
    },
    "Statuts": {
        "if": {"type": "object"},
        "then": {
            "properties": {one.value: {**_STATUS_WORD, "description": one.facts.meaning} for one in Statut},
            "patternProperties": {_any_of(*Statut): _STATUS_WORD},
            "additionalProperties": False,
        },
        "else": _ref("Cles"),
    },
    "Nombre": _number(f"^{_DIGITS}$", "Un nombre s'écrit en chiffres : 12, 0,25 ou 12 500."),
    "Montant": {
        "type": ["number", "string"],
        "pattern": r"\S",
        "errorMessage": "Un montant s'écrit sur une ligne, en euros : 12 500, 18 150 € TTC, 50 000 € / an.",
    },
    "Avancement": _number(
        "^(100|[0-9]{1,2})[ \u00a0\u202f]?%?$",
        "L'avancement est un nombre entier, de 0 à 100.",
        minimum=0,
        maximum=100,
        multipleOf=1,
    ),
    "AnneesDites": _number(
        r"^\s*(19|20|21)[0-9]{2}(\s?([-–—/]|à|au)\s?(19|20|21)[0-9]{2})?\s*$",
        "Une année s'écrit en quatre chiffres, plusieurs par la première et la dernière : 2025-2028.",
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
#: Items of lists that may also be one value without a dash.
_WITHOUT_DASH = ("Phrase", "Point", "Pilote", "Indicateur", "Cout", "Financement", "Decision", "Evaluation")
#: What the coherence checks require beyond the classes.
_ALSO: dict[Kind, Json] = {
    Action: {
        "if": {
            "properties": {
                "nature": {"pattern": _any_of(*(one for one in NatureAction if one.facts.promise))}
            },
            "required": ["nature"],
        },
        "else": _one_of(
            ["numero", "id"],
            "Cette action n'a ni « numero » ni « id » ; seul un engagement peut s'en passer.",
        ),
    },
    Plan: {
        "allOf": [
            _one_of(["caf", "signataires"], "Il manque « caf », ou « signataires » qui dit qui signe."),
            _one_of(["axes", "actions"], "Il manque « axes », ou « actions » sans sections."),
        ]
    },
    EntreeSuivi: _one_of(
        ["statut", "avancement", "note"],
        "Cette entrée ne dit rien : ajoutez « statut », « avancement » ou « note ».",
    ),
    Bilan: _one_of(
        [key for key in Bilan.KEYS if key != "date"],
        "Ce bilan ne dit rien : ajoutez « resultats », « freins », « leviers » ou « suites ».",
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
    """One schema in the making: its definitions fill as the classes are walked."""

    def __init__(self) -> None:
        self.definitions = dict(_DEFINITIONS)

    def build(self) -> Json:
        """The whole schema."""
        plan = self.element(Plan)
        plan["properties"]["axes"] |= {"items": _ref("Axe")}
        self.definitions |= {
            "Axe": {"type": "object", **self.element(Section), **_AXIS},
            "Periode": {"if": {"type": "object"}, "then": self.element(Periode), "else": _ref("Annees")},
            "Calendriers": {
                "if": {"type": "array"},
                "then": {"items": _ref("Calendrier")},
                "else": _ref("Calendrier"),
            },
            "Indicateurs": {
                "if": {"type": "object", "anyOf": [{"required": [one.many]} for one in TypeIndicateur]},
                "then": {
                    "properties": {
                        one.many: {"description": f"Ceux qui donnent {_gives(one)}", **_several("Indicateur")}
                        for one in TypeIndicateur
                    },
                    "additionalProperties": False,
                },
                "else": _several("Indicateur"),
            },
            "Calendrier": self.item(Calendrier, ("texte",), _WORDS),
            "Indicateur": self.item(Indicateur, ("nom",), _WORDS),
            "Cout": self.item(Cout, Cout.KEYS, _WORDS),
            "Decision": self.item(Decision, ("texte",), _WORDS),
            "Evaluation": self.item(Evaluation, ("question",), _WORDS),
            "Financement": self.item(Financement, Financement.KEYS, _WORDS),
            "Pilote": self.item(Pilote, ("nom",), _words_or_list("Pilote")),
            "Point": self.item(Point, ("texte",), _words_or_list("Point")),
        }
        for name in _WITHOUT_DASH:
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
            "if": {
                "required": ["vocabulaire"],
                "properties": {"vocabulaire": {"type": "object", "required": ["statuts"], **_CONDITION}},
            },
            "else": _ref("SuiviUsuel"),
            "definitions": dict(sorted(self.definitions.items())),
        }

    def element(self, part: Kind) -> Json:
        """The keys of a part of the plan."""
        fields = declared(part)
        required = [key for key, field in fields.items() if field.required]
        properties = {
            key: {"description": field.description, **self.value(field)} for key, field in fields.items()
        }
        for old, new in part.FORMER:
            properties[old] = {
                "description": f"L'ancien nom de `{new}`.",
                "doNotSuggest": True,
                **self.value(fields[new]),
            }
        return {
            "properties": properties,
            "required": required,
            "additionalProperties": False,
            **_ALSO.get(part, {}),
        }

    def item(self, part: Kind, alone: tuple[str, ...], end: Json) -> Json:
        """An item of a list that is mostly prose: a text, a sentence with a colon, or `part`.

        Args:
            part: what it is when it has keys.
            alone: the keys of which one may stand alone in `part`.
            end: what may follow the colon of a sentence.
        """
        keys = [{"required": [name]} for name in (*part.KEYS, *(old for old, _ in part.FORMER))]
        return {
            "if": {**_PAIR, "not": {"anyOf": [{"required": [name]} for name in alone]}},
            "then": {"additionalProperties": end},
            "else": {
                "if": {"type": "object", "anyOf": keys},
                "then": self.element(part),
                "else": {"anyOf": [_TEXT, {"not": {"type": ["string", "array", "object"]}}]},
            },
        }

    def value(self, field: Field) -> Json:
        """What a key holds; nothing at all if it is optional."""
        nothing = [] if field.required else [_ref("Vide")]
        hint, of, container = field.shape
        read_by = marked(hint, ReadBy)
        if read_by is not None and read_by.schema:
            # What several readers take says by itself whether nothing is enough.
            return {"anyOf": [_ref(read_by.schema), *(nothing if field.scalar else [])]}
        if issubclass(of, Terme) and container is None:
            own = (
                [_TEXT] if of is Statut else []
            )  # a territory may have its own: `SuiviUsuel` tells where not
            return {"anyOf": [*_closed(*of), *own, *nothing]}
        if container is tuple:
            item = get_args(inside(hint))[0]
            if read_by is None:
                return {"items": self.listed(item), "anyOf": [_ref("Liste"), *nothing]}
            if marked(item, OneOf):
                one = self.listed(item)
                return {"items": one, "if": {"type": "array"}, "else": {"anyOf": [one, *nothing]}}
            name = "Phrase" if of is str else getattr(marked(item, ReadBy), "schema", "")
            return _several(name)
        keys = self.headings(*get_args(inside(hint))) if container is dict else self.element(of)
        return {**keys, "anyOf": [_ref("Cles"), *nothing]}

    def listed(self, hint: Any) -> Json:
        """An item of a list that takes only items of one kind."""
        if one_of := marked(hint, OneOf):
            return {"enum": list(one_of.names())}
        if hint.__name__ not in self.definitions:
            self.definitions[hint.__name__] = {}  # for the section in a section
            self.definitions[hint.__name__] = {"type": "object", **self.element(hint)}
        return _ref(hint.__name__)

    def headings(self, key: Any, hint: Any) -> Json:
        """Keys that are headings: those of a fiche, or any."""
        one_of = marked(key, OneOf)
        if one_of is None:
            value = {"items": _ref("Point"), "if": {"type": "array"}, "else": _ref("PointSansTiret")}
            return {"properties": {}, "additionalProperties": value}
        label = {"anyOf": [_ref(getattr(marked(hint, ReadBy), "schema", "")), _ref("Vide")]}
        properties = {
            name: {
                "description": f"L'intitulé imprimé de cette rubrique, « {INTITULES[name]} » à défaut.",
                **label,
            }
            for name in one_of.names()
        }
        return {"properties": properties, "additionalProperties": label if one_of.others else False}


def _gives(one: TypeIndicateur) -> str:
    return one.facts.meaning[:1].lower() + one.facts.meaning[1:]


def _several(item: str) -> Json:
    return {"items": _ref(item), "if": {"type": "array"}, "else": _ref(f"{item}SansTiret")}


def _words_or_list(item: str) -> Json:
    return {"if": {"type": "array"}, "then": {"items": _ref(item)}, "else": _WORDS}
