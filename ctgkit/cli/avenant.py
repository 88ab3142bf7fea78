"""`ctg diff --avenant`: drafts the avenant that leads from one version of a plan to another."""

from __future__ import annotations

import sys

from ctgkit.cli import terminal
from ctgkit.cli.choices import day
from ctgkit.cli.documents import chosen_format, chosen_target, deliver
from ctgkit.cli.files import STDIN
from ctgkit.cli.misuse import Misuse
from ctgkit.cli.plans import plan_or_findings
from ctgkit.wording.nearest import fold
from ctgkit.wording.visible import one_line


def avenant(
    old: str,
    new: str,
    output: str | None,
    output_format: str | None,
    date: str | None,
    *,
    force: bool,
    color: str,
) -> int:
    """Writes the draft and prints its name; returns the exit status.

    Args:
        old: the plan in force.
        new: the plan as it is to be.
        output: the file to write, `-` for standard output; named after `new` by default.
        output_format: `html` or `md`; that of the output's extension by default.
        date: the day of the draft; today by default.
        force: whether the plans may be of two territories, and a file of somebody else replaced.
        color: when to colour findings.

    Raises:
        Misuse: for what cannot be read or written.
    """
    if old == new == STDIN:
        raise Misuse("l'entrée standard ne peut pas être à la fois l'ancienne et la nouvelle version")
    chosen = chosen_format(output, output_format)
    today = day("--date", date)
    target = chosen_target(output, [old, new], "avenant", chosen, force=force)
    paint = terminal.paint(color)
    before, after = plan_or_findings(old, paint), plan_or_findings(new, paint)
    if before is None or after is None:
        return 1
    names = before.territoire.nom, after.territoire.nom
    if not force and fold(names[0]) != fold(names[1]):
        raise Misuse(
            f"ces deux plans ne sont pas du même territoire (« {one_line(names[0])} », puis "
            f"« {one_line(names[1])} ») ; --force les compare quand même"
        )

    from ctgkit.avenant import draft  # noqa: PLC0415
    from ctgkit.diff import compare  # noqa: PLC0415

    view = draft(before, after, compare(before, after))
    if view is None:
        print(
            "aucun changement du contrat : il n'y a pas d'avenant à rédiger, rien n'est écrit",
            file=sys.stderr,
        )
        return 0

    from ctgkit.report.avenant import render_avenant  # noqa: PLC0415

    deliver(target, render_avenant(view, chosen, today))
    return 0
