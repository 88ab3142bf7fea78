"""The articles of an avenant as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ctgkit.page.blocks import Block, Bullets, Heading, Item, Paragraph
from ctgkit.page.writing import bullets, paragraph, runs
from ctgkit.plan import Periode
from ctgkit.reports.avenant import sentences
from ctgkit.reports.avenant.view import (
    ArticleView,
    AvenantView,
    DeplacementView,
    FichesView,
    LigneView,
    SectionTexteView,
)
from ctgkit.reports.avenant.wording import facing
from ctgkit.reports.fiches.page import prose
from ctgkit.vocabulary.article import CodeArticle
from ctgkit.vocabulary.changement import NatureChangement


def article(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    """What an article says, under its title."""
    return _CONTENT.get(one.cle, _changes)(one, view)


def _objet(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    del one  # it is about the others
    yield paragraph(sentences.purpose_lead(view))
    others = (runs(sentences.purpose(other, view)) for other in view.articles if not other.cle.facts.always)
    yield bullets(sentences.listed(others))


def _inchange(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    del one  # all is in the view
    yield paragraph(sentences.unchanged(view))


def _effet(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    del one  # all is in the view
    yield paragraph(sentences.effect(view))


def _periode(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    for line in _lines(one):
        if isinstance(line.avant, Periode) and isinstance(line.apres, Periode):
            yield paragraph(sentences.period_change(line.avant, line.apres, view))


def _lines(one: ArticleView) -> tuple[LigneView, ...]:
    return tuple(line for change in one.modifications for line in change.lignes)


def _territoire(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    """The communes that come, and those that go, in a sentence; the rest face to face, respelt ones last."""
    every = _lines(one)
    communes = [line for line in every if line.cle == "territoire.communes"]
    come = [str(line.apres) for line in communes if line.avant is None]
    gone = [str(line.avant) for line in communes if line.apres is None]
    rest = [line for line in every if line not in communes]
    rest += [line for line in communes if line.avant is not None and line.apres is not None]
    if come:
        yield paragraph(sentences.communes_come(come, view))
    if gone:
        yield paragraph(sentences.communes_go(gone, view))
    if rest:
        yield paragraph(sentences.points_lead(len(rest), view))
        yield facing(rest, sentences.article_title(one, view))


def _deplacements(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    del view  # all is in the article
    for change in one.deplacements:
        yield from _deplacement(change)


def _deplacement(one: DeplacementView) -> Iterator[Block]:
    if one.genre is NatureChangement.DEPLACEMENT and one.quoi:
        yield paragraph(sentences.moved(one.quoi, one))
    elif one.genre is NatureChangement.ORDRE:
        yield paragraph(sentences.reordered(one))
        yield bullets(sentences.ordered(one), ordered=True)
    if one.numeros and not sentences.numbered_by_itself(one):
        yield paragraph(sentences.numbers_lead(one.numeros))
        yield bullets(sentences.listed(runs(sentences.renumbered(number)) for number in one.numeros))
    if one.lignes:
        lead = sentences.references_lead(len(one.lignes))
        yield paragraph(lead)
        yield facing(one.lignes, lead)


def _ajouts(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    yield paragraph(sentences.added(one.nouvelles, view))
    yield bullets(sentences.named(one.nouvelles))
    yield from _changes(one, view)


def _retraits(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    yield paragraph(sentences.removed(one.anciennes, view))
    yield bullets(sentences.named(one.anciennes))
    yield from _changes(one, view)


def _remplacements(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    del view  # all is in the article
    for change in one.fiches:
        yield Paragraph(sentences.replaced(change))
        yield bullets(sentences.named(change.nouvelles))
        yield from _sections(change)


def _changes(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    """The sections that come and go, then the texts that face each other."""
    for change in one.fiches:
        yield from _sections(change)
    if one.groupes:
        yield paragraph(sentences.lead(one, view))
        yield from _groups(one, view)


def _sections(one: FichesView) -> Iterator[Block]:
    if one.ajoutees:
        yield paragraph(sentences.sections_come(one.ajoutees))
        yield _whole_sections(one.ajoutees)
    if one.supprimees:
        yield paragraph(sentences.sections_go(one.supprimees))
        yield _whole_sections(one.supprimees)


def _whole_sections(those: Sequence[SectionTexteView]) -> Bullets:
    names = sentences.sections_named(those)
    return Bullets(tuple(Item(name, tuple(_said(one))) for name, one in zip(names, those, strict=True)))


def _said(one: SectionTexteView) -> Iterator[Block]:
    """What a section says itself."""
    if one.intitule:
        yield paragraph(one.intitule)
    yield from prose(one.description)


def _groups(one: ArticleView, view: AvenantView) -> Iterator[Block]:
    for groupe in one.groupes:
        name = sentences.group_name(groupe)
        if name:
            yield Heading(runs(name))
        yield facing(groupe.lignes, name or sentences.article_title(one, view))
        if total := sentences.totals(groupe):
            yield paragraph(total)


#: What the articles say that are not only of texts that face each other.
_CONTENT: Mapping[CodeArticle, Callable[[ArticleView, AvenantView], Iterator[Block]]] = {
    CodeArticle.OBJET: _objet,
    CodeArticle.AJOUTS: _ajouts,
    CodeArticle.REMPLACEMENTS: _remplacements,
    CodeArticle.RETRAITS: _retraits,
    CodeArticle.DEPLACEMENTS: _deplacements,
    CodeArticle.PERIODE: _periode,
    CodeArticle.TERRITOIRE: _territoire,
    CodeArticle.INCHANGE: _inchange,
    CodeArticle.EFFET: _effet,
}
