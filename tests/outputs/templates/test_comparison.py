"""The page of `ctg diff` in a real browser: layout, accessibility, and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from ctgkit.app.documents.comparison import written
from ctgkit.app.documents.templating import BUILT_IN
from ctgkit.french.typography import printed
from ctgkit.plan.reading import read
from ctgkit.reports.diff import Position, Read, Scope, View, tell
from ctgkit.versions import compare
from tests.conftest import ROOT
from tests.outputs.templates.test_browser import FOCUSED, LONG, RULES, Watched, check_layout

EXAMPLE = ROOT / "docs" / "exemple"


@cache
def view(text: str = "") -> View:
    """The comparison of the two versions of the example, with a text added to the new one."""
    old, new = (
        read((EXAMPLE / name).read_bytes(), name).plan for name in ("plan-2023-signe.yaml", "plan.yaml")
    )
    assert old is not None
    assert new is not None
    if text:
        new = new.but(titre=text, caf=text)
    first, second = (
        Read(text or name, one, lambda _: Position(12345, 3)) for name, one in (("a", old), ("b", new))
    )
    return tell(first, second, compare(old, new), Scope())


@contextmanager
def opened(
    browser: Browser, folder: Path, shown: View, *, stat: bool = False, **options: Any
) -> Iterator[Watched]:
    """The page, opened from a file as a user does."""
    file = folder / "diff.html"
    file.write_text(written(shown, "html", BUILT_IN, stat=stat), encoding="utf-8")
    context = browser.new_context(**options)
    try:
        watched = Watched(context.new_page())
        watched.page.goto(file.as_uri())
        yield watched
    finally:
        context.close()


@pytest.mark.parametrize("text", ["", LONG])
def test_no_width_of_screen_makes_the_page_scroll_sideways(
    browser: Browser, tmp_path: Path, text: str
) -> None:
    with opened(browser, tmp_path, view(text)) as watched:
        check_layout(watched.page)
        assert watched.requests == [(tmp_path / "diff.html").as_uri()]
        assert watched.complaints == []


@pytest.mark.parametrize("stat", [False, True])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_no_barrier(
    browser: Browser, tmp_path: Path, width: int, scheme: Literal["light", "dark"], *, stat: bool
) -> None:
    size = {"width": width, "height": 900}
    with opened(browser, tmp_path, view(), stat=stat, viewport=size, color_scheme=scheme) as watched:
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = Axe().run(watched.page, options=options).response
    assert len(found["passes"]) > 20
    violations = {one["id"]: [node["html"][:200] for node in one["nodes"]][:3] for one in found["violations"]}
    assert violations == {}


def test_words_that_go_and_come_are_marked_by_more_than_colour(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, view()) as watched:
        gone = watched.page.locator("main del").all_inner_texts()
        come = watched.page.locator("main ins").all_inner_texts()
    assert len(gone) > 30
    assert len(come) > 100
    assert all(text.startswith("[-") and text.endswith("-]") for text in gone)
    assert all(text.startswith("{+") and text.endswith("+}") for text in come)
    assert "[-dix-]" in gone
    assert "{+douze+}" in come


def test_the_keyboard_reaches_every_link_and_every_link_leads_somewhere(
    browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, tmp_path, view()) as watched:
        page = watched.page
        stops = page.locator("a[href], .wide").evaluate_all(
            "all => all.map(one => one.getAttribute('href') ?? one.getAttribute('aria-label'))"
        )
        assert len(stops) > 20
        for stop in stops:
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUSED) == [stop, True, True]
        dangling = page.locator("a[href]").evaluate_all(
            "links => links.filter(link => !document.getElementById(link.hash.slice(1))).length"
        )
        assert dangling == 0


def test_nothing_is_lost_on_paper(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, view()) as watched:
        watched.page.emulate_media(media="print")
        shown = watched.page.locator("main").inner_text()
    for part in view().parts:
        for told in part.changes:
            assert " ".join(printed(told.sentence).split()) in " ".join(shown.split())
