"""The HTML of a plan in a real browser: layout, accessibility, keyboard, and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Dialog, Page

from ctgkit.french.visible import visible
from ctgkit.plan import Plan
from tests.outputs.templates.filled import filled, listed
from tests.outputs.templates.markup import bare
from tests.outputs.templates.rendering import rendered
from tests.outputs.templates.texts import naughty
from tests.reports.fiches.plans import PATHS, document, plan

WIDTHS = (320, 390, 820, 1440)
#: WCAG 2.2 to level AA, and what axe holds for good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What no line can hold: a long word and a long address, beside words that can be cut.
LONG = "Anticonstitutionnellement" * 6 + " https://exemple.invalid/" + "tres-long_chemin/" * 12 + " suite"

#: Elements out of the page, or whose content is wider than they are; tables scroll in their own box, and what
#: only a screen reader has is a point.
OVERFLOWING = """() => [...document.querySelectorAll("body *")].filter(element => {
    if (element.matches(".skip, .cache") || element.parentElement.closest(".wide")) return false;
    const box = element.getBoundingClientRect();
    const inside = box.left >= 0 && box.right <= document.documentElement.clientWidth + 0.5;
    const fits = element.matches(".wide") || getComputedStyle(element).display === "inline"
        || element.scrollWidth <= element.clientWidth + 1;
    return !(inside && fits);
}).map(element => element.outerHTML.slice(0, 120))"""


#: Words of tables that stand on more than one line.
CUT = r"""() => {
    const found = [];
    for (const cell of document.querySelectorAll("th, td, caption")) {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
                const range = document.createRange();
                range.setStart(texts.currentNode, word.index);
                range.setEnd(texts.currentNode, word.index + word[0].length);
                const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
                if (tops.size > 1) found.push(`${word[0]}: ${cell.textContent.slice(0, 40)}`);
            }
        }
    }
    return found;
}"""


class Watched:
    """A page, with what it asked for and what it complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dialog)

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()


@contextmanager
def opened(browser: Browser, folder: Path, shown: Plan, **options: Any) -> Iterator[Watched]:
    """The page of a plan, opened from a file as a user does."""
    file = folder / "plan.html"
    file.write_text(rendered(shown, "html"), encoding="utf-8")
    context = browser.new_context(**options)
    try:
        watched = Watched(context.new_page())
        watched.page.goto(file.as_uri())
        yield watched
    finally:
        context.close()


def check_layout(page: Page) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("name", PATHS)
def test_no_width_of_screen_makes_the_page_scroll_sideways(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    with opened(browser, tmp_path, plan(name)) as watched:
        check_layout(watched.page)


def test_words_longer_than_a_line_are_cut_wherever_they_stand(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, filled(LONG)) as watched:
        check_layout(watched.page)


@pytest.mark.parametrize("name", PATHS)
def test_the_page_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    with opened(browser, tmp_path, plan(name)) as watched:
        watched.page.wait_for_load_state("networkidle")
        assert watched.requests == [(tmp_path / "plan.html").as_uri()]
        assert watched.complaints == []


def test_a_browser_runs_nothing_of_strings_known_to_break_programs_and_shows_them(
    browser: Browser, tmp_path: Path
) -> None:
    texts = naughty()
    with opened(browser, tmp_path, listed(texts)) as watched:
        page = watched.page
        assert watched.complaints == []
        assert len(watched.requests) == 1
        assert page.locator("script, img, iframe, object, embed, svg:not(.defs), form, input").count() == 0
        points = page.locator(".fiche .rubriques > div:first-child dd > ul > li:first-child")
        shown = points.evaluate_all(
            """items => items.map(item => [...item.childNodes].map(
                   node => node.nodeName === "BR" ? "\\n" : node.textContent).join(""))"""
        )
    assert list(map(bare, shown)) == [bare(visible(text)) for text in texts]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_no_barrier_in_a_plan_with_every_key(
    browser: Browser, tmp_path: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Those of the other plans are with those of the other reports."""
    size = {"width": width, "height": 900}
    with opened(browser, tmp_path, plan("complet"), viewport=size, color_scheme=scheme) as watched:
        found = (
            Axe()
            .run(
                watched.page,
                options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]},
            )
            .response
        )
    assert len(found["passes"]) > 20
    violations = {one["id"]: [node["html"][:200] for node in one["nodes"]][:3] for one in found["violations"]}
    assert violations == {}


#: Where the keyboard is: on what, whether all of that is on the screen, and whether it shows.
FOCUSED = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    return [
        element.getAttribute("href") ?? element.getAttribute("aria-label"),
        box.width > 0 && box.top >= 0 && box.left >= 0 && box.right <= innerWidth + 1
            && (box.bottom <= innerHeight + 1 || box.height > innerHeight),
        getComputedStyle(element).outlineStyle !== "none",
    ];
}"""


@pytest.mark.parametrize("name", PATHS)
def test_the_keyboard_reaches_every_link_and_table_and_shows_where_it_is(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    with opened(browser, tmp_path, plan(name)) as watched:
        page = watched.page
        stops = page.locator("a[href], .wide").evaluate_all(
            "all => all.map(one => one.getAttribute('href') ?? one.getAttribute('aria-label'))"
        )[:60]
        assert stops[0] == "#contenu"
        for stop in stops:
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUSED) == [stop, True, True]


@pytest.mark.parametrize("name", PATHS)
def test_the_first_link_leads_the_keyboard_past_the_contents(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    with opened(browser, tmp_path, plan(name)) as watched:
        page = watched.page
        for key in ("Tab", "Enter", "Tab"):
            page.keyboard.press(key)
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("name", PATHS)
def test_every_link_of_the_page_leads_to_something_on_it(browser: Browser, tmp_path: Path, name: str) -> None:
    with opened(browser, tmp_path, plan(name)) as watched:
        dangling = watched.page.locator("a[href]").evaluate_all(
            """links => links.filter(
                   link => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).length"""
        )
        fiches = watched.page.locator("article.fiche").count()
    assert dangling == 0
    assert fiches == document(name).nombre
