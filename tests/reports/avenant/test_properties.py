"""What must hold of the avenant between any two plans, tried on a great many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

from hypothesis import given
from markdown_it import MarkdownIt

from ctgkit.plan import Plan
from ctgkit.plan.data import as_data
from ctgkit.plan.judge import judged
from ctgkit.reports.avenant import ArticleView, draft
from ctgkit.versions import Change, compare
from tests.examples import examples
from tests.reports.avenant.drafting import rendered
from tests.versions.drawing import pairs

_MARK = re.compile(r"<[^>]+>")
_SPACES = re.compile(r"\s+")
#: FORMAT.md, "Contract and follow-up".
FOLLOWUP = {"suivi", "mesures", "copils", "contacts"}
HIDDEN = "Zqxjkv"


def fingerprints(value: Any) -> Iterator[str]:
    """All the fingerprints in a view."""
    names = getattr(value, "_fields", ())
    if "empreinte" in names:
        yield value.empreinte
    for name in names:
        if name != "empreinte":
            yield from fingerprints(getattr(value, name))
    if not names and isinstance(value, tuple):
        for part in value:
            yield from fingerprints(part)


def says_something(article: ArticleView) -> bool:
    return bool(article.fiches or article.deplacements or article.groupes)


@given(pairs())
def test_every_contract_change_is_in_one_article_once_and_no_other_change(pair: tuple[Plan, Plan]) -> None:
    comparison = compare(*pair)
    view = draft(*pair, comparison)
    if view is None:
        assert comparison.contract == ()
        return
    assert Counter(fingerprints(view.articles)) == Counter(one.fingerprint for one in comparison.contract)
    assert [article.numero for article in view.articles] == list(range(1, len(view.articles) + 1))
    assert [article.cle for article in view.articles if not says_something(article)] == [
        "objet",
        "inchange",
        "effet",
    ]
    keys = [article.cle for article in view.articles]
    assert (keys[0], *keys[-2:]) == ("objet", "inchange", "effet")


def read_html(html: str) -> str:
    """The words of a page."""
    return flat(unescape(_MARK.sub(" ", html.partition("</style>")[2])))


def read_markdown(markdown: str) -> str:
    """The words of a Markdown document, as a parser sees them."""
    return read_html("</style>" + MarkdownIt("gfm-like", {"linkify": False}).render(markdown))


def flat(text: str) -> str:
    return _SPACES.sub(" ", text)


def texts(change: Change) -> Iterator[str]:
    """The texts that a reader must find of a change: all that comes, and what it stands for."""
    for edit in change.edits:
        value: Any = edit.after or edit.before
        if change.field is None and edit.op == "remove":
            yield value["titre"]
        elif edit.op != "order":
            yield from (*words(edit.before), *words(edit.after))


def words(value: Any) -> Iterator[str]:
    """The texts in a value that are prose."""
    if isinstance(value, str):
        if not re.fullmatch(r"[\d.-]+", value):
            yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            # How far a line of money has come is follow-up: what is paid is shown as granted, and as spent.
            if key not in FOLLOWUP | {"intitules", "numero", "id", "nature", "etat"}:
                yield from words(part)
    elif isinstance(value, list):
        for part in value:
            yield from words(part)


@examples(60)
@given(pairs())
def test_all_that_changes_can_be_read_in_both_formats(pair: tuple[Plan, Plan]) -> None:
    comparison = compare(*pair)
    view = draft(*pair, comparison)
    if view is None:
        return
    for read in (read_html(rendered(view, "html")), read_markdown(rendered(view, "md"))):
        for change in comparison.contract:
            missing = [text for text in texts(change) if flat(text) not in read]
            assert missing == [], (change.kind, change.subject, change.field)


def marked(value: Any, *, inside: bool = False) -> Any:
    """Plain data of a plan with a secret word in every text of its follow-up.

    Headings of its own are left alone: one may be called as follow-up is.
    """
    if isinstance(value, dict):
        return {
            key: part
            if key in {"statut", "date"} or (key == "rubriques" and not inside)
            else marked(part, inside=inside or key in FOLLOWUP)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [marked(part, inside=inside) for part in value]
    return f"{HIDDEN} {value}" if inside and isinstance(value, str) else value


@examples(60)
@given(pairs())
def test_follow_up_is_nowhere(pair: tuple[Plan, Plan]) -> None:
    old, new = (judged(Plan, marked(as_data(one))) for one in pair)
    assert HIDDEN in str(as_data(new)) or not (new.contacts or new.copils)
    view = draft(old, new, compare(old, new))
    if view is not None:
        assert HIDDEN not in rendered(view, "md") + rendered(view, "html")
