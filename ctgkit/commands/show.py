"""`ctg show`: the outline of a plan, one fiche or one step, in the terminal."""

from __future__ import annotations

import sys
from typing import Annotated, NamedTuple

from ctgkit.app.command_line.options import Argument
from ctgkit.app.command_line.shared import Color, OnePlan
from ctgkit.outputs import terminal

RANK = 4
ALIASES = ("montrer", "afficher")


class Options(NamedTuple):
    """Affiche le sommaire d'un plan, une fiche, ou une étape.

    Le sommaire donne l'adresse de chaque fiche, que les autres commandes attendent.
    """

    plan: OnePlan
    adresse: Annotated[
        str | None,
        Argument(
            "ADRESSE", "Une fiche : petite-enfance/1.1, ou 1.1 s'il n'y en a qu'une ; une étape : 1.1:2."
        ),
    ] = None
    color: Color = "auto"


def show(options: Options) -> int:
    """Prints the outline, or what is at an address; returns the exit status."""
    from ctgkit.app.checking.one_plan import plan_or_findings
    from ctgkit.app.documents.own_words import told_as
    from ctgkit.app.tracking.addresses import find_part
    from ctgkit.reports.fiches import build
    from ctgkit.reports.fiches.text import Screen

    paint = terminal.paint(options.color)
    plan = plan_or_findings(options.plan, paint)
    if plan is None:
        return 1
    document = build(plan)
    screen = Screen(paint, terminal.width(sys.stdout) if sys.stdout.isatty() else None)
    if options.adresse is None:
        lines = screen.outline(document)
    else:
        found, rank = find_part(plan, options.adresse)
        fiche = next(one for one in document.fiches() if one.complete == found.complete)
        lines = screen.fiche(fiche) if rank is None else screen.one_step(fiche, rank)
    with told_as(plan):
        terminal.show(f"{line}\n" for line in lines)
    return 0
