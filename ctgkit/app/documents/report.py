"""What a report is asked to be, and the document that answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.app.documents.delivery import NOT_IN_NAME, Form
from ctgkit.app.documents.templating import BUILT_IN, Presentation, faults_told, spare
from ctgkit.app.files.given import read_one
from ctgkit.app.misuse import Misuse
from ctgkit.outputs.templates.page import Source, templated, write
from ctgkit.page.arranging import arranged

if TYPE_CHECKING:
    from ctgkit.page.blocks import Page
    from ctgkit.plan import Plan
    from ctgkit.plan.reading import Reading


class Asked(NamedTuple):
    """What is asked of a plan.

    Attributes:
        kind: one of :data:`ctgkit.outputs.templates.KINDS`.
        pilote: whose list, for that kind; under any of their spellings.
        today: the day of the document.
        since: the day to compare with; by default, that of the committee before.
    """

    kind: str
    pilote: str | None
    today: dt.date
    since: dt.date | None


class Order(NamedTuple):
    """What is to be written about one plan."""

    asked: Asked
    form: Form


class NoSuchPilot(Misuse):
    """A plan has no pilot of that name."""


def coherent(asked: Asked) -> None:
    """Refuses options that do not go together.

    Raises:
        Misuse: with what to do.
    """
    if asked.pilote is not None and asked.kind != "pilote":
        raise Misuse("--pilote va avec --kind pilote")
    if asked.kind == "plan" and asked.since is not None:
        raise Misuse("--since ne va pas avec --kind plan, qui ne compare rien")
    if asked.kind == "territoires" and asked.since is not None:
        raise Misuse(
            "--since ne va pas avec un rapport sur plusieurs plans ; "
            "« ctg status --since » dit ce qui a bougé"
        )
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
        output_format: one of :data:`ctgkit.outputs.templates.FORMATS`, or `json`: what templates are given.
        shown: how it is to look.
        again: whether other documents follow, from the same templates.

    Raises:
        NoSuchPilot: if the plan has no such pilot.
        Misuse: if a template of the user's cannot be used.
    """
    name, view = _view(plan, asked)
    return worded(asked, name, view, output_format, shown, again=again)


def worded(
    asked: Asked,
    name: str,
    view: Any,
    output_format: str,
    shown: Presentation = BUILT_IN,
    *,
    again: bool = False,
) -> str:
    """A document, as text.

    Args:
        asked: what it is to be.
        name: what its template calls the view.
        view: what it is about.
        output_format: as for :func:`document`, like the rest.
        shown: how it is to look.
        again: whether other documents follow.

    Raises:
        Misuse: if a template of the user's cannot be used.
    """
    if output_format == "json":
        return _json(asked, name, view)
    with faults_told():
        source = Source(shown.folder, again)
        own = templated(asked.kind, output_format, source)
        made = arranged(_page(asked, view), shown.arrangement(asked.kind), own)
        return write(made, output_format, {name: view}, asked.today, source)


def _page(asked: Asked, view: Any) -> Page:
    """The document as a page."""
    if asked.kind == "plan":
        from ctgkit.reports.plan.page import page  # noqa: PLC0415  (each kind needs its own page only)

        return page(view, asked.today)
    if asked.kind == "copil":
        from ctgkit.reports.copil.page import page as copil_page  # noqa: PLC0415  (as above)

        return copil_page(view)
    if asked.kind == "pilote":
        from ctgkit.reports.pilote.page import page as pilote_page  # noqa: PLC0415  (as above)

        return pilote_page(view)
    from ctgkit.reports.territoires.page import page as territoires_page  # noqa: PLC0415  (as above)

    return territoires_page(view)


def _view(plan: Plan, asked: Asked) -> tuple[str, Any]:
    """What the document is about, and what its template calls it."""
    if asked.kind == "plan":
        from ctgkit.reports.fiches import build  # noqa: PLC0415  (each kind needs its own view only)

        return "document", build(plan)
    if asked.kind == "copil":
        from ctgkit.reports.copil import copil  # noqa: PLC0415

        return "copil", copil(plan, asked.today, since=asked.since)
    from ctgkit.reports.pilote import pilote  # noqa: PLC0415

    view = pilote(plan, asked.pilote, asked.today, since=asked.since) if asked.pilote else None
    if view is None:
        raise _unknown(plan, asked.pilote)
    return "pilote", view


def _unknown(plan: Plan, nom: str | None) -> NoSuchPilot:
    """What to tell somebody who gave no pilot, or one that the plan does not have."""
    from ctgkit.reports.pilote import candidates, pilotes  # noqa: PLC0415

    every = pilotes(plan)
    if not every:
        return NoSuchPilot("aucune fiche de ce plan n'a de pilote")
    if not nom:
        return NoSuchPilot(f"--kind pilote demande --pilote NOM ; pilotes de ce plan : {_quoted(every)}")
    near = candidates(plan, nom)
    hint = f"vouliez-vous dire {_quoted(near)} ?" if near else f"pilotes de ce plan : {_quoted(every)}"
    return NoSuchPilot(f"aucun pilote ne s'appelle « {nom} » ; {hint}")


def _quoted(names: tuple[str, ...]) -> str:
    *others, last = (f"« {one} »" for one in names)
    return f"{', '.join(others)} ou {last}" if others else last


def _json(asked: Asked, name: str, view: Any) -> str:
    """What templates are given, as JSON."""
    from ctgkit import __version__  # noqa: PLC0415
    from ctgkit.outputs.data.plain import plain  # noqa: PLC0415
    from ctgkit.outputs.data.report_schema import VERSION  # noqa: PLC0415
    from ctgkit.outputs.json_text import dumped  # noqa: PLC0415

    head = {
        "version": VERSION,
        "tool": {"name": "ctgkit", "version": __version__},
        "command": "report",
        "kind": asked.kind,
        "date": asked.today.isoformat(),
    }
    return dumped({**head, name: plain(view)})


def suffix(asked: Asked) -> str:
    """What the name of the document ends with: `copil`, or who it is for."""
    words = NOT_IN_NAME.sub("-", asked.pilote or "").strip("-.")[:60] if asked.kind == "pilote" else ""
    return f"pilote-{words}" if words else asked.kind
