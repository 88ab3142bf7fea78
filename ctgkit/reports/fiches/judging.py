"""What a convention is judged by, as blocks: the figures of its territory, its evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.french.lists import NOTHING
from ctgkit.french.numbers import decimal
from ctgkit.page.blocks import Block, Bullets, Cell, Column, Fact, Facts, Item, Row, Table
from ctgkit.page.writing import runs
from ctgkit.reports.fiches.page import points

if TYPE_CHECKING:
    from ctgkit.plan.evaluation import Chiffre
    from ctgkit.reports.fiches.view import QuestionView, SerieView


def figures(series: Sequence[SerieView]) -> Table:
    """The key figures of a territory: the values of one name follow one another."""
    columns = (
        Column("Chiffre", wide=True),
        Column("Date"),
        Column("Valeur", numeric=True),
        Column("Source"),
    )
    rows = (
        _figure(one.nom if rank == 0 else "", each)
        for one in series
        for rank, each in enumerate(one.chiffres)
    )
    return Table("Chiffres du territoire", columns, tuple(rows), caption_hidden=True)


def _figure(name: str, one: Chiffre) -> Row:
    value = NOTHING if one.valeur is None else decimal(one.valeur, one.unite)
    if one.unite and (one.valeur is None or isinstance(one.valeur, str)):
        value = f"{value} ({one.unite})"
    told = (long_date(one.date) if one.date else NOTHING, value, one.source or NOTHING)
    return Row((Cell(runs(name), header=True), *(Cell(runs(text)) for text in told)))


def questions(those: Sequence[QuestionView]) -> Bullets:
    """The questions of the evaluation, each with its criteria and its answer."""
    return Bullets(tuple(Item(runs(one.question), tuple(_said(one))) for one in those), ordered=True)


def _said(one: QuestionView) -> Iterator[Block]:
    answer = f"Réponse du {long_date(one.date)}" if one.date else "Réponse"
    told = (("Critères", one.criteres), (answer, one.reponse))
    facts = tuple(Fact(label, points(held)) for label, held in told if held)
    if facts:
        yield Facts(facts)
