"""Where the fiches are."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.french.capitals import capital
from ctgkit.page.blocks import Block, Cell, Column, Heading, Row, Run, Table
from ctgkit.page.writing import runs, there
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.view import CopilView, Groupe
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.view import Ligne


def etat(view: CopilView) -> Iterator[Block]:
    """The fiches, by group."""
    for one in view.groupes:
        title = sentences.group_title(one.code)
        size = Run(f" ({sentences.group_size(one, view.groupes)})", role="quiet")
        yield Heading(runs(title, size), anchor=f"etat-{one.code}")
        yield _group(title, one)


_LINES = (
    Column("Fiche", width=27),
    Column("Situation", width=29),
    Column("Avancement", numeric=True, width=13),
    Column("Dernière note"),
)


def _group(title: str, groupe: Groupe) -> Table:
    return Table(title, _LINES, tuple(map(_line, groupe.lignes)), caption_hidden=True)


def _line(ligne: Ligne) -> Row:
    one = ligne.etat
    steps = (blocks.step_reasons(step, one) for step in one.etapes)
    return Row(
        (
            blocks.named(blocks.fiche(ligne.fiche), blocks.quietly(", ".join(one.pilotes))),
            Cell(
                (blocks.badge(one),),
                there(blocks.quietly(capital(shared.put_off(one))), blocks.reasons(one.alertes), *steps),
            ),
            Cell(
                runs(shared.percent(one.avancement)),
                () if one.avancement is None else (blocks.progress_bar(one.avancement),),
            ),
            blocks.told_in(sentences.last_note(one)),
        )
    )
