"""The Markdown of a plan, read back by a Markdown parser: any text is only text, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given

from ctgkit.french.visible import visible
from ctgkit.outputs.templates.markdown import escape
from ctgkit.outputs.templates.page import Source
from tests.outputs.templates.filled import HARMLESS, filled, listed
from tests.outputs.templates.markup import bare
from tests.outputs.templates.parsing import READERS, nodes
from tests.outputs.templates.rendering import rendered, written
from tests.outputs.templates.texts import TEXTS, naughty, pieces
from tests.reports.fiches.plans import PATHS, plan


def check_is_only_text(markdown: str, model: str, texts: dict[str, str]) -> None:
    """`markdown` is `model` with `texts` for its harmless words, and has no structure of its own."""
    harmless = re.compile("|".join(texts))
    for reader in READERS:
        for node, expected in zip(nodes(markdown, reader), nodes(model, reader), strict=True):
            words = harmless.sub(lambda word: visible(texts[word[0]]), expected.text)
            assert node._replace(text=bare(node.text)) == expected._replace(text=bare(words))


MODEL = rendered(filled(HARMLESS), "md")


@given(TEXTS)
def test_any_text_in_every_place_of_a_plan_is_only_text_in_markdown(text: str) -> None:
    check_is_only_text(rendered(filled(text), "md"), MODEL, {HARMLESS: text})


@pytest.mark.parametrize("texts", [pieces, naughty])
def test_strings_known_to_break_programs_are_only_text_in_markdown(texts: Callable[[], list[str]]) -> None:
    words = {f"{HARMLESS}{rank}x": text for rank, text in enumerate(texts())}
    check_is_only_text(rendered(listed(words.values()), "md"), rendered(listed(words), "md"), words)


def test_the_model_shows_the_text_everywhere() -> None:
    for reader in READERS:
        assert sum(node.text.count(HARMLESS) for node in nodes(MODEL, reader)) > 150
    kinds = {node.kind for node in nodes(MODEL, "gfm")}
    assert {"text", "anchor", "link_open", "strong_open", "em_open", "table_open", "heading_open"} <= kinds
    assert "strong_open" not in {node.kind for node in nodes(escape("**a**"), "gfm")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://exemple.fr/a_b", r"https\://exemple.fr/a\_b"),
        ("www.exemple.fr/a_b", r"www\.exemple.fr/a\_b"),
        ("a_b@exemple.fr", r"a\_b\@exemple.fr"),
        (":smile:", r"\:smile:"),
        (": une définition", r"\: une définition"),
        ("$x$", r"\$x\$"),
        ("Accueil : horaires (12:30), 10 % #1", "Accueil\u00a0: horaires (12:30), 10\u00a0% \\#1"),
    ],
)
def test_what_github_and_gitlab_add_to_markdown_is_escaped_and_prose_is_not(text: str, expected: str) -> None:
    """Bare addresses become links there, which show the backslashes that other escapes put in them."""
    assert escape(text) == expected


@pytest.mark.parametrize("name", PATHS)
def test_the_same_plan_and_day_give_the_same_markdown(name: str) -> None:
    assert rendered(plan(name), "md") == written(plan(name), "md", Source())


@pytest.mark.parametrize("name", PATHS)
def test_every_link_leads_to_an_anchor_of_the_page_and_headings_never_skip_a_level(name: str) -> None:
    found = nodes(rendered(plan(name), "md"), "gfm")
    assert sum(node.kind == "link_open" for node in found) >= 5
    levels = [int(node.tag[1]) for node in found if node.kind == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
