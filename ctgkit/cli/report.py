"""`ctg report`: writes a document about a plan."""

from __future__ import annotations

from typing import NamedTuple

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day, words
from ctgkit.cli.documents import chosen_format, chosen_target, deliver
from ctgkit.cli.files import STDIN
from ctgkit.cli.misuse import Misuse
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
    list_templates: bool
    eject: list[str] | None


def report(path: str | None, options: Options) -> int:
    """Writes the document and prints its name; returns the exit status.

    Without a plan, its templates may still be listed or copied.
    """
    if options.list_templates or options.eject is not None:
        return _templates(path, options)
    if path is None:
        raise Misuse("il manque PLAN (voir « ctg report --help »)")
    asked = _asked(options)
    chosen = chosen_format(options.output, options.output_format, (*FORMATS, "json"))
    target = chosen_target(options.output, [path], suffix(asked), chosen, force=options.force)
    templates = templates_folder(path, options.templates)
    plan = plan_or_findings(path, terminal.paint(options.color))
    if plan is None:
        return 1
    deliver(target, document(plan, asked, chosen, templates))
    return 0


def _templates(path: str | None, options: Options) -> int:
    """Lists the templates, or copies some."""
    from ctgkit.cli.ejecting import eject, list_templates  # noqa: PLC0415

    plan = path or STDIN  # without a plan, the configuration is that of the current folder
    if options.eject is None:
        return list_templates(plan, options.templates)
    if options.list_templates:
        raise Misuse("--list-templates et --eject ne vont pas ensemble")
    return eject(words(options.eject), plan, options.templates, force=options.force)


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
