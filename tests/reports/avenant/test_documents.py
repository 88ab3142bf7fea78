"""The avenant as a document: read over once whole, and only text whatever the texts of the plans are."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeVar, cast

import pytest
from hypothesis import given

from ctgkit.plan.base import Element
from ctgkit.reports.avenant import AvenantView
from tests.conftest import ROOT
from tests.examples import examples
from tests.outputs.templates.filled import HARMLESS
from tests.outputs.templates.markup import Page
from tests.outputs.templates.parsing import nodes
from tests.outputs.templates.test_html import check_is_only_text as check_html
from tests.outputs.templates.test_markdown import check_is_only_text as check_markdown
from tests.outputs.templates.texts import TEXTS, naughty, pieces
from tests.reports.avenant.drafting import drafted, exemple, rendered
from tests.reports.avenant.edited import amended, engagement, everything
from tests.versions.real import FIER

GOLDEN = ROOT / "tests" / "data" / "avenant-exemple.md"
T = TypeVar("T")

#: Fields of the view that hold no text of a plan: words of closed lists, and names of ours.
_NOT_TEXT = {
    *("empreinte", "ancre", "lien", "cle", "genre", "sorte", "nature", "origine", "etat", "sens", "type"),
    *("montant", "realise"),
    "convention",  # what agrees with it changes around it
}


def with_texts(value: T, text: str) -> T:
    """A view with `text` for every text that comes from a plan."""
    found: Any = value
    if isinstance(value, str):
        found = text
    elif isinstance(value, Element):
        keys = {key: getattr(value, key) for key in value.KEYS if key not in _NOT_TEXT}
        texts = {key: with_texts(part, text) for key, part in keys.items()}
        # Below 2, a unit would rightly lose its plural.
        found = value.but(**{**texts, **({"valeur": Decimal(12)} if "valeur" in keys else {})})
    elif isinstance(value, tuple) and hasattr(value, "_asdict"):
        keys = {key: part for key, part in found._asdict().items() if key not in _NOT_TEXT}
        found = found._replace(**{key: with_texts(part, text) for key, part in keys.items()})
    elif isinstance(value, tuple):
        found = tuple(with_texts(part, text) for part in value)
    return cast("T", found)


def filled_view() -> AvenantView:
    """An avenant with every article, and the same words wherever a plan has text."""
    view = amended(
        FIER,
        everything,
        engagement,
        before={"avenants": [{"numero": "1", "date": "2024-01-01", "objet": "Objet"}]},
    )
    other = exemple_view()
    view = view._replace(
        objet="Objet",
        articles=(
            *view.articles,
            *(one._replace(numero=one.numero + 50) for one in other.articles),
        ),
        annexe=(*view.annexe, *other.annexe),
    )
    return with_texts(view, HARMLESS)


def exemple_view() -> AvenantView:
    return drafted(exemple("plan-2023-signe"), exemple("plan"))


MODEL = filled_view()
PAGE = Page(rendered(MODEL, "html"))
MARKDOWN = rendered(MODEL, "md")
#: Where the notice stands in a page.
NOTICE = "div.notice.t-plain"
#: Guillemets change those around them.
_PLAIN = TEXTS.filter(lambda text: "«" not in text)


def test_the_model_has_every_article_and_shows_the_text_everywhere() -> None:
    keys = {article.cle for article in MODEL.articles}
    assert len(keys) == 16
    assert sum(node.text.count(HARMLESS) for node in nodes(MARKDOWN, "gfm")) > 250
    assert sum(node.name.count(HARMLESS) for node in PAGE.nodes if node.kind == "text") > 250


@examples(40)
@given(_PLAIN)
def test_any_text_is_only_text_in_both_formats(text: str) -> None:
    view = with_texts(MODEL, text)
    check_html(Page(rendered(view, "html")), PAGE, {HARMLESS: text})
    check_markdown(rendered(view, "md"), MARKDOWN, {HARMLESS: text})


@pytest.mark.parametrize("texts", [pieces, naughty])
def test_strings_known_to_break_programs_are_only_text(texts: Callable[[], list[str]]) -> None:
    for text in texts()[::20]:
        if "«" not in text:
            view = with_texts(MODEL, text)
            check_html(Page(rendered(view, "html")), PAGE, {HARMLESS: text})
            check_markdown(rendered(view, "md"), MARKDOWN, {HARMLESS: text})


def test_the_avenant_of_the_example_is_the_one_that_was_read_over() -> None:
    assert rendered(exemple_view(), "md") == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("output_format", ["html", "md"])
def test_the_same_plans_and_day_give_the_same_document(output_format: str) -> None:
    assert rendered(exemple_view(), output_format) == rendered(exemple_view(), output_format)


def views() -> list[AvenantView]:
    return [exemple_view(), amended(FIER, everything), amended(FIER, engagement)]


@pytest.mark.parametrize("view", views())
def test_the_page_stands_alone_and_every_link_and_label_leads_somewhere(view: AvenantView) -> None:
    page = Page(rendered(view, "html"))
    assert not {"script", "link", "img", "iframe", "base", "form"} & {node.name for node in page.nodes}
    ids = page.values("id")
    assert len(ids) == len(set(ids)) > 5
    assert {value.removeprefix("#") for value in page.values("href")} <= set(ids)
    assert {word for value in page.values("aria-labelledby") for word in value.split()} <= set(ids)
    assert page.values("lang") == ["fr"]


@pytest.mark.parametrize("view", views())
def test_headings_never_skip_a_level(view: AvenantView) -> None:
    page = Page(rendered(view, "html"))
    in_html = [
        int(node.name[1]) for node in page.nodes if node.kind == "open" and re.fullmatch(r"h\d", node.name)
    ]
    in_markdown = [
        int(node.tag[1]) for node in nodes(rendered(view, "md"), "gfm") if node.kind == "heading_open"
    ]
    for levels in (in_html, in_markdown):
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))


WORDED = [
    *(ROOT / "ctgkit" / "reports" / "avenant").glob("*.py"),
    ROOT / "ctgkit" / "vocabulary" / "article.py",
]


def texts_of(tree: ast.AST) -> list[str]:
    """The texts in a module, but for what it says of itself."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


def test_typography_is_french() -> None:
    """No line ends before a two-part sign, after an opening guillemet, or after `n°`."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in WORDED)
    words = [text for tree in trees for text in texts_of(tree)]
    assert sum("\u00a0" in text for text in words) > 30
    assert [text for text in words if re.search(r" [;:!?»](?!-)|(?:«|n°) ", text)] == []


@pytest.mark.parametrize("view", views())
def test_what_is_to_complete_is_framed_and_counted(view: AvenantView) -> None:
    page = Page(rendered(view, "html"))
    marks = [node for node in page.nodes if node.kind == "open" and node.name == "mark"]
    told = "".join(node.name for node in page.nodes if node.kind == "text" and NOTICE in node.inside)
    number = {10: "Dix", 15: "Quinze"}.get(len(marks), str(len(marks)))
    assert f"{number} passages restent à compléter" in told
    assert rendered(view, "md").count("**\\[à compléter\u00a0: ") == len(marks)
