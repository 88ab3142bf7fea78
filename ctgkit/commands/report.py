"""`ctg report`: writes a document about a plan, about many, or about each of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.choices import choose, day, words
from ctgkit.app.documents import chosen_format, chosen_target, deliver, stem
from ctgkit.app.files import STDIN, find, read_one
from ctgkit.app.misuse import Misuse
from ctgkit.app.plans import tell_findings
from ctgkit.app.report_document import Asked, coherent, document, suffix
from ctgkit.app.templating import Presentation, presentation, spare
from ctgkit.outputs import terminal
from ctgkit.outputs.templates import FORMATS, KINDS

if TYPE_CHECKING:
    from ctgkit.plan.reading import Reading

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
    templates: str | None
    list_templates: bool
    eject: list[str] | None


class Order(NamedTuple):
    """What is to be written about one plan."""

    asked: Asked
    chosen: str  #: the format
    target: Path | None  #: a file that may be written, or standard output


def report(plans: Sequence[str], options: Options) -> int:
    """Writes what is asked for and prints its name; returns the exit status.

    Without a plan, its templates may still be listed or copied.
    """
    if options.list_templates or options.eject is not None:
        return _templates(plans, options)
    needed(plans)
    if options.each:
        return _each(plans, options)
    if meant(plans, options) == "territoires":
        return _together(plans, options)
    return _one(_single(plans, options), options)


def needed(plans: Sequence[str]) -> None:
    """Makes sure that there is a plan.

    Raises:
        Misuse: if none is given.
    """
    if not plans:
        raise Misuse("il manque PLAN… (voir « ctg report --help »)")


def meant(plans: Sequence[str], options: Options) -> str:
    """The kind of document: what was typed, else what suits as many plans."""
    return options.kind or ("territoires" if _several(plans) else "copil")


def _single(plans: Sequence[str], options: Options) -> str:
    """The one plan that a document is about.

    Raises:
        Misuse: if there may be several.
    """
    if not _several(plans):
        return plans[0]
    what = f"il y en a {len(plans)}" if len(plans) > 1 else f"« {plans[0]} » est un dossier"
    kind = choose("--kind", options.kind or "copil", KINDS)
    raise Misuse(f"--kind {kind} écrit sur un seul plan, et {what} ; --each écrit un document par plan")


def ordered(path: str, options: Options) -> Order:
    """What the options ask for, of the plan at `path`.

    Raises:
        Misuse: if it cannot be, or if the file may not be written.
    """
    asked = _asked(options, "copil")
    chosen = _format(options.output, options)
    return Order(
        asked, chosen, chosen_target(options.output, [path], suffix(asked), chosen, force=options.force)
    )


def make(path: str, order: Order, shown: Presentation) -> str | Reading:
    """The document about the plan at `path`; what came of reading that plan, where it has errors.

    Args:
        path: the plan.
        order: what to make of it.
        shown: how it is to look.

    Raises:
        Misuse: if there is no such file, if the plan has no such pilot, if a template cannot be used,
            or if the document would take the place of one.
    """
    if order.target is not None:
        spare(order.target, shown)
    reading = read_one(path)
    return reading if reading.plan is None else document(reading.plan, order.asked, order.chosen, shown)


def _one(path: str, options: Options) -> int:
    order = ordered(path, options)
    paint = terminal.paint(options.color)
    made = make(path, order, presentation(path, options.templates))
    if not isinstance(made, str):
        tell_findings(made.findings, made.lines, paint)
        return 1
    deliver(order.target, made)
    return 0


def _together(plans: Sequence[str], options: Options) -> int:
    """Writes one report over many plans."""
    from ctgkit.app.report_territoires import territoires_report  # noqa: PLC0415

    asked = _asked(options, "territoires")
    chosen = _format(options.output, options)
    found = find(plans)
    output = options.output or f"{_start(plans)}territoires.{chosen}"
    target = chosen_target(output, found.paths, asked.kind, chosen, force=options.force)
    shown = presentation(plans[0], options.templates)
    if target is not None:
        spare(target, shown)
    return territoires_report(found, target, asked, chosen, options.color, shown)


def _start(plans: Sequence[str]) -> str:
    """What the name of a report over one folder, or one plan, begins with."""
    if len(plans) > 1:
        return ""
    name = stem(str(Path(plans[0]).resolve())) if _several(plans) else stem(plans[0])
    return f"{name}-"


def _each(plans: Sequence[str], options: Options) -> int:
    """Writes a document about each plan."""
    from ctgkit.app.report_each import Form, folder_of, report_each  # noqa: PLC0415

    asked = _asked(options, "copil")
    if asked.kind == "territoires":
        raise Misuse("--each écrit un document par plan, et --kind territoires un seul sur tous")
    if asked.kind == "pilote" and not asked.pilote:
        raise Misuse("--kind pilote demande --pilote NOM")
    folder, chosen = folder_of(options.output), _format(None, options)
    form = Form(folder, chosen, options.color, options.force, options.templates)
    return report_each(find(plans), asked, form)


def _templates(plans: Sequence[str], options: Options) -> int:
    """Lists the templates, or copies some."""
    from ctgkit.app.ejecting import eject, list_templates  # noqa: PLC0415

    plan = plans[0] if plans else STDIN  # without a plan, the configuration is that of the current folder
    if options.eject is None:
        return list_templates(plan, options.templates)
    if options.list_templates:
        raise Misuse("--list-templates et --eject ne vont pas ensemble")
    return eject(words(options.eject), plan, options.templates, force=options.force)


def _several(plans: Sequence[str]) -> bool:
    """Whether there may be several: what was typed decides, not how many plans a folder happens to have."""
    return len(plans) > 1 or os.path.isdir(plans[0])  # noqa: PTH112  (a name may be no path at all)


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


def _format(output: str | None, options: Options) -> str:
    return chosen_format(output, options.output_format, _FORMATS)
