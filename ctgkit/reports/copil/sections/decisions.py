"""What the committee has to decide, and what the plan does not say yet."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.followup import Alerte
from ctgkit.french.agreement import plural
from ctgkit.french.capitals import capital
from ctgkit.page.blocks import Block, Bullets, Item, Run, Runs
from ctgkit.page.writing import bullets, paragraph, runs, there
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.blocks import fiche, quietly
from ctgkit.reports.followed.view import Decision


def decisions(view: CopilView) -> Iterator[Block]:
    """The fiches to decide about, one by one, with room for the answer."""
    if view.decisions:
        yield Bullets(tuple(map(_point, view.decisions)), ordered=True, agenda=True)


def manques(view: CopilView) -> Iterator[Block]:
    """What can still be written in the file."""
    if view.manques:
        yield paragraph(sentences.REMINDER, role="lead")
        yield bullets(map(sentences.lacking, view.manques))


def _point(decision: Decision) -> Item:
    carried = ", ".join(decision.pilotes)
    return Item(
        fiche(decision.fiche),
        there(
            bullets(_asked(one, over=decision.echue) for one in decision.alertes),
            paragraph(shared.noted(decision.note), role="quote") if decision.note else None,
            quietly(f"{plural(len(decision.pilotes), 'Pilote')}\u00a0: {carried}" if carried else ""),
            paragraph("Décision\u00a0:", role="answer"),
        ),
    )


def _asked(alerte: Alerte, *, over: bool) -> Runs:
    """What is asked because of an alert, and why where that says more."""
    why = f" {capital(shared.reason(alerte))}." if shared.explains(alerte) else ""
    return runs(Run(f"{shared.asked(alerte, over=over)}.", role="strong"), why)
