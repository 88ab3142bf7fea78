"""`ctg report`: writes a document about a plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day
from ctgkit.cli.documents import NOT_IN_NAME, chosen_format, chosen_target, deliver
from ctgkit.cli.misuse import Misuse
from ctgkit.cli.plans import plan_or_findings
from ctgkit.report import FORMATS, KINDS, render

if TYPE_CHECKING:
    from ctgkit.model import Plan

#: Changes when a reader of the last JSON would misread the next one; a new key is no such change.
VERSION = 1


class Asked(NamedTuple):
    """What is asked of the plan."""

    kind: str
    pilote: str | None
    today: dt.date
    since: dt.date | None


def report(
    path: str,
    kind: str,
    pilote: str | None,
    output: str | None,
    output_format: str | None,
    date: str | None,
    since: str | None,
    *,
    force: bool,
    color: str,
) -> int:
    """Writes the document and prints its name; returns the exit status."""
    choose("--kind", kind, KINDS)
    chosen = chosen_format(output, output_format, (*FORMATS, "json"))
    asked = Asked(kind, pilote, day("--date", date), day("--since", since) if since is not None else None)
    _coherent(asked)
    target = chosen_target(output, [path], _suffix(asked), chosen, force=force)
    plan = plan_or_findings(path, terminal.paint(color))
    if plan is None:
        return 1
    deliver(target, _document(plan, asked, chosen))
    return 0


def _coherent(asked: Asked) -> None:
    """Refuses options that do not go together.

    Raises:
        Misuse: with what to do.
    """
    if asked.pilote is not None and asked.kind != "pilote":
        raise Misuse("--pilote va avec --kind pilote")
    if asked.kind == "plan" and asked.since is not None:
        raise Misuse("--since ne va pas avec --kind plan, qui ne compare rien")
    if asked.since is not None and asked.since >= asked.today:
        raise Misuse(f"--since ({asked.since}) doit précéder le jour du rapport ({asked.today})")


def _document(plan: Plan, asked: Asked, output_format: str) -> str:
    """The document, as text."""
    name, view = _view(plan, asked)
    if output_format == "json":
        return _json(asked, name, view)
    return render(asked.kind, output_format, {name: view}, asked.today)


def _view(plan: Plan, asked: Asked) -> tuple[str, Any]:
    """What the document is about, and what its template calls it."""
    if asked.kind == "plan":
        from ctgkit.document import build  # noqa: PLC0415  (each kind needs its own view only)

        return "document", build(plan)
    from ctgkit.copil import copil, pilote  # noqa: PLC0415

    if asked.kind == "copil":
        return "copil", copil(plan, asked.today, since=asked.since)
    view = pilote(plan, asked.pilote, asked.today, since=asked.since) if asked.pilote else None
    if view is None:
        raise _unknown(plan, asked.pilote)
    return "pilote", view


def _unknown(plan: Plan, nom: str | None) -> Misuse:
    """What to tell somebody who gave no pilot, or one that the plan does not have."""
    from ctgkit.copil import candidates, pilotes  # noqa: PLC0415

    every = pilotes(plan)
    if not every:
        return Misuse("aucune fiche de ce plan n'a de pilote")
    if not nom:
        return Misuse(f"--kind pilote demande --pilote NOM ; pilotes de ce plan : {_quoted(every)}")
    near = candidates(plan, nom)
    hint = f"vouliez-vous dire {_quoted(near)} ?" if near else f"pilotes de ce plan : {_quoted(every)}"
    return Misuse(f"aucun pilote ne s'appelle « {nom} » ; {hint}")


def _quoted(names: tuple[str, ...]) -> str:
    *others, last = (f"« {one} »" for one in names)
    return f"{', '.join(others)} ou {last}" if others else last


def _json(asked: Asked, name: str, view: Any) -> str:
    """What templates are given, as JSON."""
    from ctgkit import __version__  # noqa: PLC0415
    from ctgkit.cli.status_data import plain  # noqa: PLC0415
    from ctgkit.findings.json_text import dumped  # noqa: PLC0415

    head = {
        "version": VERSION,
        "tool": {"name": "ctgkit", "version": __version__},
        "command": "report",
        "kind": asked.kind,
        "date": asked.today.isoformat(),
    }
    return dumped({**head, name: plain(view)})


def _suffix(asked: Asked) -> str:
    """What the name of the document ends with: `copil`, or who it is for."""
    words = NOT_IN_NAME.sub("-", asked.pilote or "").strip("-.")[:60] if asked.kind == "pilote" else ""
    return f"pilote-{words}" if words else asked.kind
