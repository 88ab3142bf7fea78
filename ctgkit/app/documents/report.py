"""What a report is asked to be, and the document that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.app.documents.delivery import NOT_IN_NAME, Form
from ctgkit.app.documents.own_words import told_as
from ctgkit.app.documents.pages import written
from ctgkit.app.documents.templating import BUILT_IN, Presentation, spare
from ctgkit.app.files.given import read_one
from ctgkit.app.misuse import Misuse
from ctgkit.outputs.format import Given
from ctgkit.outputs.templates.page import Source
from ctgkit.reports.document import Asked, NotWrittenError, documents

if TYPE_CHECKING:
    from ctgkit.plan import Plan
    from ctgkit.plan.reading import Reading


class Order(NamedTuple):
    """What is to be written about one plan."""

    asked: Asked
    form: Form


class NothingToWrite(Misuse):
    """A plan has nothing of what is asked: no such pilot."""


def coherent(asked: Asked) -> None:
    """Refuses options that do not go together.

    Raises:
        Misuse: with what to do.
    """
    if asked.pilote is not None and not asked.document.pilote:
        theirs = (kind for kind, one in documents().items() if one.pilote)
        raise Misuse(f"--pilote va avec --kind {' ou '.join(theirs)}")
    if asked.since is not None and not asked.document.compared:
        raise Misuse(asked.document.uncompared)
    if asked.since is not None and asked.since >= asked.today:
        raise Misuse(f"--since ({asked.since}) doit précéder le jour du rapport ({asked.today})")


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
    if order.form.target is not None:
        spare(order.form.target, shown)
    reading = read_one(path)
    if reading.plan is None:
        return reading
    return document(reading.plan, order.asked, order.form.format.name, shown)


def document(
    plan: Plan, asked: Asked, output_format: str, shown: Presentation = BUILT_IN, *, again: bool = False
) -> str:
    """The document about `plan`, as text.

    Args:
        plan: what it is about.
        asked: what it is to be.
        output_format: a format of pages, or `json`: what templates are given.
        shown: how it is to look.
        again: whether other documents follow, from the same templates.

    Raises:
        NothingToWrite: if the plan has nothing of what is asked.
        Misuse: if a template of the user's cannot be used.
    """
    if asked.document.facts is None:
        raise ValueError(f"{asked.document.kind} is about several plans")
    with told_as(plan):
        try:
            view = asked.document.facts(plan, asked)
        except NotWrittenError as error:
            raise NothingToWrite(str(error)) from None
        return worded(asked, view, output_format, shown, again=again)


def worded(
    asked: Asked, view: Any, output_format: str, shown: Presentation = BUILT_IN, *, again: bool = False
) -> str:
    """A document, as text.

    Args:
        asked: what it is to be.
        view: what it is about.
        output_format: as for :func:`document`, like the rest.
        shown: how it is to look.
        again: whether other documents follow.

    Raises:
        Misuse: if a template of the user's cannot be used.
    """
    if output_format == "json":
        return _json(asked, view)
    given = Given({asked.document.name: view}, asked.today, Source(shown.folder, again))
    return written(asked.document.page(view, asked.today), output_format, given, shown)


def _json(asked: Asked, view: Any) -> str:
    """What templates are given, as JSON."""
    from ctgkit import __version__  # noqa: PLC0415
    from ctgkit.outputs.data.plain import plain  # noqa: PLC0415
    from ctgkit.outputs.json_text import dumped  # noqa: PLC0415
    from ctgkit.reports.schema import VERSION  # noqa: PLC0415

    head = {
        "version": VERSION,
        "tool": {"name": "ctgkit", "version": __version__},
        "command": "report",
        "kind": asked.document.kind,
        "date": asked.today.isoformat(),
    }
    return dumped({**head, asked.document.name: plain(view)})


def suffix(asked: Asked) -> str:
    """What the name of the document ends with: `copil`, or who it is for."""
    kind = asked.document.kind
    words = NOT_IN_NAME.sub("-", asked.pilote or "").strip("-.")[:60] if asked.document.pilote else ""
    return f"{kind}-{words}" if words else kind
