"""`ctg report`: writes a document about a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day, words
from ctgkit.cli.documents import chosen_format, chosen_target, deliver
from ctgkit.cli.files import STDIN, read_one
from ctgkit.cli.misuse import Misuse
from ctgkit.cli.plans import tell_findings
from ctgkit.cli.report_document import Asked, coherent, document, suffix
from ctgkit.cli.templating import spare, templates_folder
from ctgkit.report import FORMATS, KINDS

if TYPE_CHECKING:
    from ctgkit.source import Reading


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


class Order(NamedTuple):
    """What is to be written."""

    asked: Asked
    chosen: str  #: the format
    target: Path | None  #: a file that may be written, or standard output


def report(path: str | None, options: Options) -> int:
    """Writes the document and prints its name; returns the exit status.

    Without a plan, its templates may still be listed or copied.
    """
    if options.list_templates or options.eject is not None:
        return _templates(path, options)
    path = needed(path)
    order = ordered(path, options)
    paint = terminal.paint(options.color)
    made = make(path, order, templates_folder(path, options.templates))
    if not isinstance(made, str):
        tell_findings(made.findings, made.lines, paint)
        return 1
    deliver(order.target, made)
    return 0


def needed(path: str | None) -> str:
    """The plan.

    Raises:
        Misuse: if none is given.
    """
    if path is None:
        raise Misuse("il manque PLAN (voir « ctg report --help »)")
    return path


def ordered(path: str, options: Options) -> Order:
    """What the options ask for.

    Raises:
        Misuse: if it cannot be, or if the file may not be written.
    """
    asked = _asked(options)
    chosen = chosen_format(options.output, options.output_format, (*FORMATS, "json"))
    return Order(
        asked, chosen, chosen_target(options.output, [path], suffix(asked), chosen, force=options.force)
    )


def make(path: str, order: Order, templates: Path | None) -> str | Reading:
    """The document about the plan at `path`; what came of reading that plan, where it has errors.

    Args:
        path: the plan.
        order: what to make of it.
        templates: the user's folder of templates; without one, the built-in ones alone.

    Raises:
        Misuse: if there is no such file, if the plan has no such pilot, if a template cannot be used,
            or if the document would take the place of one.
    """
    if templates is not None and order.target is not None:
        spare(order.target, templates)
    reading = read_one(path)
    return reading if reading.plan is None else document(reading.plan, order.asked, order.chosen, templates)


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
