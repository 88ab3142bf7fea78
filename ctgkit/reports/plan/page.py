"""The whole plan as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ctgkit.french.breaks import counted
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date, period
from ctgkit.french.institutions import caf_label, named
from ctgkit.french.lists import between_commas, listing
from ctgkit.page.blocks import Block, Bullets, Cover, Fact, Facts, Item, Page, Run, Runs, Section
from ctgkit.page.writing import bullets, paragraph, runs
from ctgkit.reports.fiches.judging import figures, questions
from ctgkit.reports.fiches.page import fiche_block, prose

if TYPE_CHECKING:
    from ctgkit.plan.plan import Contact, Source
    from ctgkit.reports.fiches.view import DocumentView, RevisionView, SectionView

#: The sections of the document, in order, and their titles; the plan itself words those of the first two.
SECTIONS: Mapping[str, str] = {
    "preambule": "",
    "axes": "",
    "chiffres": "Chiffres du territoire",
    "evaluation": "Évaluation",
    "signataires": "Signataires",
    "vie": "Vie de la convention",
    "contacts": "Contacts",
}


def page(document: DocumentView, today: date) -> Page:
    """The plan as a page, edited `today`."""
    place = document.territoire
    return Page(
        kind="plan",
        title=f"{document.titre} – {place.nom}",
        cover=Cover(
            kicker=capital(named(place.type, place.nom)),
            title=document.titre,
            subtitles=(),
            facts=Facts(tuple(_facts(document, today))),
        ),
        sections=tuple(_sections(document)),
        running=(place.nom, document.titre),
        colophon=runs("Document mis en page par ctgkit à partir du plan."),
        contents_in_text=True,
    )


def _facts(document: DocumentView, today: date) -> Iterator[Fact]:
    place = document.territoire
    texts = (
        ("Période", period(document.periode.debut, document.periode.fin)),
        (caf_label(document.caf), document.caf),
        ("Sigle", place.sigle),
        ("Département", place.departement),
        (counted(len(place.communes), "commune"), ", ".join(place.communes)),
        ("Signature", long_date(document.signature) if document.signature else None),
        ("Révision", _revision(document.revision) if document.revision else None),
        ("Source", _source(document.source) if document.source else None),
        ("Contenu", counted(document.nombre, "fiche")),
        ("Édition", long_date(today)),
    )
    for label, text in texts:
        if text:
            yield Fact(label, (paragraph(text),))


def _source(source: Source) -> str:
    parts = (source.titre, source.reference, long_date(source.date) if source.date else None)
    return ", ".join(part for part in parts if part)


def _revision(revision: RevisionView) -> str:
    """What the convention says of its own change."""
    may = ""
    if revision.comite:
        headings = listing(f"«\u00a0{one}\u00a0»" for one in revision.comite)
        may = f"le comité peut ajuster {headings}"
    return between_commas((revision.article, may))


def _sections(document: DocumentView) -> Iterator[Section]:
    """The sections that have something to say."""
    for texte in document.preambule:
        yield Section("preambule", texte.titre, tuple(prose(texte.points)), texte.ancre)
    for axe in document.sections:
        yield from _axe(axe, first=False)
    if document.chiffres:
        yield _section("chiffres", figures(document.chiffres))
    if document.evaluation:
        yield _section("evaluation", questions(document.evaluation))
    if document.signataires:
        lines = ([one.nom, one.qualite, one.structure] for one in document.signataires)
        signers = bullets(", ".join(part for part in line if part) for line in lines)
        yield _section("signataires", signers)
    if document.copils or document.avenants or document.corrections:
        yield _section("vie", bullets(_life(document)))
    if document.contacts:
        yield _section("contacts", Bullets(tuple(Item(_contact(one)) for one in document.contacts)))


def _section(name: str, block: Block) -> Section:
    return Section(name, SECTIONS[name], (block,), anchor=name)


def _axe(section: SectionView, *, first: bool) -> Iterator[Section]:
    """A section of the plan, then those below it.

    Args:
        section: the section.
        first: whether it follows at once what it stands in: a page would break for nothing.
    """
    yield Section(
        name="axes",
        title=section.titre,
        blocks=tuple(_content(section)),
        anchor=section.ancre,
        level=section.profondeur,
        new_page=section.nombre > 0 and not first,
        label=" ".join(part for part in (section.niveau, section.numero) if part),
    )
    for rank, below in enumerate(section.sections):
        yield from _axe(below, first=rank == 0)
    if section.sections and section.fiches:
        yield Section(
            name="axes",
            title="",
            blocks=tuple(_fiches(section, 0)),
            anchor=f"{section.ancre}-fiches",
            level=section.profondeur + 1,
        )


def _content(section: SectionView) -> Iterator[Block]:
    """What a section says; its fiches, unless sections below come first."""
    if section.intitule:
        yield paragraph(section.intitule, role="lead")
    yield from prose(section.description)
    if not section.sections:
        yield from _fiches(section, 1)


def _fiches(section: SectionView, level: int) -> Iterator[Block]:
    """The fiches of a section; the first of all follows its title, the others start a page."""
    for rank, fiche in enumerate(section.fiches):
        follows = rank == 0 and not section.sections
        yield fiche_block(fiche, level, listed=True, new_page=not follows)


def _life(document: DocumentView) -> Iterator[str]:
    for copil in document.copils:
        yield f"COPIL du {long_date(copil.date)}{_about(copil.objet)}"
    for avenant in document.avenants:
        yield f"Avenant n°\u00a0{avenant.numero} du {long_date(avenant.date)}{_about(avenant.objet)}"

    for one in document.corrections:
        where = f" ({', '.join(one.ou)})" if one.ou else ""
        yield f"Rectification d'erreur matérielle du {long_date(one.date)}{_about(one.objet)}{where}"


def _about(objet: str | None) -> str:
    return f"\u00a0: {objet}" if objet else ""


def _contact(one: Contact) -> Runs:
    details = (one.fonction, one.structure, one.telephone, one.courriel)
    return runs(Run(one.nom, role="strong"), *(f", {detail}" for detail in details if detail))
