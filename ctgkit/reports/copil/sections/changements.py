"""What moved since the last committee."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.followup import by_date
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.page.blocks import Block, Heading
from ctgkit.page.writing import bullets, paragraph, runs
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed.view import Ligne
from ctgkit.reports.status.words import alerts_changed


def changements(view: CopilView) -> Iterator[Block]:
    """What was noted of each fiche; then those of which nothing was, and whose alerts changed."""
    if not view.changements:
        return
    if view.entete.depuis_le:
        yield paragraph(f"Depuis le {long_date(view.entete.depuis_le)}.", role="lead")
    silent = []
    for ligne in view.changements:
        if ligne.etat.evolution and ligne.etat.evolution.du_nouveau:
            yield from _moved(ligne)
        elif ligne.etat.evolution:
            changed = alerts_changed(ligne.etat.evolution)
            silent.append(runs(blocks.fiche(ligne.fiche), f" – {changed}"))
    if silent:
        yield Heading(runs("Rien de noté depuis"))
        yield bullets(silent)


def _moved(ligne: Ligne) -> Iterator[Block]:
    was = ligne.etat.evolution
    if was is None:
        return
    yield Heading(blocks.fiche(ligne.fiche))
    if turn := sentences.turn(ligne.etat, was):
        yield paragraph(turn, role="turn")
    if changed := alerts_changed(was):
        yield paragraph(f"{capital(changed)}.")
    yield bullets(map(sentences.news, by_date(was)))
