"""`docs/contexte.md` tells who writes a template every name there is, and what is under it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import pytest

from ctgkit.outputs.templates.environment import environment
from ctgkit.plan.base import Element
from ctgkit.plan.montant import Montant
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.document import documents
from ctgkit.reports.fiches import build
from ctgkit.reports.pilote.facts import pilote
from tests.conftest import ROOT
from tests.reports.copil.plans import DAYS, PILOTES, plan
from tests.reports.territoires import caf
from tools.contexts import reference

PAGE = (ROOT / "docs" / "contexte.md").read_text(encoding="utf-8")


class Row(NamedTuple):
    """What the page says of a name."""

    kind: str
    told: str


@cache
def sections() -> dict[str, dict[str, Row]]:
    """The tables of the page, by the anchor above them."""
    found: dict[str, dict[str, Row]] = {}
    for part in PAGE.split('\n<a id="')[1:]:
        anchor, rest = part.split('"></a>\n', 1)
        rows = re.findall(r"^\| `([^`]+)`(?: \*gabarit\*)? \| (.+?) \| (.+) \|$", rest, re.MULTILINE)
        assert anchor not in found
        found[anchor] = {name: Row(kind, told) for name, kind, told in rows}
    return found


def codes(anchor: str) -> set[str]:
    part = PAGE.split(f'\n<a id="{anchor}"></a>\n', 1)[1].split("\n<a id=", 1)[0]
    return set(re.findall(r"^\| `([^`]+)` \| [^|]+ \|$", part, re.MULTILINE))


def test_the_page_is_fresh() -> None:
    assert reference() == PAGE


def test_every_link_of_the_page_leads_to_one_place() -> None:
    anchors = re.findall(r'<a id="([^"]+)"></a>', PAGE)
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert len(set(anchors)) == len(anchors) > 60
    assert len(links) > 60
    assert links <= set(anchors)


def asked(value: Any) -> Collection[str]:
    """What a template may ask of an object; a method ends in `()`."""
    if isinstance(value, Element):
        return value.KEYS
    names = [name for name in dir(value) if not name.startswith("_")]
    if isinstance(value, tuple):
        names = [name for name in names if name not in {"count", "index"}]
    return {f"{name}()" if callable(getattr(value, name)) else name for name in names}


def got(value: Any, name: str) -> Any:
    """What a template gets under a name that the page gives."""
    if name.endswith("()"):
        return list(getattr(value, name.removesuffix("()"))())
    return getattr(value, name)


#: How the page calls values that have no parts.
WORDS: dict[type, str] = {
    AnneesDites: "une année, ou la première et la dernière de plusieurs",
    Decimal: "un nombre(?! entier)",
    Montant: "un montant",
    date: "une date",
}


def check(value: Any, kind: str, path: str) -> Iterator[str]:
    """Checks a value against the words of its type, and all that is below it.

    Yields where it was, and the anchors of the tables that it read.
    """
    yield path
    words = re.sub(r"\]\(#[^)]+\)", "]", kind)
    anchors = re.findall(r"\(#([^)]+)\)", kind)
    if value is None:
        assert words.endswith((", ou rien", "(ou rien)")), (path, kind)
    elif isinstance(value, bool):
        assert words.startswith("vrai ou faux"), (path, kind)
    elif isinstance(value, str):
        assert value in codes(anchors[0]) if anchors else "texte" in words, (path, kind)
    elif isinstance(value, int):
        assert words.startswith(("un nombre entier", "une année")), (path, kind)
    elif type(value) in WORDS:
        assert re.match(WORDS[type(value)], words), (path, kind)
    elif isinstance(value, (list, tuple, frozenset)) and not hasattr(value, "_fields"):
        assert words.startswith("une liste d"), (path, kind)
        for one in value:
            yield from check_item(one, words, anchors, path)
    else:
        (anchor,) = anchors
        told = sections()[anchor]
        yield f"#{anchor}"
        assert set(told) == set(asked(value)), path
        for name, row in told.items():
            yield from check(got(value, name), row.kind, f"{path}.{name}")


#: What one of several is called.
SINGULAR = {"textes": "un texte", "nombres entiers": "un nombre entier", "nombres": "un nombre"}


def check_item(one: Any, words: str, anchors: list[str], path: str) -> Iterator[str]:
    if "couples" in words:
        text, code = one
        assert isinstance(text, str), path
        assert code in codes(anchors[0]), path
    elif anchors:
        yield from check(one, f"[x](#{anchors[0]}){', ou rien' * words.endswith('(ou rien)')}", f"{path}[]")
    else:
        plural = re.sub(r"une liste d(?:e |')", "", words)
        yield from check(one, SINGULAR[plural], f"{path}[]")


@pytest.mark.parametrize("name", ["exemple", "vie-et-boulogne"])
def test_the_page_names_all_that_templates_are_given_and_says_what_it_is(name: str) -> None:
    one, day = plan(name), DAYS[name]
    given: dict[str, list[Any]] = {
        "copil": [copil(one, day), copil(one, day, since=date(2021, 2, 1))],
        "pilote": [pilote(one, PILOTES[name], day)],
        "plan": [build(one)],
        "territoires": [caf.view()],
    }
    for kind, views in given.items():
        for view in views:
            met = set(check(view, f"[x](#gabarit-{kind})", kind))
            assert len(met) > 60


def test_the_page_has_no_part_that_no_document_has() -> None:
    one, day = plan("exemple"), DAYS["exemple"]
    met: set[str] = set()
    for kind, view in (
        ("copil", copil(one, day, since=date(2023, 9, 1))),
        ("pilote", pilote(one, PILOTES["exemple"], day)),
        ("plan", build(one)),
        ("territoires", caf.view()),
    ):
        met |= set(check(view, f"[x](#gabarit-{kind})", kind))
    tables = re.findall(r'<a id="([^"]+)"></a>\n\n#[^|]+\| nom \| type \|', PAGE)
    assert len(tables) > 55
    assert {path.removeprefix("#") for path in met if path[0] == "#"} == {*tables} - {
        "communs",
        "fait",
        # Of which the example has none.
        *(
            "ligne-de-cout",
            "revision",
            "rectification",
            "question-d-evaluation",
            "serie-de-chiffres",
            "chiffre",
            "bilan",
            "bilan-note",
            "decision",
            "decision-prise",
        ),
    }


def test_the_tree_names_what_the_tables_do() -> None:
    for kind, document in documents().items():
        part = PAGE.split(f'<a id="gabarit-{kind}"></a>', 1)[1].split("\n<a id=", 1)[0]
        tree = part.split("```text\n", 1)[1].split("\n```", 1)[0].splitlines()
        assert tree[0] == document.name
        first = [re.match(r"  (\w+)(?:\[\])? +\S", line) for line in tree]
        tops = [found[1] for found in first if found]
        own = [name for name in sections()[f"gabarit-{kind}"] if not name.endswith("()")]
        assert tops == own


def test_the_example_of_the_page_is_a_template() -> None:
    (source,) = re.findall(r"```jinja\n(.+?)```", PAGE, re.DOTALL)
    view = copil(plan("exemple"), DAYS["exemple"])
    template = environment("md").from_string(source)
    lines = template.render(copil=view, date=DAYS["exemple"]).splitlines()
    assert lines[0] == "# Vallée Imaginaire, le 30\u00a0juin\u00a02026"
    items = [line for line in lines if line.startswith("- **")]
    assert len(items) == len(view.changements) > 3
    assert items[0].startswith("- **Ouvrir une micro-crèche à Pont-Inventé** : en cours, ")
    nothing = template.render(copil=view._replace(changements=()), date=DAYS["exemple"])
    assert "Rien n'a bougé." in nothing
