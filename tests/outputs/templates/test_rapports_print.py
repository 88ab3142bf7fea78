"""The reports on paper, read back from the PDF."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from ctgkit.french.dates import long_date
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.pilote.facts import pilote
from tests.outputs.templates.paper import Paper, squash
from tests.outputs.templates.rapports import ALL, EVERY, report
from tests.outputs.templates.test_browser import CUT
from tests.outputs.templates.test_print import label
from tests.reports.copil.plans import DAYS, PILOTES, plan
from tests.reports.territoires import caf

pytestmark = pytest.mark.paper

#: The other whole plans are printed elsewhere.
PRINTED = [*ALL, ("plan", "exemple")]


@pytest.fixture(scope="module")
def papers(browser: Browser) -> dict[tuple[str, str], Paper]:
    """All the reports, printed as the browser's own print command does."""
    made = {}
    for kind, name in PRINTED:
        page = browser.new_page()
        page.set_content(report(kind, name, "html"))
        made[kind, name] = Paper(page.pdf(prefer_css_page_size=True, print_background=True))
        page.close()
    return made


@pytest.mark.parametrize(("kind", "name"), PRINTED)
def test_pages_are_a4_numbered_and_named(papers: dict[tuple[str, str], Paper], kind: str, name: str) -> None:
    cover, *others = papers[kind, name].sheets
    total = len(others) + 1
    assert {(round(one.width), round(one.height)) for one in (cover, *others)} == {(595, 842)}
    assert (cover.above, cover.below) == ("", "")
    assert [one.below for one in others] == [f"{rank}/{total}" for rank in range(2, total + 1)]
    about = " et ".join(caf.view().cafs) if kind == "territoires" else plan(name).territoire.nom
    assert all(one.above.startswith(squash(about)) for one in others)
    assert all(len(one.text()) > 15 for one in others)


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_the_heading_of_a_fiche_is_never_apart_from_what_follows_it(
    papers: dict[tuple[str, str], Paper], kind: str, name: str
) -> None:
    view = copil(plan(name), DAYS[name])
    mine = pilote(plan(name), PILOTES[name], DAYS[name])
    assert mine is not None
    published = view.fiches if kind == "copil" else mine.publiees
    assert published
    for one in published:
        _, below = papers[kind, name].sheet(one.fiche.ancre).around(label(one.fiche))
        first = one.fiche.rubriques[0]
        assert squash(one.fiche.titre) in below, one.fiche.complete
        assert squash(first.intitule) in below, one.fiche.complete
        assert squash(first.points[0].texte)[:40] in below, one.fiche.complete


def test_all_that_the_committee_decides_is_on_paper(papers: dict[tuple[str, str], Paper]) -> None:
    paper = papers["copil", "exemple"]
    decisions = copil(plan("exemple"), DAYS["exemple"]).decisions
    assert len(decisions) == 5
    for one in (about for question in decisions for about in question.fiches):
        assert one.note is not None
        assert paper.holds(one.note.texte)
    # A place to write each down.
    assert sum(sheet.text().count("Décision:") for sheet in paper.sheets) == 5


def test_the_report_over_many_plans_starts_on_its_first_page(papers: dict[tuple[str, str], Paper]) -> None:
    first, *others = papers["territoires", "caf"].sheets
    assert (first.above, first.below) == ("", "")
    assert squash("À retenir") in first.text()
    assert squash("10 territoires") in first.text()
    total = len(others) + 1
    assert [one.below for one in others] == [f"{rank}/{total}" for rank in range(2, total + 1)]
    assert all(one.above.startswith(squash("Caf de la Basse-Fiction et")) for one in others)


def test_no_territory_is_cut_by_the_end_of_a_page(papers: dict[tuple[str, str], Paper]) -> None:
    """What its row says stands on the page that the row starts on."""
    paper = papers["territoires", "caf"]
    for one in caf.view().territoires:
        page = paper.sheet(one.lieu.ancre).text()
        assert squash(one.lieu.nom) in page
        told = one.derniere or one.entete.debut
        assert squash(long_date(told) if one.derniere else str(told.year)) in page


@pytest.mark.parametrize(("kind", "name"), PRINTED)
def test_no_page_ends_with_a_heading_or_the_head_of_a_table(
    papers: dict[tuple[str, str], Paper], kind: str, name: str
) -> None:
    heads = {
        squash(text)
        for text in re.findall(
            r"<(?:h[2-6]|caption|thead><tr><th scope=\"col\")[^>]*>(.*?)</", report(kind, name, "html")
        )
        if not re.search(r"[<&]", text)
    }
    assert len(heads) >= 3
    for sheet in papers[kind, name].sheets[1:]:
        if sheet.text().startswith("Sommaire"):
            continue
        lowest = min(sheet.lines, key=lambda line: line.y)
        assert squash(lowest.text) not in heads, lowest


@pytest.mark.parametrize(("kind", "name"), PRINTED)
def test_no_word_of_a_table_is_cut(browser: Browser, kind: str, name: str) -> None:
    """As `Référenc` over `e` once was, and the years of dates."""
    page = browser.new_page(viewport={"width": 680, "height": 960})
    try:
        page.set_content(report(kind, name, "html"))
        page.emulate_media(media="print")
        assert page.evaluate(CUT) == []
    finally:
        page.close()
