"""The JSON Schema of what `ctg report --format json` writes: what templates are given."""

from __future__ import annotations

from typing import Any

from ctgkit.outputs.data import schema
from ctgkit.outputs.data.schema import DAY, Definitions
from ctgkit.outputs.json_text import dumped
from ctgkit.outputs.schema_parts import Schema, record
from ctgkit.reports.document import Document, documents

#: Changes when a reader of the last JSON would misread the next one; a new key is no such change.
VERSION = 2


def json_schema() -> dict[str, Any]:
    """The schema, for draft 7; every key is described in French, and none is optional."""
    definitions = Definitions()

    def schema_of(document: Document) -> Schema:
        view = definitions.of(document.view_class)
        return record(
            f"{document.title}.",
            {
                **schema.head("report", VERSION),
                "kind": ("Ce qu'il est.", {"const": document.kind}),
                "date": ("Le jour du document.", DAY),
                document.name: (
                    "Ce que le gabarit reçoit.",
                    {"allOf": [view]},
                ),
            },
        )

    return schema.whole(
        "Un rapport, tel que son gabarit le reçoit",
        "Ce que «\u00a0ctg report --format json\u00a0» écrit.",
        [schema_of(document) for document in documents().values()],
        definitions,
    )


def schema_text() -> str:
    """The schema as the file `schema/report.schema.json` holds it."""
    return dumped(json_schema())
