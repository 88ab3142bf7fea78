"""`ctg calendar`: when each action is."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import option
from ctgkit.app.command_line.shared import AnyPlans, Color, Force

RANK = 6
ALIASES = ("calendrier",)


class Options(NamedTuple):
    """Montre quand se déroule chaque action : un diagramme de Gantt par année et semestre.

    Ce que les mots laissent ouvert ou imprécis reste visible comme tel. Avec -o calendrier.ics, un fichier
    que lisent les agendas.
    """

    plans: AnyPlans
    date: Annotated[str | None, shared.date("Le jour marqué ; aujourd'hui par défaut.")] = None
    year: Annotated[
        str | None,
        option(
            "--year",
            metavar="AAAA",
            help="Seulement cette année de la convention, mois par mois.",
            aliases=("--année",),
        ),
    ] = None
    pilote: Annotated[
        str | None,
        shared.pilote("Seulement les fiches et les étapes de ce pilote, alias compris."),
    ] = None
    output_format: Annotated[str | None, shared.written_in("calendar")] = None
    output: Annotated[str | None, shared.written_to("calendar")] = None
    force: Force = False
    color: Color = "auto"


def calendar(options: Options) -> int:
    """Prints or writes the calendar of plans, one after the other; returns the exit status."""
    from ctgkit.app.command_line.values import day, year
    from ctgkit.app.documents.calendars import Asked, one_plan, several_plans
    from ctgkit.app.documents.delivery import Form, format_of, refuse, target_of
    from ctgkit.app.files.given import find
    from ctgkit.outputs import terminal

    when, only = day("--date", options.date), year("--year", options.year)
    form = Form(
        format_of("calendar", options.output_format, options.output),
        target_of(options.output),
        options.color,
    )
    found = find(options.plans)
    refuse(form.target, found.paths, force=options.force)
    asked = Asked(when, only, options.pilote, form.format.name, form.colored, form.columns)
    if len(found.paths) == 1:
        done = one_plan(found.paths[0], asked, form)
        return terminal.complain(found.problems) or done
    return several_plans(found.paths, asked, form, found.problems)
