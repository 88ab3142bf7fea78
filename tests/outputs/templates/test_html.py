"""The HTML of a plan: any text is only text, the page stands alone, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given

from ctgkit.french.typography import printed
from ctgkit.french.visible import one_line, visible
from ctgkit.outputs.templates.page import Source
from tests.outputs.templates.filled import HARMLESS, filled, listed
from tests.outputs.templates.markup import Page, bare, css_strings, shape
from tests.outputs.templates.rendering import rendered, written
from tests.outputs.templates.texts import TEXTS, naughty, pieces
from tests.reports.fiches.plans import PATHS, minimal, plan

#: The page that a text must not change the shape of.
REFERENCE = Page(rendered(filled(HARMLESS), "html"))


def cut(line: str) -> str:
    """A line as the top of a printed page has it."""
    return line if len(line) <= 100 else line[:99] + "…"


def check_is_only_text(page: Page, model: Page, texts: dict[str, str]) -> None:
    """`page` is `model` with `texts` for its harmless words: the same tags, attributes and rules.

    Args:
        page: the page to check.
        model: the same, made with harmless words.
        texts: what stands in `page` for each harmless word of `model`.
    """
    harmless = re.compile("|".join(texts))

    def worded(words: str, show: Callable[[str], str] = visible) -> str:
        return harmless.sub(lambda word: show(texts[word[0]]), words)

    assert page.others == model.others == ["doctype html"]
    for node, expected in zip(shape(page), shape(model), strict=True):
        assert (node.kind, node.inside) == (expected.kind, expected.inside)
        if node.inside[-1:] == ("style",):
            rules, strings = css_strings(node.name)
            expected_rules, expected_strings = css_strings(expected.name)
            assert rules == expected_rules
            assert strings == [cut(one_line(printed(worded(one)))) for one in expected_strings]
        else:
            assert bare(node.name) == bare(worded(expected.name))
            assert [(key, bare(value)) for key, value in node.attributes] == [
                (key, bare(worded(value))) for key, value in expected.attributes
            ]


@given(TEXTS)
def test_any_text_in_every_place_of_a_plan_is_only_text_in_the_page(text: str) -> None:
    check_is_only_text(Page(rendered(filled(text), "html")), REFERENCE, {HARMLESS: text})


@pytest.mark.parametrize("texts", [pieces, naughty])
def test_strings_known_to_break_programs_are_only_text_in_the_page(texts: Callable[[], list[str]]) -> None:
    words = {f"{HARMLESS}{rank}x": text for rank, text in enumerate(texts())}
    page = Page(rendered(listed(words.values()), "html"))
    check_is_only_text(page, Page(rendered(listed(words), "html")), words)


def test_the_page_of_reference_shows_the_text_everywhere() -> None:
    whole = "".join(node.name for node in REFERENCE.nodes if node.kind == "text")
    assert whole.count(HARMLESS) > 150
    assert css_strings(REFERENCE.text("style"))[1].count(HARMLESS) == 2
    assert 'content: "' in REFERENCE.text("style")


@pytest.mark.parametrize("name", PATHS)
def test_the_same_plan_and_day_give_the_same_page(name: str) -> None:
    assert rendered(plan(name), "html") == written(plan(name), "html", Source())


@pytest.mark.parametrize("name", PATHS)
def test_a_page_stands_alone(name: str) -> None:
    html = rendered(plan(name), "html")
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "base", "form"} & {node.name for node in page.nodes}
    assert all(value.startswith("#") for value in page.values("href"))
    assert not page.values("src")
    assert not [key for node in page.nodes for key, _ in node.attributes if key.startswith("on")]
    assert all(re.fullmatch(r"width: \d+%", value) for value in page.values("style"))
    assert not re.search(r"url\s*\((?!#)|@import|https?:", page.text("style"))


@pytest.mark.parametrize("name", PATHS)
def test_every_link_and_label_leads_somewhere_and_ids_are_unique(name: str) -> None:
    page = Page(rendered(plan(name), "html"))
    ids = page.values("id")
    assert len(ids) == len(set(ids)) > 5
    assert {value.removeprefix("#") for value in page.values("href")} <= set(ids)
    assert {word for value in page.values("aria-labelledby") for word in value.split()} <= set(ids)


def test_ids_are_unique_whatever_the_addresses() -> None:
    axes = [
        {
            "id": one,
            "titre": one,
            "actions": [{"numero": numero, "titre": "T"} for numero in ("titre", "1", "1 titre")],
        }
        for one in ("a", "a-titre", "a titre", "titre", "sommaire")
    ]
    ids = Page(rendered(minimal(*axes), "html")).values("id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", PATHS)
def test_a_page_is_french_and_its_headings_never_skip_a_level(name: str) -> None:
    page = Page(rendered(plan(name), "html"))
    assert page.values("lang") == ["fr"]
    levels = [
        int(node.name[1]) for node in page.nodes if node.kind == "open" and re.fullmatch(r"h\d", node.name)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_headings_never_skip_a_level_however_deep_the_sections() -> None:
    section: dict[str, object] = {"titre": "Fond", "actions": [{"numero": "1", "titre": "T"}]}
    for depth in range(6):
        section = {"id": str(depth), "titre": f"S{depth}", "objectifs": [section]}
    page = Page(rendered(minimal(section), "html"))
    levels = [
        int(node.name[1]) for node in page.nodes if node.kind == "open" and re.fullmatch(r"h\d", node.name)
    ]
    assert levels == [1, 2, 2, 3, 4, 5, 5, 5, 5, 6]


def test_a_line_break_in_a_text_breaks_the_line_wherever_there_is_room_for_two() -> None:
    """Only names and numbers that share their line with something else keep to it."""
    page = Page(rendered(filled("un\ndeux"), "html"), line_break="⏎")
    whole = "".join(node.name for node in page.nodes if node.kind == "text")
    assert whole.count("un⏎deux") > 100
    on_one_line = {node.inside for node in page.nodes if node.kind == "text" and "un\ndeux" in node.name}
    assert {inside[-1] for inside in on_one_line if "nav.contents" not in inside} == {
        "title",
        "p.path",
        "span.level",
        "span.label",
    }
