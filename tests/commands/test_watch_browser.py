"""The page of `ctg report --watch` in a real browser: it follows the plan, and keeps its reader's place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.commands.test_watch import DAY, titled, write
from tests.commands.watched import PATIENCE, Watching, watching
from tests.conftest import ROOT
from tests.outputs.templates.test_browser import LONG, Watched, check_layout
from tests.outputs.templates.test_rapports_browser import violations

EXAMPLE = (ROOT / "docs" / "exemple" / "plan.yaml").read_text(encoding="utf-8")
TITLE = next(line for line in EXAMPLE.splitlines() if line.startswith("titre: "))
STOPPED = "« ctg report --watch » est arrêté : cette page ne se met plus à jour."


@contextmanager
def opened(browser: Browser, watched: Watching, path: str = "", **options: Any) -> Iterator[Watched]:
    """The page, in a browser of its own."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE * 1000)
    try:
        page = Watched(context.new_page())
        page.page.goto(watched.address + path)
        yield page
    finally:
        context.close()


def example(folder: Path, title: str, extra: str = "") -> None:
    """The example of the documentation, long enough to scroll, under another title."""
    text = EXAMPLE.replace(TITLE, f"titre: {title}") + extra
    (folder / "plan.yaml").write_text(text, encoding="utf-8")


def shows(page: Page, words: str) -> None:
    """Waits for a page with these words in its heading."""
    expect(page.locator("h1")).to_contain_text(words, timeout=PATIENCE * 1000)
    page.wait_for_load_state("load")


def place(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def test_it_follows_the_plan_and_its_faults_and_the_reader_keeps_their_place(
    browser: Browser, tmp_path: Path
) -> None:
    example(tmp_path, "Premier")
    with watching(tmp_path, "plan.yaml", *DAY, "--kind", "plan") as watched:
        watched.told(1)
        with opened(browser, watched) as session:
            page = session.page
            shows(page, "Premier")
            page.evaluate("scrollTo({top: 3000, behavior: 'instant'})")
            assert place(page) == 3000
            example(tmp_path, "Deuxième")
            shows(page, "Deuxième")
            assert place(page) == 3000
            example(tmp_path, "Troisième", "inconnue: 1\n")
            shows(page, "Ce plan a 1 erreur")
            assert place(page) == 0
            expect(page.locator("main")).to_contain_text("CTG101")
            example(tmp_path, "Quatrième", "inconnue: 1\nautre: 1\n")
            shows(page, "Ce plan a 2 erreurs")
            example(tmp_path, "Cinquième")
            shows(page, "Cinquième")
            assert place(page) == 3000
            assert session.complaints == []


def test_the_place_is_kept_on_a_page_that_was_opened_at_one_of_its_parts(
    browser: Browser, tmp_path: Path
) -> None:
    example(tmp_path, "Premier")
    with watching(tmp_path, "plan.yaml", *DAY, "--kind", "plan") as watched:
        watched.told(1)
        with opened(browser, watched) as session:
            page = session.page
            link = page.locator(".contents a").nth(4)
            link.scroll_into_view_if_needed()
            before = place(page)
            link.click()
            start = place(page)
            assert start > before
            page.evaluate("scrollBy({top: 777, behavior: 'instant'})")
            example(tmp_path, "Deuxième")
            shows(page, "Deuxième")
            assert place(page) == start + 777
            page.go_back()
            assert place(page) == before


def test_it_loads_nothing_but_the_page_and_what_it_waits_for(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        with opened(browser, watched) as session:
            with session.page.expect_event("load"):
                write(tmp_path, **titled("Ensuite"))
            paths = [url.removeprefix(watched.address).partition("=")[0] for url in session.requests]
            assert paths.count("") == 2
            assert set(paths) == {"", "edition?autre-que"}


def test_it_says_when_nothing_follows_any_more_and_goes_on_when_somebody_starts_again(
    browser: Browser, tmp_path: Path
) -> None:
    example(tmp_path, "Premier")
    arguments = ("plan.yaml", *DAY, "--kind", "plan")
    with watching(tmp_path, *arguments) as watched:
        watched.told(1)
        port = str(watched.port)
        with opened(browser, watched) as session:
            page = session.page
            shows(page, "Premier")
            status = page.get_by_role("status")
            expect(status).to_have_text("")
            expect(status).to_be_hidden()
            page.evaluate("scrollTo({top: 2000, behavior: 'instant'})")
            assert watched.stop() == 0
            expect(status).to_have_text(STOPPED)
            expect(status).to_be_visible()
            assert "Premier" in page.locator("h1").inner_text()
            assert place(page) == 2000
            assert violations(session) == {}
            page.emulate_media(media="print")
            expect(status).to_be_hidden()
            page.emulate_media(media="screen")
            with watching(tmp_path, *arguments, "--port", port) as next_one:
                next_one.told(1)
                # Whoever is asked for a change answers after twenty seconds that there was none.
                expect(status).to_have_text("", timeout=10_000)
                assert place(page) == 2000
                example(tmp_path, "Deuxième")
                shows(page, "Deuxième")
                assert place(page) == 2000


def test_two_readers_see_the_same(browser: Browser, tmp_path: Path) -> None:
    example(tmp_path, "Premier")
    with watching(tmp_path, "plan.yaml", *DAY, "--kind", "plan") as watched:
        watched.told(1)
        with opened(browser, watched) as one, opened(browser, watched) as other:
            example(tmp_path, "Deuxième")
            for session in (one, other):
                shows(session.page, "Deuxième")


def test_a_text_of_the_plan_runs_nowhere_on_the_page_of_its_findings(
    browser: Browser, tmp_path: Path
) -> None:
    text = "</pre></title><script>alert(1)</script><img src=x onerror=alert(2)>"
    write(tmp_path, suite=f'        origine: "{text}"')
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.complained("erreur")
        with opened(browser, watched) as session:
            shows(session.page, "erreur")
            session.page.wait_for_timeout(200)
            assert text in session.page.locator("main").inner_text()
            assert session.complaints == []
            assert all(url.startswith(watched.address) for url in session.requests)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """A plan with several faults, and texts that no line can hold."""
    folder = tmp_path_factory.mktemp("fautes")
    write(
        folder,
        periode="periode: demain",
        suite=f"        pilote: {LONG}\n        origine: {'x' * 300}\n        statut: en course",
    )
    with watching(folder, "plan.yaml", *DAY) as watched:
        watched.complained("erreurs :")
        yield watched


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_axe_finds_no_barrier_on_the_page_of_findings_and_it_fits(
    browser: Browser, faulty: Watching, width: int, scheme: Literal["light", "dark"]
) -> None:
    size = {"width": width, "height": 800}
    with opened(browser, faulty, viewport=size, color_scheme=scheme) as session:
        shows(session.page, "erreurs")
        assert violations(session) == {}
        check_layout(session.page)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_axe_finds_no_barrier_on_a_document_that_is_no_page_and_it_fits(
    browser: Browser, tmp_path: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    example(tmp_path, "Premier")
    with watching(tmp_path, "plan.yaml", *DAY, "--format", "md") as watched:
        watched.told(1)
        size = {"width": width, "height": 800}
        with opened(browser, watched, viewport=size, color_scheme=scheme) as session:
            shows(session.page, "plan-copil.md")
            assert violations(session) == {}
            check_layout(session.page)
            example(tmp_path, "Deuxième")
            expect(session.page.locator("pre")).to_contain_text("Deuxième", timeout=PATIENCE * 1000)
