"""The HTML of a plan on paper: pages as a steering committee receives them, read back from the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from ctgkit.plan import Plan
from ctgkit.reports.fiches import FicheView, PointView, SectionView
from tests.outputs.templates.paper import Paper, squash
from tests.outputs.templates.rendering import rendered
from tests.outputs.templates.test_nothing_lost import everything
from tests.reports.fiches.plans import PATHS, document, minimal, plan

pytestmark = pytest.mark.paper


def printed(browser: Browser, shown: Plan) -> Paper:
    """The plan, printed as the browser's own print command does."""
    page = browser.new_page()
    try:
        page.set_content(rendered(shown, "html"))
        return Paper(page.pdf(prefer_css_page_size=True, print_background=True))
    finally:
        page.close()


@pytest.fixture(scope="module")
def papers(browser: Browser) -> dict[str, Paper]:
    """The three plans, printed."""
    return {name: printed(browser, plan(name)) for name in PATHS}


def chains(
    sections: tuple[SectionView, ...], above: tuple[SectionView, ...] = ()
) -> Iterator[tuple[FicheView, tuple[SectionView, ...]]]:
    """Every fiche with the sections it is in, outermost first."""
    for section in sections:
        here = (*above, section)
        yield from chains(section.sections, here)
        yield from ((fiche, here) for fiche in section.fiches)


def points(found: tuple[PointView, ...]) -> str:
    return "".join(point.texte + points(point.points) for point in found)


def header(section: SectionView) -> str:
    """What is printed of a section before what it holds."""
    level = f"{section.niveau or ''}{section.numero or ''}"
    return squash(f"{level}{section.titre}{section.intitule or ''}{points(section.description)}")


def label(fiche: FicheView) -> str:
    """What the heading of a fiche starts with."""
    number = f" {fiche.numero}" if fiche.numero else ""
    return "Fiche d'engagement :" if fiche.nature == "engagement" else f"{fiche.nom}{number} :"


@pytest.mark.parametrize("name", PATHS)
def test_every_page_is_a4_and_holds_something(papers: dict[str, Paper], name: str) -> None:
    sheets = papers[name].sheets
    assert {(round(sheet.width), round(sheet.height)) for sheet in sheets} == {(595, 842)}
    assert all(len(sheet.text()) > 15 for sheet in sheets)
    assert document(name).nombre < len(sheets) <= 2 * document(name).nombre + 3


@pytest.mark.parametrize("name", PATHS)
def test_pages_are_numbered_and_named_from_the_second_on(papers: dict[str, Paper], name: str) -> None:
    cover, *others = papers[name].sheets
    assert (cover.above, cover.below) == ("", "")
    total = len(papers[name].sheets)
    assert [sheet.below for sheet in others] == [f"{rank}/{total}" for rank in range(2, total + 1)]
    view = document(name)
    assert {sheet.above for sheet in others} == {squash(view.territoire.nom + view.titre)}


@pytest.mark.parametrize("name", PATHS)
def test_all_that_the_plan_says_is_on_paper(papers: dict[str, Paper], name: str) -> None:
    wanted = everything(name)
    assert len(wanted) > 50
    assert [text for text in wanted if not papers[name].holds(text)] == []
    assert not papers[name].holds("Retour au sommaire")


@pytest.mark.parametrize("name", PATHS)
def test_a_fiche_starts_a_page_or_stands_right_below_the_header_of_its_section(
    papers: dict[str, Paper], name: str
) -> None:
    paper = papers[name]
    for fiche, sections in chains(document(name).sections):
        headers = [header(one) for one in sections if paper.pages[one.ancre] == paper.pages[fiche.ancre]]
        above, _ = paper.sheet(fiche.ancre).around(label(fiche))
        assert above == "".join(headers) + "›".join(map(squash, fiche.chemin)), fiche.complete


@pytest.mark.parametrize("name", PATHS)
def test_the_heading_of_a_fiche_is_never_apart_from_what_follows_it(
    papers: dict[str, Paper], name: str
) -> None:
    for fiche in document(name).fiches():
        _, below = papers[name].sheet(fiche.ancre).around(label(fiche))
        assert squash(fiche.titre) in below, fiche.complete
        for first in fiche.rubriques[:1]:
            assert squash(first.intitule) in below, fiche.complete
            assert squash(first.points[0].texte)[:60] in below, fiche.complete


@pytest.mark.parametrize("name", PATHS)
def test_the_header_of_a_section_is_never_apart_from_its_first_fiche(
    papers: dict[str, Paper], name: str
) -> None:
    pages = papers[name].pages
    for fiche, sections in chains(document(name).sections):
        for section in sections:
            if next(section.toutes_fiches()) is fiche and all(one.nombre for one in section.sections):
                assert pages[section.ancre] == pages[fiche.ancre], (section.titre, fiche.complete)


def test_a_table_is_never_apart_from_its_name(browser: Browser) -> None:
    """Forty tables make page breaks fall everywhere."""
    indicators = [
        {
            "nom": f"Indice {one}",
            "type": "qualitatif",
            "mesures": [{"date": "2025-01-01", "valeur": f"Bien {one}"}],
        }
        for one in range(40)
    ]
    action = {"numero": "1", "titre": "Une action", "indicateurs": indicators}
    sheets = printed(browser, minimal({"id": "a", "titre": "A", "actions": [action]})).sheets
    names = [re.findall(r"Indice(\d+)\(qualitatif\)", sheet.text()) for sheet in sheets]
    values = [re.findall(r"janvier2025Bien(\d+)", sheet.text()) for sheet in sheets]
    assert names == values
    assert [int(one) for page in names for one in page] == list(range(40))
    assert sum(map(bool, names)) > 2


def test_a_title_of_any_length_stays_above_the_text(browser: Browser) -> None:
    titre = "Plan d'actions de la convention territoriale globale des communes " * 6
    action = {"numero": "1", "titre": "Une action", "descriptif": "Un texte"}
    paper = printed(browser, minimal({"id": "a", "titre": "A", "actions": [action]}, titre=titre))
    assert paper.sheets[-1].above == "Territoire" + squash(titre[:99] + "…")
    assert "Plan" not in paper.sheets[-1].text()
