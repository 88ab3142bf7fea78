"""The plan that somebody starts from: `templates/nouveau.yaml`, filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Start:
    """What a new plan is told at its birth."""

    territoire: str
    caf: str
    debut: date  #: the first day, included
    fin: date  #: the last day, included
    periode_sure: bool  #: whether somebody gave the period; it is to be checked otherwise
    niveaux: tuple[str, ...]  #: what the levels above the fiches are called, outermost first


def starting_plan(start: Start, schema: str, today: date) -> str:
    """A plan with comments, as the text of a file.

    Args:
        start: its texts, each on one line and without control characters.
        schema: where its JSON Schema is, relative to it.
        today: the day it is written, since no value is known of a later one.
    """
    from ctgkit.outputs.templates.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    years = dict.fromkeys((f"{start.debut.year:04}", f"{start.fin.year:04}"))
    return (
        environment("yaml")
        .get_template("nouveau.yaml")
        .render(**vars(start), annees="-".join(years), schema=schema, today=today)
    )
