"""The draft of an avenant as a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from ctgkit.page.blocks import (
    Block,
    Cover,
    Facts,
    Notice,
    Page,
    Paragraph,
    Section,
    Signatory,
    Signatures,
)
from ctgkit.page.lines import lines
from ctgkit.page.writing import bullets, paragraph, runs
from ctgkit.reports.avenant import sentences
from ctgkit.reports.avenant.articles import article
from ctgkit.reports.avenant.view import AvenantView
from ctgkit.reports.fiches.page import fiche_block
from ctgkit.vocabulary.article import CodeArticle

#: The sections, in order, and their titles.
SECTIONS: Mapping[str, str] = {
    "parties": "Entre les parties soussignées\u00a0:",
    "preambule": "Préambule",
    "convenu": "",
    **{one.value: one.facts.title[-1] for one in CodeArticle},
    "signatures": "Signatures",
    "annexe": "Annexe – Texte intégral des fiches nouvelles",
}


def numbered(view: AvenantView, sections: Collection[str] | None) -> AvenantView:
    """The avenant with the articles that are asked for, in their order; they are numbered as they follow.

    Args:
        view: the avenant.
        sections: the names of its sections, in order; `None` for those that it has.
    """
    if sections is None:
        return view
    by_name = {one.cle.value: one for one in view.articles}
    kept = [by_name[name] for name in sections if name in by_name]
    return view._replace(articles=tuple(one._replace(numero=n) for n, one in enumerate(kept, 1)))


def page(view: AvenantView) -> Page:
    """The draft as a page; its notice is added once nothing else changes."""
    return Page(
        kind="avenant",
        title=f"{sentences.title(view)} – {view.territoire.nom}",
        cover=Cover(sentences.kicker(view), sentences.title(view), (), Facts(())),
        sections=tuple(_sections(view)),
        running=(view.territoire.nom, sentences.running(view)),
        colophon=runs(sentences.COLOPHON),
    )


def noticed(page: Page, view: AvenantView, today: date, *, counted: bool) -> Page:
    """A page with what the draft is worth, and how much of it is still to be filled in.

    Args:
        page: the page, as it is written.
        view: the avenant.
        today: the day on which it is drafted.
        counted: whether the page holds all that is to be filled in: a template of the user's may have more.
    """
    missing = _placeholders(page) if counted else None
    notice = Notice((Paragraph(sentences.notice(view, today, missing)),), tone="plain")
    return page._replace(cover=page.cover._replace(notice=notice))


def _placeholders(page: Page) -> int:
    said = (line for section in page.sections for line in lines(section.blocks))
    return sum(run.role == "placeholder" for line in said for run in line)


def _sections(view: AvenantView) -> Iterator[Section]:
    yield _section("parties", _parties(view), listed=False)
    yield _section("preambule", _preambule(view))
    yield _section("convenu", [paragraph(sentences.AGREED, role="turn")], listed=False)
    for one in view.articles:
        yield Section(
            one.cle.value,
            sentences.article_title(one, view),
            tuple(article(one, view)),
            anchor=f"article-{one.numero}",
            label=sentences.article_number(one),
        )
    yield _section("signatures", _signatures(view))
    if view.annexe:
        yield Section("annexe", sentences.annex_title(view), tuple(_annexe(view)), new_page=True)


def _section(name: str, blocks: Iterable[Block], *, listed: bool = True) -> Section:
    return Section(name, SECTIONS[name], tuple(blocks), listed=listed)


def _parties(view: AvenantView) -> Iterator[Block]:
    yield bullets(sentences.listed(map(sentences.party, view.parties), last=","))
    yield paragraph(sentences.TOGETHER)
    for one in sentences.seen(view):
        yield Paragraph(one, "recital")


def _preambule(view: AvenantView) -> Iterator[Block]:
    yield Paragraph(sentences.recital(view))
    yield paragraph(sentences.REASONS)


def _signatures(view: AvenantView) -> Iterator[Block]:
    yield Paragraph(sentences.done_at(view))
    yield Signatures(
        tuple(Signatory(sentences.signs_for(one), sentences.signers(one)) for one in view.parties)
    )


def _annexe(view: AvenantView) -> Iterator[Block]:
    """The new fiches; the first follows the title, the others start a page."""
    for rank, one in enumerate(view.annexe):
        yield fiche_block(one, listed=True, new_page=rank > 0)
