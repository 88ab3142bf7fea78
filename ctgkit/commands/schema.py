"""`ctg schema`: the JSON Schema of the plan, or of what commands write."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ctgkit.app.command_line.options import Argument, Word
from ctgkit.outputs.registry import KINDS, schema_text

RANK = 11
ALIASES = ("schéma",)
_WRITTEN = [kind.name for kind in KINDS if kind.schema]


class Options(NamedTuple):
    """Affiche un schéma JSON : celui du plan, pour un éditeur, ou de ce qu'écrit une commande."""

    what: Annotated[
        str,
        Argument(
            "QUOI",
            "plan (par défaut), ou ce qu'écrit --format json : "
            f"{', '.join(_WRITTEN[:-1])} ou {_WRITTEN[-1]}.",
            (
                Word("plan"),
                Word("findings", ("constats",)),
                Word("status", ("état",)),
                Word("calendar", ("calendrier",)),
                Word("diff", ("différences",)),
                Word("report", ("rapport",)),
            ),
        ),
    ] = "plan"


def schema(options: Options) -> int:
    """Prints a schema; returns the exit status."""
    from ctgkit.app.files.writing import send_out

    if options.what != "plan":
        send_out([schema_text(options.what)])
        return 0
    from ctgkit.plan.schema import schema_text as of_the_plan

    send_out([of_the_plan()])
    return 0
