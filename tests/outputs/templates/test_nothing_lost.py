"""Everything that a plan says is in its documents, as often as the plan says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ctgkit.french.dates import long_date, period
from ctgkit.french.numbers import decimal
from ctgkit.french.visible import visible
from ctgkit.plan.montant import lire_montant
from tests.outputs.templates.filled import HARMLESS, filled
from tests.outputs.templates.markup import Page, bare
from tests.outputs.templates.parsing import nodes
from tests.outputs.templates.rendering import rendered
from tests.plan.dump import dumped
from tests.reports.fiches.plans import PATHS, document, plan

#: Names for addresses and headings, the directory that joins spellings, and what the other tests look for.
UNSEEN = {"format", "id", "acteurs", "vocabulaire", "periode", "comite"}
WORDED = {"action": "", "engagement": "Fiche d'engagement"}


def said(value: Any, key: str = "") -> Iterator[str]:
    """All that a dump of a plan says, in the words of its documents."""
    if isinstance(value, dict):
        for name, below in value.items():
            if name not in UNSEEN:
                if key == "rubriques":
                    yield name
                # Of a step it is a fact like others; of a fiche, what it is called.
                yield from said(below, "" if (key, name) == ("etapes", "nature") else name)
    elif isinstance(value, (tuple, list)):
        for below in value:
            yield from said(below, key)
    else:
        yield _worded(value, key)


def _worded(value: Any, key: str) -> str:
    if isinstance(value, date):
        return long_date(value)
    if key in {"montant", "realise"}:
        return lire_montant(value).ecrit()
    if isinstance(value, Decimal):
        return decimal(value)
    return visible(WORDED.get(value, value) if key == "nature" else str(value))


def everything(name: str) -> Counter[str]:
    """What the plan called `name` says, and how often."""
    dump = dumped(plan(name), nothing=False)
    # It starts a line of the cover.
    dump["territoire"]["type"] = dump["territoire"]["type"].capitalize()
    return Counter(one for one in said(dump) if one)


def read_back(name: str, output_format: str) -> str:
    """The text of a document, without its contents, which repeat the titles."""
    text = rendered(plan(name), output_format)
    if output_format == "html":
        page = Page(text)
        return "".join(
            node.name for node in page.nodes if node.kind == "text" and "nav.contents" not in node.inside
        )
    start, end = text.index("## Sommaire"), text.index('<a id="')
    return "".join(node.text for node in nodes(text[:start] + text[end:], "gfm"))


@pytest.mark.parametrize("output_format", ["html", "md"])
@pytest.mark.parametrize("name", PATHS)
def test_everything_in_a_plan_is_in_its_document(name: str, output_format: str) -> None:
    shown = bare(read_back(name, output_format))
    wanted = Counter(map(bare, everything(name).elements()))
    assert len(wanted) > 50
    assert {
        text: (count, shown.count(text)) for text, count in wanted.items() if shown.count(text) < count
    } == {}
    assert bare(period(plan(name).periode.debut, plan(name).periode.fin)) in shown


@pytest.mark.parametrize("output_format", ["html", "md"])
@pytest.mark.parametrize("name", PATHS)
def test_every_label_of_a_section_a_fiche_or_a_heading_is_in_the_document(
    name: str, output_format: str
) -> None:
    shown = bare(read_back(name, output_format))
    view = document(name)
    labels = Counter(rubrique.intitule for fiche in view.fiches() for rubrique in fiche.rubriques)
    labels += Counter(f"{fiche.nom} {fiche.numero} : " for fiche in view.fiches() if fiche.numero)
    labels += Counter(f"{section.niveau} {section.numero}" for section in view.sections if section.numero)
    assert sum(labels.values()) > 10
    assert {label: count for label, count in labels.items() if shown.count(bare(label)) < count} == {}


def test_what_a_plan_says_is_counted_wherever_it_stands() -> None:
    """The count that the tests above compare with is not itself blind to a part of the plan."""
    found = [one for one in said(dumped(filled(HARMLESS), nothing=False)) if HARMLESS in one]
    assert len(found) > 150
