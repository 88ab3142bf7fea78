"""What the JSON Schemas of ctgkit's own documents are made of."""

from __future__ import annotations

from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}


def record(description: str | None, keys: dict[str, tuple[str, Schema]]) -> Schema:
    """An object with these keys, each with what it is in French, and no other; none is optional."""
    return {
        **({"description": description} if description else {}),
        "type": "object",
        "additionalProperties": False,
        "required": list(keys),
        "properties": {key: {"description": told, **value} for key, (told, value) in keys.items()},
    }


def listed(items: Schema) -> Schema:
    """A list of `items`."""
    return {"type": "array", "items": items}


def nullable(value: Schema) -> Schema:
    """`value`, or `null`."""
    if "$ref" in value:
        return {"anyOf": [value, {"type": "null"}]}
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return {**value, "type": [*kinds, "null"]}
