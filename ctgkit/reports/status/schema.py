"""The JSON Schema of what `ctg status --format json` writes: what other programs may rely on."""

from __future__ import annotations

from typing import Any

from ctgkit.followup import BY, PlanState, Totals
from ctgkit.outputs.data import schema
from ctgkit.outputs.data.schema import DAY, Definitions
from ctgkit.outputs.json_text import dumped
from ctgkit.outputs.schema_parts import COUNT, TEXT, Schema, listed, nullable, record
from ctgkit.reports.status.data import VERSION


def _group(totals: Schema) -> Schema:
    return record(
        "Des fiches qui ont quelque chose en commun.",
        {
            "par": ("Quoi.", {"enum": list(BY)}),
            "cle": (
                "Le rang de l'axe, le nom, le statut ou l'année.",
                {"type": ["integer", "string", "null"]},
            ),
            "titre": ("Comment le groupe s'appelle.", TEXT),
            "fiches": ("Leurs adresses complètes.", listed(TEXT)),
            "totaux": ("Leurs totaux.", totals),
        },
    )


def json_schema() -> dict[str, Any]:
    """The schema, for draft 7; every key is described in French, and none is optional."""
    definitions = Definitions()
    totals: Schema = {"allOf": [definitions.of(Totals)]}
    file = ("Son nom, comme il a été donné à la commande.", TEXT)
    head = {
        **schema.head("status", VERSION),
        "date": ("Le jour de l'état.", DAY),
        "depuis_le": ("Le jour depuis lequel on dit ce qui a bougé.", nullable(DAY)),
    }
    plan = record(
        None,
        {
            "file": file,
            **definitions.keys(PlanState),
            "groupes": ("Les fiches demandées, regroupées.", listed(_group(totals))),
        },
    )
    line = record(
        "Un plan parmi plusieurs.",
        {
            "file": file,
            "territoire": ("Le nom du territoire.", TEXT),
            "totaux": ("Les totaux des fiches demandées.", totals),
            "ont_bouge": ("Combien ont bougé depuis le jour demandé.", nullable(COUNT)),
            "non_comptees": ("Combien d'entrées et de mesures ne sont pas comptées.", COUNT),
        },
    )
    several: dict[str, tuple[str, Schema]] = {
        "plans": ("Un plan chacun.", listed(line)),
        "totaux": ("Les totaux de tous.", totals),
        "invalid": ("Les plans qui ont des erreurs.", listed(TEXT)),
        "problems": ("Ce qui n'a pas pu être lu, une phrase chacun.", listed(TEXT)),
    }
    return schema.whole(
        "L'état d'un plan, ou de plusieurs",
        "Ce que «\u00a0ctg status --format json\u00a0» écrit.",
        [
            record("Un seul plan.", {**head, "plan": ("Le plan.", plan)}),
            record("Plusieurs plans.", {**head, **several}),
        ],
        definitions,
    )


def schema_text() -> str:
    """The schema as the file `schema/status.schema.json` holds it."""
    return dumped(json_schema())
