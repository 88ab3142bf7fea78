"""The JSON Schema of the `json` format: what other programs may rely on."""

from __future__ import annotations

from typing import Any

from ctgkit.outputs.findings.json_document import VERSION
from ctgkit.outputs.json_text import dumped
from ctgkit.outputs.schema_parts import COUNT, TEXT, listed, nullable, record
from ctgkit.vocabulary.gravite import Gravite

_FROM_ONE = {"type": "integer", "minimum": 1}
_PLACE = {
    "line": ("La première ligne, comptée à partir de 1.", _FROM_ONE),
    "column": (
        "La première colonne, comptée à partir de 1, en caractères Unicode.",
        _FROM_ONE,
    ),
    "end_line": ("La dernière ligne, comprise.", _FROM_ONE),
    "end_column": (
        "La colonne qui suit le dernier caractère\u00a0; elle n'est donc pas comprise.",
        _FROM_ONE,
    ),
}


def json_schema() -> dict[str, Any]:
    """The schema, for draft 7; every key is described in French, and none is optional."""
    related = record(
        "Un autre endroit du même fichier, dont le constat parle.",
        {"message": ("Ce qui se trouve là, en français.", TEXT), **_PLACE},
    )
    splice = record(
        "Des caractères à remplacer dans le fichier.",
        {"text": ("Ce qui les remplace.", TEXT), **_PLACE},
    )
    finding = record(
        "Un constat.",
        {
            "code": ("Le code, qui ne change jamais de sens.", TEXT | {"pattern": r"^CTG\d{3}$"}),
            "name": ("Le nom du code.", TEXT | {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
            "severity": ("La gravité.", {"enum": [one.value for one in Gravite]}),
            "message": ("Ce qui ne va pas, en français.", TEXT),
            "hint": ("Comment le corriger, en français, si cela peut se dire.", nullable(TEXT)),
            **_PLACE,
            "address": ("L'adresse de la fiche où il se trouve, s'il est dans une fiche.", nullable(TEXT)),
            "related": ("Les autres endroits dont il parle.", listed(related)),
            "fix": (
                "La correction, si elle est certaine\u00a0: tous ces remplacements, faits ensemble.",
                nullable(listed(splice) | {"minItems": 1}),
            ),
            "fingerprint": (
                "Ce qui le distingue des autres du fichier, et ne change pas quand sa ligne se déplace.",
                TEXT | {"pattern": "^[0-9a-f]{32}$"},
            ),
        },
    )
    file = record(
        "Un fichier qui a pu être lu.",
        {
            "file": ("Son nom, comme il a été donné à la commande.", TEXT),
            "fiches": ("Combien de fiches il contient.", COUNT),
            "findings": ("Ses constats, dans l'ordre du fichier.", listed(finding)),
        },
    )
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Les constats de ctgkit",
        **record(
            "Ce que «\u00a0ctg validate --format json\u00a0» écrit.",
            {
                "version": (
                    "La version de cette grammaire\u00a0; une autre demande un autre lecteur.",
                    {"const": VERSION},
                ),
                "tool": (
                    "Le programme qui a écrit ce document.",
                    record(
                        None,
                        {
                            "name": ("Son nom.", {"const": "ctgkit"}),
                            "version": ("Sa version.", TEXT),
                        },
                    ),
                ),
                "command": ("La commande qui l'a écrit.", {"enum": ["validate", "lint"]}),
                "totals": (
                    "Les totaux.",
                    record(
                        None,
                        {
                            "files": ("Les fichiers lus.", COUNT),
                            "fiches": ("Leurs fiches.", COUNT),
                            "findings": ("Leurs constats, quelle qu'en soit la gravité.", COUNT),
                            "errors": ("Les constats de gravité «\u00a0error\u00a0».", COUNT),
                            "warnings": ("Les constats de gravité «\u00a0warning\u00a0».", COUNT),
                            "infos": ("Les constats de gravité «\u00a0info\u00a0».", COUNT),
                            "problems": ("Les fichiers ou dossiers qui n'ont pas pu être lus.", COUNT),
                        },
                    ),
                ),
                "problems": ("Ce qui n'a pas pu être lu, une phrase chacun.", listed(TEXT)),
                "files": ("Les fichiers lus, dans leur ordre, même sans constat.", listed(file)),
            },
        ),
    }


def schema_text() -> str:
    """The schema as the file `schema/findings.schema.json` holds it."""
    return dumped(json_schema())
