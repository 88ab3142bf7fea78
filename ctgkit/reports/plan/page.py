"""The whole plan as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ctgkit.french.breaks import counted
from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.french.institutions import caf_label, named
from ctgkit.french.nouns import Noun
from ctgkit.page.blocks import Block, Bullets, Cover, Fact, Facts, Item, Page, Section
from ctgkit.page.writing import bullets, paragraph, runs, there
from ctgkit.plan.plan import nature_de, periode_dite
from ctgkit.reports.fiches.lines import decision_line, outside
from ctgkit.reports.fiches.page import contact, fiche_block, prose

if TYPE_CHECKING:
    from ctgkit.plan.copil import Copil
    from ctgkit.plan.plan import Source
    from ctgkit.reports.fiches.view import DocumentView, SectionView
from ctgkit.french.lists import between_commas, listing
from ctgkit.reports.fiches.judging import figures, questions

if TYPE_CHECKING:
    from ctgkit.plan.plan import Source
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
            kicker=capital(named(nature_de(place), place.nom)),
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
        ("Période", periode_dite(document.periode)),
        (caf_label(document.caf), document.caf),
        ("Sigle", place.sigle),
        ("Département", place.departement),
        (counted(len(place.communes), "commune"), ", ".join(place.communes)),
        ("Signature", long_date(document.signature) if document.signature else None),
        ("Révision", _revision(document.revision) if document.revision else None),
        ("Source", _source(document.source) if document.source else None),
        ("Contenu", counted(document.nombre, "fiche", none="aucune")),
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
    if document.hors_section:
        yield Section(
            name="axes",
            title=outside(after=bool(document.sections)),
            blocks=tuple(
                fiche_block(fiche, 1, listed=True, new_page=rank > 0)
                for rank, fiche in enumerate(document.hors_section)
            ),
            anchor="hors-section",
            new_page=True,
        )
    if document.chiffres:
        yield _section("chiffres", figures(document.chiffres))
    if document.evaluation:
        yield _section("evaluation", questions(document.evaluation))
    if document.signataires:
        lines = ([one.nom, one.qualite, one.structure] for one in document.signataires)
        signers = bullets(", ".join(part for part in line if part) for line in lines)
        yield _section("signataires", signers)
    if document.copils or document.avenants or document.corrections:
        title = Noun.of_text(document.convention).said_in(SECTIONS["vie"])
        yield _section("vie", Bullets(tuple(_life(document))))._replace(title=title)
    if document.contacts:
        yield _section("contacts", Bullets(tuple(Item(contact(one)) for one in document.contacts)))


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


def _life(document: DocumentView) -> Iterator[Item]:
    for copil in document.copils:
        told = f"{copil.instance} du {long_date(copil.date)}"
        where = f", {copil.lieu}" if copil.lieu else ""
        yield Item(runs(f"{told}{where}{_about(copil.objet)}"), there(*_meeting(copil)))
    for avenant in document.avenants:
        yield Item(
            runs(f"Avenant n°\u00a0{avenant.numero} du {long_date(avenant.date)}{_about(avenant.objet)}")
        )
    for one in document.corrections:
        where = f" ({', '.join(one.ou)})" if one.ou else ""
        told = f"Rectification d'erreur matérielle du {long_date(one.date)}"
        yield Item(runs(f"{told}{_about(one.objet)}{where}"))


def _meeting(copil: Copil) -> Iterator[Block | None]:
    """Who was at a meeting, and what it decided."""
    for what, those in (("Présents", copil.participants), ("Excusés", copil.excuses)):
        yield paragraph(f"{what}\u00a0: {', '.join(those)}") if those else None
    if copil.decisions:
        yield bullets(f"Décision\u00a0: {decision_line(one)}" for one in copil.decisions)


def _about(objet: str | None) -> str:
    return f"\u00a0: {objet}" if objet else ""
