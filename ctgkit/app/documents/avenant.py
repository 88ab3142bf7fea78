"""`ctg diff --avenant`: drafts the avenant that leads from one version of a plan to another."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from ctgkit.app.command_line.values import day
from ctgkit.app.documents.comparison import same_territory, valid, versions
from ctgkit.app.documents.delivery import Form, deliver, document_target, format_of
from ctgkit.app.documents.own_words import told_as
from ctgkit.app.documents.templating import Presentation, presentation
from ctgkit.french.agreement import count

if TYPE_CHECKING:
    from ctgkit.reports.avenant import AvenantView


def draft_avenant(
    arguments: list[str],
    output: str | None,
    output_format: str | None,
    date: str | None,
    templates: str | None = None,
    *,
    force: bool,
    color: str,
) -> int:
    """Writes the draft and prints its name; returns the exit status.

    Args:
        arguments: the plan in force and the plan as it is to be; one alone is a file, whose version
            in force is that of `HEAD`.
        output: the file to write, `-` for standard output; named after the new plan by default.
        output_format: `html` or `md`; that of the output's extension by default.
        date: the day of the draft; today by default.
        templates: the value of `--templates`.
        force: whether the plans may be of two territories, and a file of somebody else replaced.
        color: when to colour findings.

    Raises:
        Misuse: for what cannot be read or written.
    """
    chosen = format_of("avenant", output_format, output)
    today = day("--date", date)
    target = document_target(output, arguments, "avenant", chosen.suffixes[0], force=force)
    shown = presentation(arguments[-1], templates)
    pair = versions(arguments)
    if not valid(pair, color):
        return 2
    if len(arguments) == 2 and not force:
        same_territory(pair)
    before, after = pair.plans

    from ctgkit.reports.avenant import draft  # noqa: PLC0415
    from ctgkit.versions import compare  # noqa: PLC0415
    from ctgkit.vocabulary.changement import Volet  # noqa: PLC0415

    comparison = compare(before, after)
    view = draft(before, after, comparison)
    if view is None:
        one, many = Volet.AJUSTEMENT.facts.counted
        waiting = len(comparison.of(Volet.AJUSTEMENT))
        more = f" ; le prochain consolidera {count(waiting, one, many)}" if waiting else ""
        print(
            f"aucun changement du contrat : il n'y a pas d'avenant à rédiger, rien n'est écrit{more}",
            file=sys.stderr,
        )
        return 0

    with told_as(after):
        written = _written(view, chosen.name, today, shown)
    deliver([written], Form(chosen, target, color))
    return 0


def _written(view: AvenantView, output_format: str, today: dt.date, shown: Presentation) -> str:
    """The draft, as text."""
    from ctgkit.app.documents.pages import written  # noqa: PLC0415  (with changes only)
    from ctgkit.outputs.format import Given  # noqa: PLC0415
    from ctgkit.outputs.templates.page import Source  # noqa: PLC0415
    from ctgkit.reports.avenant.page import noticed, numbered, page  # noqa: PLC0415

    view = numbered(view, shown.arrangement("avenant").sections)
    given = Given({"document": view}, today, Source(shown.folder))
    return written(
        page(view),
        output_format,
        given,
        shown,
        last=lambda made, own: noticed(made, view, today, counted=not own),
    )
