"""The avenant in a real browser: on a telephone, on a desk and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from ctgkit.reports.avenant import AvenantView
from tests.outputs.templates.paper import Paper, squash
from tests.outputs.templates.test_browser import LONG, RULES, check_layout
from tests.reports.avenant.drafting import rendered
from tests.reports.avenant.edited import amended, everything
from tests.reports.avenant.test_documents import exemple_view, with_texts
from tests.versions.real import FIER

VIEWS = {"exemple": exemple_view(), "everything": amended(FIER, everything)}


@contextmanager
def opened(browser: Browser, folder: Path, view: AvenantView, **options: Any) -> Iterator[Page]:
    """The page of an avenant, opened from a file as a user does."""
    file = folder / "avenant.html"
    file.write_text(rendered(view, "html"), encoding="utf-8")
    context = browser.new_context(**options)
    try:
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.as_uri())
        yield page
        assert requests == [file.as_uri()]
    finally:
        context.close()


@pytest.mark.parametrize("name", VIEWS)
def test_no_width_of_screen_makes_the_page_scroll_sideways(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    with opened(browser, tmp_path, VIEWS[name]) as page:
        check_layout(page)


def test_words_longer_than_a_line_are_cut(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, with_texts(VIEWS["everything"], LONG)) as page:
        check_layout(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_no_barrier(
    browser: Browser, tmp_path: Path, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    size = {"width": width, "height": 900}
    with opened(browser, tmp_path, VIEWS[name], viewport=size, color_scheme=scheme) as page:
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = Axe().run(page, options=options).response
    assert len(found["passes"]) > 20
    assert {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in found["violations"]} == {}


@pytest.fixture(scope="module")
def papers(browser: Browser) -> dict[str, Paper]:
    """The avenants, printed."""
    found = {}
    for name, view in VIEWS.items():
        page = browser.new_page()
        page.set_content(rendered(view, "html"))
        found[name] = Paper(page.pdf(prefer_css_page_size=True, print_background=True))
        page.close()
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_pages_are_a4_numbered_and_called_a_draft(papers: dict[str, Paper], name: str) -> None:
    first, *others = papers[name].sheets
    assert {(round(sheet.width), round(sheet.height)) for sheet in papers[name].sheets} == {(595, 842)}
    assert squash("Projet d'avenant.") in first.text()
    assert others
    for rank, sheet in enumerate(others, 2):
        assert sheet.below == f"{rank}/{len(others) + 1}"
        assert sheet.above.endswith(squash("Projet d'avenant n° 1 – Convention territoriale globale"))


@pytest.mark.parametrize("name", VIEWS)
def test_those_who_sign_are_all_on_one_page_and_the_annex_starts_another(
    papers: dict[str, Paper], name: str
) -> None:
    paper = papers[name]
    signed = paper.sheet("signatures")
    text = signed.text().partition("Signatures")[2]
    for partie in VIEWS[name].parties:
        for one in partie.signataires:
            assert squash(one.nom or "") in text
    assert text.count("Signature") == sum(max(len(one.signataires), 1) for one in VIEWS[name].parties)
    above, _ = paper.sheet("annexe").around("Annexe – Texte intégral des fiches nouvelles")
    assert above == ""
    for sheet in paper.sheets:
        assert squash("Retour au sommaire") not in sheet.text()
        assert squash("lire la fiche") not in sheet.text()
    for fiche in VIEWS[name].annexe:
        assert squash(fiche.titre) in paper.sheet(fiche.ancre).text()


@pytest.mark.parametrize("name", VIEWS)
def test_the_heading_of_an_article_is_never_apart_from_what_it_says(
    papers: dict[str, Paper], name: str
) -> None:
    for article in VIEWS[name].articles:
        number = "1er" if article.numero == 1 else str(article.numero)
        sheet = papers[name].sheet(f"article-{article.numero}")
        below = sheet.text().partition(squash(f"Article {number} – "))[2]
        following = below.partition("Article")[0]
        assert len(following) > 60, article.cle
