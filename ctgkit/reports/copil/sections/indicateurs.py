"""The indicators that can be followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctgkit.french.dates import long_date
from ctgkit.french.numbers import decimal
from ctgkit.french.steps import step
from ctgkit.page.blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Column,
    Curve,
    Legend,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
)
from ctgkit.page.writing import paragraph, runs, there
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.view import CopilView, Courbe, Indicateur, Releve, Trait
from ctgkit.reports.followed.blocks import link, named, told_in


def indicateurs(view: CopilView) -> Iterator[Block]:
    """A card for each: where it is, its curve, its values."""
    those = view.indicateurs
    if not those:
        return
    none_measured = all(one.etat.mesure is None for one in those)
    yield Cards(tuple(_card(one, none_measured=none_measured) for one in those))
    if any(one.courbe for one in those):
        yield Legend(marks=sentences.curve_marks(none_measured=none_measured))


def _card(one: Indicateur, *, none_measured: bool) -> Card:
    way = sentences.way(one.etat)
    return Card(
        runs(one.etat.nom),
        there(
            _where(one),
            paragraph(sentences.indicator(one.etat, none_measured=none_measured)),
            paragraph(way) if way else None,
            _curve(one.courbe) if one.courbe else None,
            _values(one) if one.releves else None,
        ),
    )


def _where(one: Indicateur) -> Paragraph:
    """Which fiche it is of, which step, and in what it is told."""
    of_step = f", {step()} «\u00a0{one.etape}\u00a0»" if one.etape else ""
    unit = f" · en {one.etat.unite}" if one.etat.unite else ""
    return paragraph(link(one.fiche)._replace(role="quiet"), Run(f"{of_step}{unit}", role="quiet"))


def _curve(courbe: Courbe) -> Curve:
    """Its values are told in the table that follows."""
    return Curve(
        reference=_mark(courbe.reference) if courbe.reference else None,
        measures=tuple(map(_mark, courbe.mesures)),
        target=_mark(courbe.cible) if courbe.cible else None,
        first=courbe.debut,
        last=courbe.fin,
        low=float(courbe.bas),
        high=float(courbe.haut),
        alt="",
    )


def _mark(trait: Trait) -> Mark:
    return Mark(trait.date, float(trait.valeur), decimal(trait.valeur))


def _values(one: Indicateur) -> Table:
    columns = (Column("Repère"), Column("Date"), Column("Valeur", numeric=True))
    return Table(one.etat.nom, columns, tuple(_rows(one.releves)), caption_hidden=True)


def _rows(releves: Iterable[Releve]) -> Iterator[Row]:
    """The values, each with what explains it below."""
    for one in releves:
        yield Row((named(one.nature.one), told_in(long_date(one.date)), told_in(decimal(one.valeur))))
        if one.commentaire:
            yield Row((Cell(runs(Run(one.commentaire, role="quiet")), span=3),))
