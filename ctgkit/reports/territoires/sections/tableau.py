"""The territories, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.followup import Totals
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.french.lists import NOTHING
from ctgkit.page.blocks import Block, Cell, Column, Row, Run, Table
from ctgkit.page.writing import paragraph, runs, there
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.territoires import sentences
from ctgkit.reports.territoires.view import Territoire, TerritoiresView
from ctgkit.vocabulary.moment import EtatConvention

_COLUMNS = (
    Column("Territoire", width=18),
    Column("Convention", width=18),
    Column("Fiches", width=20),
    Column("Avancement", numeric=True, width=12),
    Column("Alertes", width=15),
    Column("Suivi"),
)


def territoires(view: TerritoiresView) -> Iterator[Block]:
    """Each territory, then all of them."""
    rows = [_row(one, view) for one in view.territoires]
    if len(rows) > 1:
        rows.append(_whole(view))
    yield Table("Par ordre alphabétique", _COLUMNS, tuple(rows))
    if view.bilan.suivis:
        yield paragraph(sentences.MEAN, role="note")


def _row(one: Territoire, view: TerritoiresView) -> Row:
    followed, share = one.entete.phase.followed, one.ensemble.avancement
    return Row(
        (
            blocks.named((Run(one.lieu.nom, role="strong"),), blocks.quietly(sentences.kind(one, view))),
            _convention(one),
            _fiches(one.ensemble.totaux, followed=followed),
            blocks.told_in(shared.percent(share)),
            _alertes(one.ensemble.totaux),
            _suivi(one),
        ),
        anchor=one.lieu.ancre,
    )


def _whole(view: TerritoiresView) -> Row:
    bilan = view.bilan
    return Row(
        (
            blocks.named("Ensemble"),
            Cell(),
            _fiches(bilan.totaux, followed=bilan.suivis > 0),
            blocks.told_in(shared.percent(bilan.avancement)),
            _alertes(bilan.totaux),
            Cell(),
        ),
        total=True,
    )


def _convention(one: Territoire) -> Cell:
    """Its period, and how far in it the day is."""
    found = one.convention
    running = found.etat is EtatConvention.EN_COURS
    bar = blocks.progress_bar(round(100 * found.mois / found.sur)) if running else None
    when = capital(shared.convention(one.entete))
    return Cell(runs(when), there(blocks.quietly(sentences.convention(one)), bar))


def _fiches(totals: Totals, *, followed: bool) -> Cell:
    words = sentences.fiches(totals, followed=followed)
    return Cell(runs(words), (blocks.statuses_bar(totals),) if followed else ())


def _alertes(totals: Totals) -> Cell:
    """How many alerts of each kind, one a line."""
    found = [paragraph(shared.how_many(n, code.facts)) for code, n in shared.alerts(totals)]
    return Cell(below=tuple(found)) if found else blocks.told_in(NOTHING)


def _suivi(one: Territoire) -> Cell:
    """When something was last noted, and the committees around the day."""
    told = (
        ("Dernières nouvelles", one.derniere),
        ("Dernier COPIL", one.precedent.date if one.precedent else None),
        ("Prochain COPIL", one.entete.prochain.date if one.entete.prochain else None),
    )
    found = [paragraph(f"{what}\u00a0: {long_date(day)}") for what, day in told if day]
    if one.passees:
        found.append(paragraph(sentences.passed(one.passees)))
    return Cell(below=tuple(found)) if found else blocks.told_in(NOTHING)
