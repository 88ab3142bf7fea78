"""`ctg report`: writes a document about a plan, about many, or about each of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day
from ctgkit.cli.documents import chosen_format, chosen_target, deliver, stem
from ctgkit.cli.files import find
from ctgkit.cli.misuse import Misuse
from ctgkit.cli.plans import plan_or_findings
from ctgkit.cli.report_document import Asked, coherent, document, suffix
from ctgkit.report import FORMATS, KINDS

_FORMATS = (*FORMATS, "json")


class Options(NamedTuple):
    """The options of the command, as they were typed; `None` for what was not."""

    kind: str | None
    each: bool
    pilote: str | None
    output: str | None
    output_format: str | None
    date: str | None
    since: str | None
    force: bool
    color: str


def report(plans: list[str], options: Options) -> int:
    """Writes what is asked for and prints its name; returns the exit status."""
    if not plans:
        raise Misuse("il manque PLAN… (voir « ctg report --help »)")
    # What was typed decides, not how many plans a folder happens to have.
    several = len(plans) > 1 or os.path.isdir(plans[0])  # noqa: PTH112  (a name may be no path at all)
    asked = _asked(options, "territoires" if several and not options.each else "copil")
    if options.each:
        return _each(plans, asked, options)
    if asked.kind == "territoires":
        return _together(plans, asked, options)
    if several:
        what = f"il y en a {len(plans)}" if len(plans) > 1 else f"« {plans[0]} » est un dossier"
        raise Misuse(
            f"--kind {asked.kind} écrit sur un seul plan, et {what} ; --each écrit un document par plan"
        )
    return _one(plans[0], asked, options)


def _asked(options: Options, kind: str) -> Asked:
    """What is asked; `kind` is what is meant where no kind was typed.

    Raises:
        Misuse: if it cannot be.
    """
    asked = Asked(
        choose("--kind", options.kind if options.kind is not None else kind, KINDS),
        options.pilote,
        day("--date", options.date),
        day("--since", options.since) if options.since is not None else None,
    )
    coherent(asked)
    return asked


def _one(path: str, asked: Asked, options: Options) -> int:
    chosen = chosen_format(options.output, options.output_format, _FORMATS)
    target = chosen_target(options.output, [path], suffix(asked), chosen, force=options.force)
    plan = plan_or_findings(path, terminal.paint(options.color))
    if plan is None:
        return 1
    deliver(target, document(plan, asked, chosen))
    return 0


def _together(plans: list[str], asked: Asked, options: Options) -> int:
    from ctgkit.cli.report_territoires import territoires_report  # noqa: PLC0415

    chosen = chosen_format(options.output, options.output_format, _FORMATS)
    found = find(plans)
    output = options.output or f"{_start(plans)}territoires.{chosen}"
    target = chosen_target(output, found.paths, asked.kind, chosen, force=options.force)
    return territoires_report(found, target, asked, chosen, options.color)


def _start(plans: list[str]) -> str:
    """What the name of a report over one folder, or one plan, begins with."""
    if len(plans) > 1:
        return ""
    name = stem(str(Path(plans[0]).resolve())) if os.path.isdir(plans[0]) else stem(plans[0])  # noqa: PTH112
    return f"{name}-"


def _each(plans: list[str], asked: Asked, options: Options) -> int:
    from ctgkit.cli.report_each import Form, folder_of, report_each  # noqa: PLC0415

    if asked.kind == "territoires":
        raise Misuse("--each écrit un document par plan, et --kind territoires un seul sur tous")
    if asked.kind == "pilote" and not asked.pilote:
        raise Misuse("--kind pilote demande --pilote NOM")
    chosen = chosen_format(None, options.output_format, _FORMATS)
    form = Form(folder_of(options.output), chosen, options.color, options.force)
    return report_each(find(plans), asked, form)
