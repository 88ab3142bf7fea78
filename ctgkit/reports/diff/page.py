"""What changed between two versions of a plan, as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ctgkit.french.agreement import count
from ctgkit.french.breaks import counted
from ctgkit.french.capitals import capital
from ctgkit.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Cover,
    Fact,
    Facts,
    Item,
    Page,
    Paragraph,
    Row,
    Run,
    RunRole,
    Runs,
    Section,
    Table,
)
from ctgkit.page.writing import paragraph, runs
from ctgkit.reports.diff.view import Line, Part, Told, Version, View
from ctgkit.vocabulary.changement import Volet

#: The sections, in order, and their titles, without how much each has.
SECTIONS: Mapping[str, str] = {one.value: one.facts.title for one in Volet}
#: What each part of a text is.
_ROLES: Mapping[str, RunRole] = {"equal": "text", "removed": "removed", "added": "added"}


def page(view: View, *, stat: bool) -> Page:
    """The comparison as a page.

    Args:
        view: the comparison.
        stat: whether to give only the numbers, fiche by fiche.
    """
    name = f"Ce qui change\u00a0: {view.new.titre}"
    return Page(
        kind="diff",
        title=f"Ce qui change – {view.new.titre} – {view.new.territoire}",
        cover=Cover(view.new.territoire, name, (), Facts(tuple(_facts(view)))),
        sections=tuple(section for part in view.parts for section in _part(part, stat=stat)),
        running=(view.new.territoire, name),
        colophon=runs("Comparaison faite par ctgkit à partir des deux fichiers."),
    )


def _facts(view: View) -> Iterator[Fact]:
    yield _fact("Ancienne version", _version(view.old))
    yield _fact("Nouvelle version", _version(view.new))
    if view.only:
        yield _fact("Seulement", view.only)
    yield _fact("En tout", view.summary)
    if view.apart:
        yield _fact("À part", view.apart)
    places = "\u00a0; l.\u00a012 → 14\u00a0: ligne 12 de l'ancien fichier, 14 du nouveau"
    signs = runs(Run("retiré", role="removed"), " ", Run("ajouté", role="added"), places)
    yield Fact("Signes", (Paragraph(signs),))


def _fact(label: str, text: str) -> Fact:
    return Fact(label, (paragraph(text),))


def _version(version: Version) -> str:
    return f"{version.name} ({counted(version.fiches, 'fiche', none='aucune')})"


def _part(part: Part, *, stat: bool) -> Iterator[Section]:
    """A part, then its fiches and sections, unless only their numbers are asked for."""
    name = part.volet.value
    number = count(part.number, "changement") if part.number else "aucun changement"
    yield Section(name, f"{part.name}\u00a0: {number}", tuple(_summary(part)))
    if stat:
        return
    for rank, group in enumerate(part.groups, 1):
        yield Section(
            f"{name}-{rank}",
            group.heading,
            (Bullets(tuple(map(_change, group.changes))),),
            level=1,
        )


def _summary(part: Part) -> Iterator[Block]:
    yield paragraph(f"{capital(part.remark)}.", role="lead")
    if part.number:
        yield _table(part)


def _table(part: Part) -> Table:
    """How many changes of each kind each fiche has."""
    totals = {kind: number for kind, number in part.counts if number}
    rows = (_row(group.heading, [dict(group.counts)[kind] for kind in totals]) for group in part.groups)
    return Table(
        "Nombre de changements",
        (Column("Fiche", wide=True), *(Column(kind.facts.counted, numeric=True) for kind in totals)),
        (*rows, _row("Total", totals.values())._replace(total=True)),
    )


def _row(name: str, numbers: Iterable[int]) -> Row:
    cells = (Cell(runs(str(one) if one else "")) for one in numbers)
    return Row((Cell(runs(name), header=True), *cells))


def _change(told: Told) -> Item:
    """A change: its sign, its sentence, its lines in the files, and the texts below."""
    place = Run(f" ({told.place})", role="quiet") if told.place else ""
    line = runs(Run(told.mark, role="sign"), " ", told.sentence, place)
    return Item(line, (Bullets(tuple(Item(_words(one)) for one in told.lines)),) if told.lines else ())


def _words(line: Line) -> Runs:
    """A text, word by word."""
    label = Run(f"{line.label}\u00a0: ", role="quiet") if line.label else ""
    return runs(label, tuple(Run(run.text, role=_ROLES[run.op]) for run in line.runs))
