"""The money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ctgkit.french.numbers import amount
from ctgkit.page.blocks import Block, Column, Row, Table
from ctgkit.page.writing import paragraph
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed import blocks
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.view import Argent, Financeur


def argent(view: CopilView) -> Iterator[Block]:
    """By year and state, then by funder."""
    found = view.argent
    if found is None:
        return
    yield from blocks.years_table(found.etats, found.annees, found.par_etat, found.total)
    yield _by_year(found)
    yield _by_state(found)
    if found.sans_montant:
        yield paragraph(shared.without_amount(found.sans_montant), role="note")


def _by_year(found: Argent) -> Table:
    years = [blocks.year_title(one.annee) for one in found.annees]
    sums = (blocks.told_in(amount(one.total)) for one in found.annees)
    total = Row((blocks.named("Total"), *sums, blocks.told_in(amount(found.total))), total=True)
    rows = (_funder(one, one.annees) for one in found.financeurs)
    return Table("Par financeur et par année", _columns(years), (*rows, total))


def _by_state(found: Argent) -> Table:
    states = map(shared.state_title, found.etats)
    rows = (_funder(one, one.etats) for one in found.financeurs)
    return Table("Par financeur et par état", _columns(states), tuple(rows))


def _columns(titles: Iterable[str]) -> tuple[Column, ...]:
    return (
        Column("Financeur"),
        *(Column(title, numeric=True) for title in titles),
        Column("Total", numeric=True),
    )


def _funder(one: Financeur, sums: Sequence[Decimal]) -> Row:
    name = blocks.named(one.nom or "Non précisé")
    return Row((name, *map(blocks.euros, sums), blocks.told_in(amount(one.total))))
