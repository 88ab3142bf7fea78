"""The reports in a real browser: layout, accessibility, keyboard, zoom, and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from ctgkit.wording.visible import visible
from tests.report.rapports import ALL, hostile, report, written
from tests.report.test_browser import LONG, RULES, Watched, check_layout

#: A report about a plan that holds one text everywhere.
DAY = date(2026, 11, 21)


@contextmanager
def opened(browser: Browser, folder: Path, html: str, **options: Any) -> Iterator[Watched]:
    """A report, opened from a file as a reader does."""
    file = folder / "rapport.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(**options)
    try:
        watched = Watched(context.new_page())
        watched.page.goto(file.as_uri())
        yield watched
    finally:
        context.close()


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_no_width_makes_the_page_scroll_sideways_and_nothing_is_fetched_or_run(
    browser: Browser, tmp_path: Path, kind: str, name: str
) -> None:
    """320 pixels are what is left of 1,280 at a zoom of 400 %."""
    html = report(kind, name, "html")
    assert "<script" not in html
    with opened(browser, tmp_path, html) as watched:
        watched.page.wait_for_load_state("networkidle")
        check_layout(watched.page)
        assert watched.requests == [(tmp_path / "rapport.html").as_uri()]
        assert watched.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize(("kind", "name"), ALL)
def test_axe_finds_no_barrier(
    browser: Browser, tmp_path: Path, kind: str, name: str, *, width: int, scheme: Literal["light", "dark"]
) -> None:
    size = {"width": width, "height": 900}
    with opened(browser, tmp_path, report(kind, name, "html"), viewport=size, color_scheme=scheme) as watched:
        assert violations(watched) == {}


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_axe_finds_no_barrier_on_paper(browser: Browser, tmp_path: Path, kind: str, name: str) -> None:
    """As wide as A4 without its margins: 180 mm."""
    with opened(
        browser, tmp_path, report(kind, name, "html"), viewport={"width": 680, "height": 960}
    ) as watched:
        watched.page.emulate_media(media="print")
        assert violations(watched) == {}


def violations(watched: Watched) -> dict[str, list[str]]:
    """What axe finds, and where."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(watched.page, options=options).response
    assert len(found["passes"]) > 20
    return {one["id"]: [node["html"][:200] for node in one["nodes"]][:3] for one in found["violations"]}


#: Where the keyboard is: on what, whether it is on the screen (a table may be taller), and whether it shows.
FOCUSED = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    return [
        element.getAttribute("href") ?? element.getAttribute("aria-label"),
        box.width > 0 && box.left >= 0 && box.right <= innerWidth + 1
            && (box.height > innerHeight / 2 ? box.top < innerHeight && box.bottom > 0
                : box.top >= 0 && box.bottom <= innerHeight + 1),
        getComputedStyle(element).outlineStyle !== "none",
    ];
}"""


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_the_keyboard_reaches_every_link_and_table(
    browser: Browser, tmp_path: Path, kind: str, name: str
) -> None:
    with opened(browser, tmp_path, report(kind, name, "html")) as watched:
        page = watched.page
        stops = page.locator("a[href], .wide").evaluate_all(
            "all => all.map(one => one.getAttribute('href') ?? one.getAttribute('aria-label'))"
        )[:60]
        assert stops[0] == "#contenu"
        for stop in stops:
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUSED) == [stop, True, True]


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_every_link_leads_to_something_and_every_chart_says_what_it_shows(
    browser: Browser, tmp_path: Path, kind: str, name: str
) -> None:
    with opened(browser, tmp_path, report(kind, name, "html")) as watched:
        page = watched.page
        dangling = page.locator("a[href]").evaluate_all(
            """links => links.filter(
                   link => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).length"""
        )
        mute = page.locator("svg:not(svg svg)").evaluate_all(
            """all => all.filter(one => one.getAttribute("aria-hidden") !== "true"
                   && !(one.getAttribute("role") === "img" && one.getAttribute("aria-label"))).length"""
        )
        assert (dangling, mute) == (0, 0)
        identities = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(identities) == len(set(identities))


@pytest.mark.parametrize("kind", ["copil", "pilote", "territoires"])
@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</style></title><img src=x onerror=alert(1)>",
        '" onfocus="alert(1)" autofocus tabindex="1',
        "{{ 7 * 7 }}{% raw %}",
        "[x](javascript:alert(1)) javascript:alert(1)",
        "\u202eà l'envers\u2066",
        LONG,
    ],
)
def test_a_text_of_the_plan_is_shown_as_it_is(browser: Browser, tmp_path: Path, kind: str, text: str) -> None:
    html = written(hostile(text), kind, "html", DAY, text)
    with opened(browser, tmp_path, html) as watched:
        check_layout(watched.page)
        assert (watched.complaints, len(watched.requests)) == ([], 1)
        assert watched.page.locator("script, img, iframe, object, embed, form, input").count() == 0
        assert visible(text) in watched.page.locator(".cover").inner_text()
