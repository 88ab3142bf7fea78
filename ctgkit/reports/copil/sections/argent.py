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
    yield from blocks.years_table(found.etats, found.annees, found.par_etat, found.total, found.depense)
    yield _by_year(found)
    yield _by_state(found)
    told = shared.left_out(found.sans_montant, found.hors_taxes, found.refuses, au_moins=found.au_moins)
    if told:
        yield paragraph(told, role="note")


def _by_year(found: Argent) -> Table:
    years = [blocks.year_title(one.annee) for one in found.annees]
    sums = (blocks.told_in(amount(one.total)) for one in found.annees)
    apart = _apart(found)
    whole = blocks.totals_cells(found.total, found.depense, apart=apart)
    total = Row((blocks.named("Total"), *sums, *whole), total=True)
    rows = (_funder(one, one.annees, apart=apart) for one in found.financeurs)
    return Table("Par financeur et par année", _columns(years, apart=apart), (*rows, total))


def _by_state(found: Argent) -> Table:
    states = map(shared.state_title, found.etats)
    apart = _apart(found)
    rows = (_funder(one, one.etats, apart=apart) for one in found.financeurs)
    return Table("Par financeur et par état", _columns(states, apart=apart), tuple(rows))


def _apart(found: Argent) -> bool:
    """Whether what is spent has a column of its own."""
    return shared.spent_apart(found.etats, found.par_etat, found.depense) is not None


def _columns(titles: Iterable[str], *, apart: bool) -> tuple[Column, ...]:
    return (
        Column("Financeur"),
        *(Column(title, numeric=True) for title in titles),
        *blocks.totals_columns(apart=apart),
    )


def _funder(one: Financeur, sums: Sequence[Decimal], *, apart: bool) -> Row:
    name = blocks.named(one.nom or "Non précisé")
    return Row((name, *map(blocks.euros, sums), *blocks.totals_cells(one.total, one.depense, apart=apart)))
