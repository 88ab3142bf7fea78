"""`ctg validate`: is this a plan?"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import option
from ctgkit.app.command_line.shared import Color, Fix, Force, OnlyPlans, Plans, ShowFix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctgkit.app.checking.against import Against
    from ctgkit.app.files.given import Found
    from ctgkit.outputs.findings.run import Checked, Totals
    from ctgkit.plan.finding import Finding

RANK = 1
ALIASES = ("valider", "vérifier")


class Options(NamedTuple):
    """Vérifie que des fichiers sont des plans : YAML, clés, valeurs, adresses, dates.

    Code de retour : 0 si tout va bien, 1 s'il y a des erreurs, 2 si un fichier ne peut pas être lu.
    """

    plans: Plans
    output_format: Annotated[str | None, shared.written_in("findings")] = None
    output: Annotated[str | None, shared.written_to("findings")] = None
    force: Force = False
    fix: Fix = False
    diff: ShowFix = False
    only_plans: OnlyPlans = False
    against: Annotated[
        str | None,
        option(
            "--against",
            metavar="ANCIEN",
            help="Vérifie aussi qu'un plan ne change pas en cachette : l'ancienne version "
            "(fichier ou RÉVISION:chemin) ; ou une révision, où chaque plan est comparé avec ce qu'il était.",
            aliases=("--contre",),
        ),
    ] = None
    color: Color = "auto"


def validate(options: Options) -> int:
    """Prints or writes the findings of the plans and a summary; returns the exit status."""
    from ctgkit.app.bulk import each
    from ctgkit.app.checking.fixing import fix_all
    from ctgkit.app.checking.presenting import present, settled
    from ctgkit.app.documents.delivery import refuse
    from ctgkit.app.files.given import STDIN, find
    from ctgkit.outputs import terminal

    chosen = settled(options.output_format, options.output, options.color)
    found = find(options.plans, only_plans=options.only_plans)
    refuse(chosen.target, found.paths, force=options.force)
    against = options.against
    other = None
    if against is not None:
        from ctgkit.app.checking.against import settled as meant  # few checks compare versions

        other = meant(against, found.paths, options.plans, force=options.force)
    made, problems = 0, list(found.problems)
    if options.diff or options.fix:
        paint = terminal.paint(options.color) if options.diff else None
        made, failed = fix_all(found.paths, _findings, paint=paint)
        problems += failed
    if options.diff:
        return terminal.complain(problems) or int(made > 0)
    checked: Iterator[Checked | str] = each(
        partial(_checked, against=other), found.paths, alone=STDIN in {*found.paths, against}
    )
    if other is not None:
        from ctgkit.app.checking.against import vanished

        checked = chain(checked, vanished(other))
    totals = present(
        checked,
        chosen,
        "validate",
        partial(_summary, found=found, made=made),
        problems=problems,
    )
    if totals.problems:
        return 2
    return 1 if totals.errors else 0


def _findings(data: bytes, file: str) -> tuple[Finding, ...]:
    from ctgkit.plan.reading import read

    return read(data, file).findings


def _checked(path: str, against: Against | None) -> Checked:
    """What is found in a file, cheap to send between processes: excerpts only where it is wrong.

    Raises:
        Misuse: if it cannot be read.
    """
    from ctgkit.app.files.given import read_one
    from ctgkit.outputs.findings.run import Checked

    reading = read_one(path)
    findings = reading.findings
    if against is not None:
        from ctgkit.app.checking.against import findings as changed

        findings += changed(reading, against)
    return Checked(reading.file, findings, reading.lines if findings else (), reading.fiches)


def _summary(totals: Totals, found: Found, made: int) -> str:
    from ctgkit.app.checking.fixing import after_fixes
    from ctgkit.app.checking.presenting import ignored
    from ctgkit.french.agreement import count

    told = count(totals.errors, "erreur") if totals.errors else "aucune erreur"
    told += f", {count(totals.infos, 'remarque')}" if totals.infos else ""
    fiches = count(totals.fiches, "fiche", none="aucune")
    line = f"{after_fixes(made)}{count(totals.files, 'plan')}, {fiches}, {told}"
    return line + ignored(found)
