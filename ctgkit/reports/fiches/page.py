"""A fiche as a block of a page: what every document that shows one in full is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from ctgkit.french.agreement import plural
from ctgkit.french.dates import long_date
from ctgkit.french.institutions import of
from ctgkit.french.numbers import amount, decimal
from ctgkit.page import blocks
from ctgkit.page.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Column,
    Fact,
    Facts,
    Item,
    Paragraph,
    Row,
    Run,
    Table,
)
from ctgkit.page.writing import runs
from ctgkit.plan import INTITULES
from ctgkit.reports.fiches.lines import described, money_words, status_words
from ctgkit.vocabulary.argent import Taxes
from ctgkit.vocabulary.nature import NatureAction

if TYPE_CHECKING:
    from ctgkit.page.blocks import Runs
    from ctgkit.plan import EntreeSuivi, Financement, Indicateur
    from ctgkit.plan.action import Cout, Mesure, Repere
    from ctgkit.plan.contact import Contact
    from ctgkit.reports.fiches.view import (
        BilanView,
        EtapeView,
        FaitView,
        FicheView,
        PointView,
        RubriqueView,
        SommeView,
    )

_NATURES: dict[str, NatureAction] = {one.value: one for one in NatureAction}
#: What a line of money says, in the order of its columns, and what is added up.
_MONEY = (
    ("financeur", Column("Financeur", width=25)),
    ("objet", Column("Objet")),
    ("annee", Column("Année", width=9)),
    ("section", Column("Section", width=17)),
    ("etat", Column("État", width=10)),
    ("montant", Column("Montant", numeric=True, width=13)),
    ("realise", Column("Réalisé", numeric=True, width=13)),
)
_SUMS = ("montant", "realise")
_VALUES = (
    Column("Repère", width=15),
    Column("Date", width=20),
    Column("Valeur", numeric=True, width=22),
    Column("Commentaire"),
)
_SUIVI = (
    Column("Date", width=18),
    Column("Statut", width=15),
    Column("Avancement", numeric=True, width=14),
    Column("Note"),
    Column("Auteur", width=16),
)


def fiche_block(
    fiche: FicheView,
    level: int = 1,
    *,
    state: Sequence[Block] = (),
    listed: bool = False,
    new_page: bool = False,
) -> blocks.Fiche:
    """A fiche in full.

    Args:
        fiche: the fiche.
        level: how far its title stands below that of its section.
        state: where it is on the day of the document; it comes before what it says.
        listed: whether the table of contents names it.
        new_page: whether it starts on a new page in print.
    """
    return blocks.Fiche(
        anchor=fiche.ancre,
        above=fiche.chemin,
        name=label(fiche),
        title=fiche.titre,
        level=level,
        badges=(Run(f"Action {fiche.origine}"),) if fiche.origine else (),
        blocks=(*state, *_content(fiche)),
        listed=listed,
        new_page=new_page,
    )


def label(fiche: FicheView) -> str:
    """What a fiche is called, and its number: `Fiche action 1.2`."""
    told, _ = _NATURES[fiche.nature].facts.fiche
    name = told[:1].upper() + told[1:] or fiche.nom
    return f"{name} {fiche.numero}" if fiche.numero else name


def _content(fiche: FicheView) -> Iterator[Block]:
    """What a fiche says, in order."""
    yield from facts(fiche.faits)
    yield from printed(fiche, fiche.etapes)
    yield from contacts(fiche.contacts)
    if fiche.suivi:
        yield journal(fiche.suivi)
    yield from map(bilan, fiche.bilans)


def printed(part: FicheView | EtapeView, etapes: Sequence[EtapeView] = ()) -> Iterator[Block]:
    """The headings of a fiche or a step, its steps and its money, in the order of the document.

    Headings that follow one another are together, and the values of indicators after their heading.
    """
    for cle, those in groupby(part.parties, lambda one: one.cle if one.rang is None else ""):
        parties = tuple(those)
        if cle == "etapes":
            yield from steps(etapes, parties[0].intitule)
        elif cle == "couts":
            yield money(part.couts, part.cout, parties[0].intitule)
        elif cle == "financements":
            yield money(part.financements, part.total, parties[0].intitule)
        else:
            yield from rubriques([part.rubriques[one.rang] for one in parties if one.rang is not None])
            if any(one.cle == "indicateurs" for one in parties):
                yield from map(indicator, part.indicateurs)


def steps(etapes: Sequence[EtapeView], intitule: str) -> Iterator[Block]:
    """The steps of a fiche, under the heading that the document has for them."""
    cards = tuple(map(step, etapes))
    if intitule == INTITULES["etapes"]:
        yield from cards
    else:
        yield Facts((Fact(intitule, cards),), headings=True)


def facts(those: Sequence[FaitView]) -> Iterator[Facts]:
    """What is said in one value each."""
    if those:
        yield Facts(tuple(Fact(one.intitule, (Paragraph(runs(one.valeur)),)) for one in those))


def rubriques(those: Sequence[RubriqueView]) -> Iterator[Facts]:
    """Headings and what stands under each."""
    if those:
        yield Facts(
            tuple(Fact(one.intitule, points(one.points, ordered=one.numerotee)) for one in those),
            headings=True,
        )


def points(those: Sequence[PointView], *, ordered: bool = False) -> tuple[Block, ...]:
    """Points as a list, or as a paragraph where there is only one."""
    if len(those) == 1 and not those[0].points:
        return (Paragraph(_line(those[0])),)
    return (bulleted(those, ordered=ordered),)


def bulleted(those: Sequence[PointView], *, ordered: bool = False) -> Bullets:
    """Points as a list, those below them as lists of their own."""
    return Bullets(
        tuple(Item(_line(one), (bulleted(one.points),) if one.points else ()) for one in those), ordered
    )


def prose(those: Sequence[PointView]) -> Iterator[Block]:
    """Points as paragraphs, those below them as lists."""
    for one in those:
        yield Paragraph(_line(one))
        if one.points:
            yield bulleted(one.points)


def _line(point: PointView) -> Runs:
    """A point on a line, with the days that settle it."""
    return runs(tuple(Run(one.texte, one.lien) for one in point.segments), when(point))


def when(point: PointView) -> str:
    """The days of a calendar, between brackets; nothing where there are none."""
    if point.debut and point.fin:
        return f" (du {long_date(point.debut)} au {long_date(point.fin)})"
    if point.debut:
        return f" (à partir du {long_date(point.debut)})"
    return f" (jusqu'au {long_date(point.fin)})" if point.fin else ""


def indicator(one: Indicateur) -> Table:
    """The values of an indicator, with a column of comments where there are any."""
    commented = any(mesure.commentaire for mesure in one.mesures)
    columns = _VALUES if commented else _VALUES[:-1]
    rows = tuple(Row(cells[: len(columns)]) for cells in _values(one))
    return Table(described(one), columns, rows)


def _values(one: Indicateur) -> Iterator[tuple[Cell, ...]]:
    if one.reference:
        yield _value("Référence", one.reference)
    for mesure in one.mesures:
        yield _value("Mesure", mesure, mesure.commentaire)
    if one.cible:
        yield _value("Cible", one.cible)


def _value(name: str, one: Repere | Mesure, comment: str | None = None) -> tuple[Cell, ...]:
    values = (long_date(one.date), decimal(one.valeur), comment or "")
    return (Cell(runs(name), header=True), *map(_cell, values))


def _cell(text: object) -> Cell:
    return Cell(runs(str(text)))


def step(etape: EtapeView) -> Card:
    """A step of an action."""
    content = [*facts(etape.faits), *printed(etape), *contacts(etape.contacts)]
    if etape.suivi:
        content.append(journal(etape.suivi, f"Suivi {of(etape.nom.lower())}"))
    content += map(bilan, etape.bilans)
    return Card(runs(f"{step_label(etape)}\u00a0: {etape.titre}"), tuple(content))


def step_label(etape: EtapeView) -> str:
    """What a step is called, and its number: `Opération 2`."""
    return f"{etape.nom} {etape.numero}" if etape.numero else etape.nom


def contacts(those: Sequence[Contact]) -> Iterator[Facts]:
    """Who answers for it today."""
    if those:
        lines = tuple(Item(contact(one)) for one in those)
        alone = Paragraph(lines[0].runs) if len(lines) == 1 else Bullets(lines)
        yield Facts((Fact(plural(len(those), "Contact"), (alone,)),))


def contact(one: Contact) -> Runs:
    """Somebody, and how to reach them."""
    details = (one.fonction, one.structure, one.telephone, one.courriel)
    return runs(Run(one.nom, role="strong"), *(f", {detail}" for detail in details if detail))


def bilan(one: BilanView) -> Card:
    """What a fiche has come to, on a day."""
    return Card(runs(f"Bilan du {long_date(one.date)}"), (*facts(one.faits), *rubriques(one.rubriques)))


def money(lines: Sequence[Cout] | Sequence[Financement], total: SommeView | None, caption: str) -> Table:
    """What an action costs, or what pays for it, in the columns that something is said in."""
    columns = [(key, column) for key, column in _MONEY if any(getattr(one, key, None) for one in lines)]
    rows = [Row(tuple(_cell(money_words(getattr(one, key, None))) for key, _ in columns)) for one in lines]
    sums = _totals(total) if total else {}
    if any(sums.values()):
        told = [key for key, _ in columns if key not in _SUMS]
        cells = [Cell(runs(sums[key])) for key, _ in columns if key in _SUMS]
        head = (Cell(runs("Total"), header=True, span=len(told)),) if told else ()
        rows.append(Row((*head, *cells), total=True))
    return Table(caption, tuple(column for _, column in columns), tuple(rows))


def _totals(total: SommeView) -> dict[str, str]:
    """What is planned, then what is spent: « au moins » where it may be more, what has no taxes beside it."""
    beside = f"et {amount(total.hors_taxes)} {Taxes.HORS}" if total.hors_taxes else None
    planned = _somme(total.prevu, total.taxes, au_moins=total.au_moins)
    return {
        "montant": " ".join(filter(None, (planned, beside))),
        "realise": _somme(total.depense, total.depense_taxes, au_moins=total.depense_au_moins),
    }


def _somme(euros: Decimal | None, taxes: Taxes | None, *, au_moins: bool) -> str:
    if euros is None:
        return ""
    return f"{'au moins ' if au_moins else ''}{amount(euros)}{f' {taxes}' if taxes else ''}"


def journal(entries: Sequence[EntreeSuivi], caption: str = "Suivi") -> Table:
    """A journal, as it is written."""
    rows = (
        (
            long_date(one.date),
            status_words(one.statut, one.echeance),
            f"{one.avancement}\u00a0%" if one.avancement is not None else "",
            one.note or "",
            one.auteur or "",
        )
        for one in entries
    )
    return Table(caption, _SUIVI, tuple(Row(tuple(map(_cell, row))) for row in rows))
