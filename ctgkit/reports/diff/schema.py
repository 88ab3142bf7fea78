"""The JSON Schema of what `ctg diff --format json` writes: what other programs may rely on."""

from __future__ import annotations

from typing import Any, get_args

from ctgkit.outputs.json_text import dumped
from ctgkit.outputs.schema_parts import COUNT, TEXT, Schema, listed, nullable, record
from ctgkit.reports.diff.data import VERSION
from ctgkit.reports.diff.terms import SUBJECTS
from ctgkit.versions.changes import Op
from ctgkit.vocabulary.changement import NatureChangement, Volet

_FROM_ONE: Schema = {"type": "integer", "minimum": 1}
_PATH: Schema = listed({"type": ["string", "integer"]})
#: A text, a number, a list of them, or a part of a plan with all its keys.
_VALUE: Schema = {"type": ["string", "integer", "array", "object", "null"]}
_SIDE: dict[str, tuple[str, Schema]] = {
    "path": ("Les clés et les rangs (à partir de 0) qui y mènent, depuis le haut du plan.", _PATH),
    "adresse": ("L'adresse de la fiche ou de la section, comme elle est affichée.", nullable(TEXT)),
    "complete": ("Son adresse complète.", nullable(TEXT)),
    "titre": ("Son titre.", nullable(TEXT)),
    "within": (
        "Les éléments de listes où cela se trouve, le plus large d'abord\u00a0: étape, indicateur…",
        listed(TEXT),
    ),
}


def _words(liste: Any) -> Schema:
    return {"enum": list(get_args(liste))}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _edit() -> Schema:
    run = record(
        "Des mots qui restent, partent ou viennent\u00a0; ceux qui restent et partent sont l'ancien texte.",
        {"op": ("Lequel des trois.", {"enum": ["equal", "removed", "added"]}), "text": ("Les mots.", TEXT)},
    )
    side = record("Un endroit d'un des deux plans.", _SIDE)
    homes = {"type": "array", "items": nullable(_PATH), "minItems": 2, "maxItems": 2}
    return record(
        "Une différence, qui en dit assez pour être appliquée.",
        {
            "op": (
                "Une autre valeur (set), une autre section (move), un autre ordre (order)…",
                _words(Op),
            ),
            "old": ("Où, dans l'ancien plan\u00a0; d'un ajout, la liste où il manque.", side),
            "new": ("Où, dans le nouveau\u00a0; d'un retrait, la liste où il n'est plus.", side),
            "before": ("Ce qu'il y avait.", _VALUE),
            "after": ("Ce qu'il y a.", _VALUE),
            "words": ("Les mots qui ont changé, quand les deux sont des textes.", listed(run)),
            "homes": (
                "D'un déplacement\u00a0: sa liste d'arrivée dans l'ancien plan, de départ dans le nouveau.",
                nullable(homes),
            ),
            "rank": ("Le rang d'une rubrique ajoutée ou retirée parmi les autres.", nullable(COUNT)),
            "paid": (
                "Si c'est ce qui a été versé d'un financement, prévu par une autre ligne\u00a0: du suivi.",
                {"type": "boolean"},
            ),
        },
    )


def _change() -> Schema:
    side = record(
        None,
        {
            **_SIDE,
            "line": (
                "Sa ligne, comptée à partir de 1\u00a0; nulle là où cela n'est pas écrit.",
                nullable(_FROM_ONE),
            ),
            "column": ("Sa colonne, comptée à partir de 1.", nullable(_FROM_ONE)),
        },
    )
    return record(
        "Un changement, tel qu'une personne le dirait.",
        {
            "kind": ("Ce qu'il est.", {"enum": [one.value for one in NatureChangement]}),
            "subject": (
                "De quoi\u00a0; «\u00a0plan\u00a0» est l'en-tête du fichier.",
                {"enum": list(SUBJECTS)},
            ),
            "field": (
                "La clé de la fiche, de la section ou du plan\u00a0; nulle pour le tout.",
                nullable(TEXT),
            ),
            "contract": (
                "S'il modifie le plan signé sans que le fichier dise ce qui le permet.",
                {"type": "boolean"},
            ),
            "volet": (
                "Ce qu'il est pour la convention\u00a0: contrat, ajustement du comité, correction…",
                {"enum": [one.value for one in Volet]},
            ),
            "fingerprint": (
                "Ce qui le distingue des autres, où qu'il se trouve et quoi qu'il change d'autre.",
                TEXT | {"pattern": "^[0-9a-f]{32}$"},
            ),
            "sentence": ("Ce changement en une phrase, en français.", TEXT),
            "old": ("Où il est dans l'ancien plan.", side),
            "new": ("Où il est dans le nouveau.", side),
            "edits": (
                "Les différences qu'il explique\u00a0; la première lui donne son nom.",
                listed(_edit()),
            ),
        },
    )


def json_schema() -> dict[str, Any]:
    """The schema, for draft 7; every key is described in French, and none is optional."""
    tool = {"name": ("Son nom.", {"const": "ctgkit"}), "version": ("Sa version.", TEXT)}
    version = record(
        None,
        {
            "file": ("Son nom, comme il a été donné à la commande.", TEXT),
            "titre": ("Le titre du plan.", TEXT),
            "territoire": ("Le nom du territoire.", TEXT),
            "fiches": ("Combien de fiches il a.", COUNT),
        },
    )
    totals = record(
        None,
        {
            "contract": ("Combien au contrat.", COUNT),
            "followup": ("Combien au suivi.", COUNT),
            "ajustements": ("Combien que le comité a validés.", COUNT),
            "corrections": ("Combien d'erreurs matérielles rectifiées.", COUNT),
            "forme": ("Combien, dits ou non, qui ne sont ni contrat ni suivi.", COUNT),
            "typographie": ("Combien, dits ou non, de typographie seule.", COUNT),
        },
    )
    side = _or_null(record(None, _SIDE))
    pair = record(None, {"old": ("Dans l'ancien plan.", side), "new": ("Dans le nouveau.", side)})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Ce qui change entre deux versions d'un plan",
        "description": "Ce que «\u00a0ctg diff --format json\u00a0» écrit.",
        **record(
            None,
            {
                "version": (
                    "La version de cette grammaire\u00a0; une autre demande un autre lecteur.",
                    {"const": VERSION},
                ),
                "tool": ("Le programme qui a écrit ce document.", record(None, tool)),
                "command": ("La commande qui l'a écrit.", {"const": "diff"}),
                "old": ("L'ancien plan.", version),
                "new": ("Le nouveau plan.", version),
                "only": ("Les adresses auxquelles la comparaison se limite.", nullable(TEXT)),
                "totals": ("Combien de changements sont dits.", totals),
                "changes": (
                    "Les changements, volet par volet\u00a0: ceux du contrat, puis ceux du suivi.",
                    listed(_change()),
                ),
                "fiches": (
                    "Les fiches d'un seul côté, ou dont l'adresse complète n'est pas la même des deux.",
                    listed(pair),
                ),
            },
        ),
    }


def schema_text() -> str:
    """The schema as the file `schema/diff.schema.json` holds it."""
    return dumped(json_schema())
