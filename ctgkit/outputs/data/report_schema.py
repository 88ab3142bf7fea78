"""The JSON Schema of what `ctg report --format json` writes: what templates are given."""

from __future__ import annotations

from typing import Any

from ctgkit.outputs.data import schema
from ctgkit.outputs.data.contexts import CONTEXTS
from ctgkit.outputs.data.schema import DAY, Definitions
from ctgkit.outputs.json_text import dumped
from ctgkit.outputs.schema_parts import Schema, record

#: Changes when a reader of the last JSON would misread the next one; a new key is no such change.
VERSION = 1


def json_schema() -> dict[str, Any]:
    """The schema, for draft 7; every key is described in French, and none is optional."""
    definitions = Definitions()

    def document(kind: str) -> Schema:
        context = CONTEXTS[kind]
        return record(
            f"{context.title}.",
            {
                **schema.head("report", VERSION),
                "kind": ("Ce qu'il est.", {"const": kind}),
                "date": ("Le jour du document.", DAY),
                context.name: ("Ce que le gabarit reçoit.", {"allOf": [definitions.of(context.view)]}),
            },
        )

    return schema.whole(
        "Un rapport, tel que son gabarit le reçoit",
        "Ce que «\u00a0ctg report --format json\u00a0» écrit.",
        [document(kind) for kind in CONTEXTS],
        definitions,
    )


def schema_text() -> str:
    """The schema as the file `schema/report.schema.json` holds it."""
    return dumped(json_schema())
