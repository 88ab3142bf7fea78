"""The JSON Schema of what `ctg calendar --format json` writes: what other programs may rely on."""

from __future__ import annotations

from typing import Any

from ctgkit.followup.calendars import PlanCalendar
from ctgkit.outputs.data import schema
from ctgkit.outputs.data.schema import DAY, Definitions
from ctgkit.outputs.json_text import dumped
from ctgkit.outputs.schema_parts import TEXT, Schema, listed, nullable, record
from ctgkit.reports.calendar.data import VERSION


def json_schema() -> dict[str, Any]:
    """The schema, for draft 7; every key is described in French, and none is optional."""
    definitions = Definitions()
    head: dict[str, tuple[str, Schema]] = {
        **schema.head("calendar", VERSION),
        "date": ("Le jour des statuts.", DAY),
        "annee": ("La seule année demandée.", nullable({"type": "integer"})),
        "pilote": ("Le seul pilote demandé, comme il a été écrit.", nullable(TEXT)),
    }
    file = ("Son nom, comme il a été donné à la commande.", TEXT)
    plan = record("Un plan, et son calendrier.", {"file": file, **definitions.keys(PlanCalendar)})
    several: dict[str, tuple[str, Schema]] = {
        "plans": ("Un plan chacun.", listed({"$ref": "#/definitions/plan"})),
        "invalid": ("Les plans qui ont des erreurs.", listed(TEXT)),
        "problems": (
            "Ce qui n'a pas pu être lu, ou n'a rien de ce qui est demandé, une phrase chacun.",
            listed(TEXT),
        ),
    }
    one: Schema = {"allOf": [{"$ref": "#/definitions/plan"}]}
    whole = schema.whole(
        "Le calendrier d'un plan, ou de plusieurs",
        "Ce que «\u00a0ctg calendar --format json\u00a0» écrit.",
        [
            record("Un seul plan.", {**head, "plan": ("Le plan.", one)}),
            record("Plusieurs plans.", {**head, **several}),
        ],
        definitions,
    )
    whole["definitions"] = {**whole["definitions"], "plan": plan}
    return whole


def schema_text() -> str:
    """The schema as the file `schema/calendar.schema.json` holds it."""
    return dumped(json_schema())
