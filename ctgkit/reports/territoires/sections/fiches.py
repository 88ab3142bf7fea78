"""The territories to look after, and the fiches that call for attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctgkit.french.capitals import capital
from ctgkit.french.lists import NOTHING
from ctgkit.page.blocks import Block, Cell, Column, Row, Table
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.view import Decision
from ctgkit.reports.territoires import sentences
from ctgkit.reports.territoires.view import FichesDe, Lieu, TerritoiresView
from ctgkit.vocabulary.groupe import NI_PRESSANTES, PRESSANTES


def a_suivre(view: TerritoiresView) -> Iterator[Block]:
    """Which territories to look after, and why."""
    if view.a_suivre:
        yield Table(
            f"Ceux qui ont le plus de fiches {PRESSANTES} d'abord",
            (Column("Territoire", width=30), Column("Pourquoi")),
            tuple(
                Row((_lieu(one.territoire), blocks.told_in(sentences.motifs(one.motifs))))
                for one in view.a_suivre
            ),
        )


def retards(view: TerritoiresView) -> Iterator[Block]:
    """The fiches that press."""
    if view.pressantes:
        yield _table("Dans chaque territoire, les plus pressantes d'abord", view.pressantes)


def relances(view: TerritoiresView) -> Iterator[Block]:
    """The other fiches that call for attention."""
    if view.a_relancer:
        yield _table(f"Celles que le suivi ne dit {NI_PRESSANTES}", view.a_relancer)


_COLUMNS = (Column("Fiche", width=34), Column("Situation", width=30), Column("Dernière note"))


def _table(caption: str, those: Sequence[FichesDe]) -> Table:
    """Fiches, with the last that was noted of each."""
    return Table(caption, _COLUMNS, tuple(_rows(those)))


def _rows(those: Sequence[FichesDe]) -> Iterator[Row]:
    """The fiches under the name of their territory, as wide as the table."""
    for one in those:
        yield Row((_lieu(one.territoire)._replace(span=len(_COLUMNS)),), group=True)
        for decision in one.fiches:
            yield Row(tuple(_cells(decision)))


def _cells(decision: Decision) -> Iterator[Cell]:
    carried = blocks.quietly(", ".join(decision.pilotes))
    yield blocks.named(blocks.fiche(decision.fiche), carried)
    yield blocks.told_in(capital(shared.reasons(decision.alertes)))
    yield blocks.told_in(shared.noted(decision.note) if decision.note else NOTHING)


def _lieu(one: Lieu) -> Cell:
    return blocks.named((sentences.link(one),))
