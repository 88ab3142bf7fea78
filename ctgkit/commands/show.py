"""`ctg show`: the outline of a plan, or one fiche, in the terminal."""

from __future__ import annotations

import sys
from typing import Annotated, NamedTuple

from ctgkit.app.command_line.options import Argument
from ctgkit.app.command_line.shared import Color, OnePlan
from ctgkit.outputs import terminal

RANK = 4
ALIASES = ("montrer", "afficher")


class Options(NamedTuple):
    """Affiche le sommaire d'un plan, ou une fiche.

    Le sommaire donne l'adresse de chaque fiche, que les autres commandes attendent.
    """

    plan: OnePlan
    adresse: Annotated[
        str | None, Argument("ADRESSE", "Une fiche : petite-enfance/1.1, ou 1.1 s'il n'y en a qu'une.")
    ] = None
    color: Color = "auto"


def show(options: Options) -> int:
    """Prints the outline, or the fiche at an address; returns the exit status."""
    from ctgkit.app.checking.one_plan import plan_or_findings
    from ctgkit.app.tracking.addresses import find
    from ctgkit.reports.fiches import build
    from ctgkit.reports.fiches.text import Screen
    from ctgkit.vocabulary.statut import in_words_of

    paint = terminal.paint(options.color)
    plan = plan_or_findings(options.plan, paint)
    if plan is None:
        return 1
    document = build(plan)
    screen = Screen(paint, terminal.width(sys.stdout) if sys.stdout.isatty() else None)
    if options.adresse is None:
        lines = screen.outline(document)
    else:
        complete = find(plan, options.adresse).complete
        lines = screen.fiche(next(fiche for fiche in document.fiches() if fiche.complete == complete))
    with in_words_of(plan.vocabulaire.statuts):
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0
