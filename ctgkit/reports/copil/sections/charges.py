"""Who carries what."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.page.blocks import Block, Cell, Column, Row, Run, Runs, Table
from ctgkit.page.writing import runs
from ctgkit.reports.copil.view import Charge, CopilView
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.view import Renvoi


def charges(view: CopilView) -> Iterator[Block]:
    """The fiches of each pilot, at the launch."""
    if view.charges and not view.entete.phase.followed:
        columns = (Column("Pilote", width=38), Column("Fiches", numeric=True, width=11), Column("Lesquelles"))
        yield Table("Les fiches de chaque pilote", columns, tuple(map(_charge, view.charges)))


def _charge(one: Charge) -> Row:
    return Row(
        (
            blocks.named(one.pilote or "Sans pilote"),
            blocks.told_in(str(len(one.fiches))),
            Cell(_by_axis(one.fiches)),
        )
    )


def _by_axis(fiches: tuple[Renvoi, ...]) -> Runs:
    """Fiches, whose first section is named once for those of it that follow each other."""
    line: list[Run] = []
    for rank, one in enumerate(fiches):
        if rank and one.axe == fiches[rank - 1].axe:
            line.append(Run(", "))
        else:
            line.append(Run(("\u00a0; " if rank else "") + (f"{one.axe}\u00a0: " if one.axe else "")))
        line.append(Run(shared.called(one), one.ancre))
    return runs(*line)
