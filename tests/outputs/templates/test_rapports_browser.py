"""The reports in a real browser: layout, accessibility, keyboard, zoom, and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from ctgkit.french.typography import printed
from ctgkit.french.visible import visible
from tests.outputs.templates.rapports import MOMENTS, PAGES, hostile, report, written
from tests.outputs.templates.test_browser import CUT, LONG, RULES, Watched, check_layout
from tests.reports.copil.plans import plan

#: A report about a plan that holds one text everywhere.
DAY = date(2026, 11, 21)
Scheme: TypeAlias = Literal["light", "dark"]


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


@pytest.mark.parametrize(("kind", "name"), PAGES)
def test_no_width_makes_the_page_scroll_sideways_and_nothing_is_fetched_or_run(
    browser: Browser, tmp_path: Path, kind: str, name: str
) -> None:
    """320 pixels are what is left of 1,280 at a zoom of 400 %."""
    html = report(kind, name, "html")
    assert "<script" not in html
    with opened(browser, tmp_path, html) as watched:
        watched.page.wait_for_load_state("networkidle")
        check_layout(watched.page)
        watched.page.set_viewport_size({"width": 390, "height": 900})
        assert watched.page.evaluate(CUT) == []
        assert watched.requests == [(tmp_path / "rapport.html").as_uri()]
        assert watched.complaints == []


#: Widths and schemes; those of a tablet differ from others in their layout only.
SCREENS: list[tuple[int, Scheme]] = [
    (390, "light"),
    (390, "dark"),
    (820, "light"),
    (1440, "light"),
    (1440, "dark"),
]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
@pytest.mark.parametrize(("kind", "name"), PAGES)
def test_axe_finds_no_barrier(
    browser: Browser, tmp_path: Path, kind: str, name: str, *, width: int, scheme: Scheme
) -> None:
    size = {"width": width, "height": 900}
    with opened(browser, tmp_path, report(kind, name, "html"), viewport=size, color_scheme=scheme) as watched:
        assert violations(watched) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("kind", "name"), PAGES)
def test_axe_finds_no_barrier_on_paper(
    browser: Browser, tmp_path: Path, kind: str, name: str, scheme: Scheme
) -> None:
    """As wide as A4 without its margins, 180 mm; whatever the scheme of the screen, paper is white."""
    size = {"width": 680, "height": 960}
    with opened(browser, tmp_path, report(kind, name, "html"), viewport=size, color_scheme=scheme) as watched:
        watched.page.emulate_media(media="print")
        paper = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
        assert violations(watched) == {}


@pytest.mark.parametrize(("name", "day"), MOMENTS)
def test_a_report_of_any_moment_fits_and_has_no_barrier(
    browser: Browser, tmp_path: Path, name: str, day: date
) -> None:
    html = written(plan(name), "copil", "html", day, "")
    with opened(browser, tmp_path, html, color_scheme="dark") as watched:
        check_layout(watched.page)
        watched.page.set_viewport_size({"width": 390, "height": 900})
        assert violations(watched) == {}


@pytest.mark.parametrize(("kind", "name"), PAGES)
def test_a_zoom_of_400_percent_hides_no_word(browser: Browser, tmp_path: Path, kind: str, name: str) -> None:
    """A window of 1,280 by 1,024 has 320 by 256 left; what a table holds is reached by scrolling in it."""
    with opened(browser, tmp_path, report(kind, name, "html")) as watched:
        words = []
        for width, height in ((1280, 1024), (320, 256)):
            watched.page.set_viewport_size({"width": width, "height": height})
            words.append(watched.page.evaluate("document.body.innerText").split())
        assert len(words[0]) > 500
        assert words[0] == words[1]


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


@pytest.mark.parametrize(("kind", "name"), PAGES)
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


@pytest.mark.parametrize(("kind", "name"), PAGES)
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
        assert printed(visible(text)) in watched.page.locator(".cover").inner_text()
