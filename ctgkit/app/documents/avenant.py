"""`ctg diff --avenant`: drafts the avenant that leads from one version of a plan to another."""

from __future__ import annotations

import sys

from ctgkit.app.command_line.values import day
from ctgkit.app.documents.naming import chosen_format, chosen_target, deliver
from ctgkit.app.documents.templating import faults_told, templates_folder
from ctgkit.commands.diff import same_territory, valid, versions


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
    chosen = chosen_format(output, output_format)
    today = day("--date", date)
    target = chosen_target(output, arguments, "avenant", chosen, force=force)
    folder = templates_folder(arguments[-1], templates)
    pair = versions(arguments)
    if not valid(pair, color):
        return 2
    if len(arguments) == 2 and not force:
        same_territory(pair)
    before, after = pair.plans

    from ctgkit.reports.avenant import draft  # noqa: PLC0415
    from ctgkit.versions import compare  # noqa: PLC0415

    view = draft(before, after, compare(before, after))
    if view is None:
        print(
            "aucun changement du contrat : il n'y a pas d'avenant à rédiger, rien n'est écrit",
            file=sys.stderr,
        )
        return 0

    from ctgkit.outputs.templates.avenant import render_avenant  # noqa: PLC0415

    with faults_told():
        drafted = render_avenant(view, chosen, today, folder)
    deliver(target, drafted)
    return 0
