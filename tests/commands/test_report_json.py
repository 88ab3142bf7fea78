"""`ctg report --format json`: what templates are given, and its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import pytest
from jinja2 import meta, nodes
from jsonschema import Draft7Validator

from ctgkit.app.documents.report import document, worded
from ctgkit.followup import Totals
from ctgkit.outputs.templates import SHARED
from ctgkit.outputs.templates.environment import environment
from ctgkit.plan import Plan
from ctgkit.plan.base import Element
from ctgkit.plan.montant import Montant
from ctgkit.plan.reading import read
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.document import Asked
from ctgkit.reports.document import documents as every_document
from ctgkit.reports.fiches import build
from ctgkit.reports.handed_out import handed_out
from ctgkit.reports.pilote.facts import pilote
from ctgkit.reports.pilote.people import pilotes
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import Statut
from tests.command import ctg
from tests.conftest import PLANS, ROOT
from tests.reports.territoires import caf
from tests.wrong import refused_everywhere

FILES = {
    "complet": ROOT / "tests" / "data" / "complet.yaml",
    "exemple": ROOT / "docs" / "exemple" / "plan.yaml",
    "fier": PLANS / "fier-et-usses.yaml",
    "vie": PLANS / "vie-et-boulogne.yaml",
}
#: Before anything was written in most of them, while they are followed, and after their end.
DAYS = (date(2021, 9, 30), date(2024, 6, 20), date(2026, 6, 30), date(2029, 1, 1))


@cache
def plan(name: str) -> Plan:
    reading = read(FILES[name].read_bytes(), name)
    assert reading.plan is not None
    return reading.plan


@cache
def validator() -> Draft7Validator:
    schema = json.loads((ROOT / "schema" / "report.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def told(name: str, kind: str, day: date, nom: str | None = None, since: date | None = None) -> Any:
    return json.loads(document(plan(name), Asked(every_document()[kind], nom, day, since), "json"))


def told_of_all() -> Any:
    asked = Asked(every_document()["territoires"], None, caf.DAY, None)
    return json.loads(worded(asked, caf.view(), "json"))


def documents(name: str) -> Iterator[tuple[Any, Any]]:
    """Each document about a plan as JSON, and the view that its template is given."""
    one = plan(name)
    yield told(name, "plan", DAYS[0]), build(handed_out(one))
    for day in DAYS:
        yield told(name, "copil", day), copil(one, day)
        for nom in pilotes(one)[:2]:
            yield told(name, "pilote", day, nom), pilote(one, nom, day)
    since = date(2024, 1, 1)
    yield told(name, "copil", DAYS[2], since=since), copil(one, DAYS[2], since=since)


def test_the_schema_is_what_the_command_prints() -> None:
    printed = ctg("schema", "report").out
    assert printed == (ROOT / "schema" / "report.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_every_document_follows_the_schema_and_holds_what_its_template_is_given(name: str) -> None:
    count = 0
    for found, view in documents(name):
        errors = [(list(one.path), one.message) for one in validator().iter_errors(found)]
        assert errors == []
        made = every_document()[found["kind"]]
        assert isinstance(view, made.view_class)
        same(view, found[made.name], made.name)
        count += 1
    assert count >= 8


def test_the_report_over_many_plans_does_too() -> None:
    found = told_of_all()
    assert [(list(one.path), one.message) for one in validator().iter_errors(found)] == []
    same(caf.view(), found["territoires"], "territoires")


def bare(value: Any) -> Any:
    """The number, or the words, that amounts and years are in JSON."""
    if isinstance(value, Montant):
        return value.valeur if value.chiffre else value.texte
    if isinstance(value, AnneesDites):
        return value.debut if value.debut == value.fin else f"{value.debut}-{value.fin}"
    return value


def same(value: Any, found: Any, path: str) -> None:
    """Checks that `found` is all that `value` holds, but for what docs/contexte.md says is not the same."""
    value = bare(value)
    if isinstance(value, Totals):
        statuts = dict(zip((*Statut, "non renseignée"), (*value.statuts, value.non_renseignees), strict=True))
        alertes = dict(zip(CodeAlerte, value.alertes, strict=True))
        assert found == {
            "fiches": value.fiches,
            "statuts": statuts,
            "alertes": alertes,
            "alertees": value.alertees,
        }, path
    elif isinstance(found, dict):
        if isinstance(value, Element):
            names = set(type(value).KEYS)
        elif is_dataclass(value):
            names = {one.name for one in fields(value)}
        else:
            names = set(value._fields)
        assert set(found) == names, path
        for name, one in found.items():
            same(getattr(value, name), one, f"{path}.{name}")
    elif isinstance(found, list):
        assert len(value) == len(found), path
        for rank, (held, one) in enumerate(zip(value, found, strict=True)):
            same(held, one, f"{path}[{rank}]")
    elif isinstance(value, date):
        assert date.fromisoformat(found) == value, path
    elif isinstance(value, Decimal):
        assert Decimal(str(found)) == value, path
    else:
        words = value.value if isinstance(value, Enum) else value
        words = str(words) if isinstance(words, str) else words  # one that says more is a text
        assert (type(words), words) == (type(found), found), path


def lineage(name: str, form: str) -> Iterator[nodes.Template]:
    """A template and those that it extends."""
    tree = environment(form).parse((ROOT / "templates" / name).read_text(encoding="utf-8"))
    yield tree
    for one in tree.find_all(nodes.Extends):
        assert isinstance(one.template, nodes.Const)
        yield from lineage(one.template.value, form)


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_built_in_template_needs_no_view_and_no_name_that_is_not_told(form: str) -> None:
    """The page has all that they write: `docs/gabarits.md` tells what they are given."""
    own, needed = set[str](), set[str]()
    trees = (tree for name in ("document", "partie") for tree in lineage(f"{name}.{form}", form))
    for tree in trees:
        own |= {one.target for one in tree.find_all(nodes.Import)}
        own |= {one.name for one in tree.find_all(nodes.Macro)}
        own |= {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
        needed |= meta.find_undeclared_variables(tree)
    needed -= {*own, "caller"}
    assert needed <= {*SHARED, "page", "parts", "part", "b"}


def test_a_key_too_few_or_too_many_and_any_wrong_type_are_refused_everywhere() -> None:
    places, made = refused_everywhere(
        validator(),
        [
            told("complet", "copil", DAYS[2], since=date(2025, 1, 1)),
            told("exemple", "copil", DAYS[2]),
            told("exemple", "copil", date(2023, 3, 1)),
            told("exemple", "pilote", DAYS[2], "Communauté de communes de la Vallée Imaginaire"),
            told("exemple", "plan", DAYS[2]),
            told("complet", "plan", DAYS[2]),
            told_of_all(),
        ],
    )
    assert places > 1000
    assert made > 3000
