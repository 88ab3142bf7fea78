"""What the committee has to decide, and what the plan does not say yet."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.french.agreement import plural
from ctgkit.page.blocks import Block, Bullets, Item, Run
from ctgkit.page.writing import bullets, paragraph, runs, there
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.blocks import fiche, quietly
from ctgkit.reports.followed.view import Decision, Entete, Question


def decisions(view: CopilView) -> Iterator[Block]:
    """The questions, one by one, each with its fiches and room for the answer."""
    if view.decisions:
        yield Bullets(tuple(_point(one, view.entete) for one in view.decisions), ordered=True, agenda=True)


def manques(view: CopilView) -> Iterator[Block]:
    """What can still be written in the file."""
    if view.manques:
        yield paragraph(sentences.REMINDER, role="lead")
        yield bullets(map(sentences.lacking, view.manques))


def _point(question: Question, entete: Entete) -> Item:
    """What is asked, then of which fiches."""
    asked = shared.asked(question.code, entete, over=question.echue)
    return Item(
        runs(Run(f"{asked}.", role="strong")),
        (
            Bullets(tuple(map(_about, question.fiches))),
            paragraph("Décision\u00a0:", role="answer"),
        ),
    )


def _about(one: Decision) -> Item:
    """A fiche of which it is asked, why where that says more, the last note, and who carries it."""
    why = "\u00a0; ".join(shared.reason(alerte) for alerte in one.alertes if shared.explains(alerte))
    carried = f"{plural(len(one.pilotes), 'Pilote')}\u00a0: {', '.join(one.pilotes)}" if one.pilotes else ""
    return Item(
        runs(fiche(one.fiche), f" – {why}" if why else ""),
        there(
            paragraph(shared.noted(one.note), role="quote") if one.note else None,
            quietly(carried),
        ),
    )
