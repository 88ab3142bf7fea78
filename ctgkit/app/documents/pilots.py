"""The pilot that a document is for, asked for where nobody said whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.app.command_line.questions import Question, Unfit, ask
from ctgkit.french.nearest import nearest
from ctgkit.french.visible import one_line

if TYPE_CHECKING:
    from ctgkit.plan import Plan


def ask_which(plan: Plan) -> str | None:
    """The pilot that somebody at the terminal chooses, once all are shown; `None` where there is none.

    Raises:
        Misuse: if nobody answers any more.
        KeyboardInterrupt: if that somebody has had enough.
    """
    from ctgkit.reports.pilote.people import candidates, pilotes  # noqa: PLC0415

    every = pilotes(plan)
    if not every:
        return None
    for name in every:
        print(one_line(name))

    def read(answer: str) -> str:
        name = answer.strip()
        if name in every:
            return name
        near = candidates(plan, name)
        if len(near) == 1:
            return near[0]
        other = nearest(name, near or every)
        meant = f" ; vouliez-vous dire « {other} » ?" if other else ""
        raise Unfit(f"aucun pilote ne s'appelle « {name} »{meant}")

    return ask(Question("--pilote", "Pilote", read))
