"""`ctg report`: writes a document about a plan."""

from __future__ import annotations

from typing import NamedTuple

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day
from ctgkit.cli.documents import chosen_format, chosen_target, deliver
from ctgkit.cli.plans import plan_or_findings
from ctgkit.cli.report_document import Asked, coherent, document, suffix
from ctgkit.cli.templating import templates_folder
from ctgkit.report import FORMATS, KINDS


class Options(NamedTuple):
    """The options of the command, as they were typed; `None` for what was not."""

    kind: str
    pilote: str | None
    output: str | None
    output_format: str | None
    date: str | None
    since: str | None
    force: bool
    color: str
    templates: str | None


def report(path: str, options: Options) -> int:
    """Writes the document and prints its name; returns the exit status."""
    asked = _asked(options)
    chosen = chosen_format(options.output, options.output_format, (*FORMATS, "json"))
    target = chosen_target(options.output, [path], suffix(asked), chosen, force=options.force)
    templates = templates_folder(path, options.templates)
    plan = plan_or_findings(path, terminal.paint(options.color))
    if plan is None:
        return 1
    deliver(target, document(plan, asked, chosen, templates))
    return 0


def _asked(options: Options) -> Asked:
    """What is asked of the plan.

    Raises:
        Misuse: if it cannot be.
    """
    asked = Asked(
        choose("--kind", options.kind, KINDS),
        options.pilote,
        day("--date", options.date),
        day("--since", options.since) if options.since is not None else None,
    )
    coherent(asked)
    return asked
