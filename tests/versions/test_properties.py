"""What must hold of any two versions of a plan, tried on a great many."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import yaml
from hypothesis import given
from pydantic import ValidationError

from ctgkit.plan import Plan
from ctgkit.plan.data import as_data
from ctgkit.plan.reading import read
from ctgkit.versions import Change, Comparison, Edit, apply, compare, mirrored
from ctgkit.versions.matching import match
from ctgkit.versions.raw import raw
from ctgkit.versions.tree import tree
from tests.examples import examples
from tests.plan.dump import dumped
from tests.versions.drawing import pairs, plans

#: The lists that are sets to whoever reads a plan.
SETS = {
    *("publics", "partenaires", "dispositifs", "indicateurs", "couts", "financements", "mesures", "communes"),
    *("signataires", "contacts", "acteurs", "alias", "copils", "avenants", "numerotees"),
}
#: FORMAT.md, "Contract, follow-up, adjustment"; the parties are follow-up by what answers for them.
FOLLOWUP = {
    *("suivi", "mesures", "copils", "avenants", "contacts", "priorite", "etat", "realise"),
    *("source", "reference", "unite", "sens", "type", "acteurs", "signataires"),
}
NEITHER = {"format", "id", "vocabulaire", "intitules", "sigle", "departement"}


def settled(
    value: Any, name: str = "", *, ordered: bool = True, without: frozenset[str] = frozenset()
) -> Any:
    """A plan as plain data in which two plans that say the same are equal.

    Lists whose order says nothing are sorted; mappings are lists of pairs, since the order of
    headings is printed; the keys `without` are left out.
    """
    if isinstance(value, Decimal):
        return value.normalize() + 0
    if isinstance(value, (list, tuple)):
        items = [settled(item, ordered=ordered, without=without) for item in value]
        return items if ordered else sorted(items, key=repr)
    if not isinstance(value, dict):
        return value
    if name in {"rubriques", "intitules"}:
        headings = [(key, settled(part, without=without)) for key, part in value.items()]
        return headings if name == "rubriques" else sorted(headings)
    return [
        (key, settled(part, key, ordered=(ordered if key == "points" else key not in SETS), without=without))
        for key, part in value.items()
        if key not in without
    ]


def seen(plan: Plan) -> Any:
    return settled(dumped(plan))


def without_none(data: Any) -> Any:
    """JSON without the keys that hold nothing."""
    if isinstance(data, dict):
        return {key: without_none(value) for key, value in data.items() if value is not None}
    return [without_none(item) for item in data] if isinstance(data, list) else data


def undated(value: Any) -> Any:
    """A plan as plain data without the days that settle a phrase: some are follow-up, and some are not."""
    if isinstance(value, dict):
        left_out = {"debut", "fin"} if "texte" in value else set()
        return {key: undated(part) for key, part in value.items() if key not in left_out}
    return type(value)(map(undated, value)) if isinstance(value, (list, tuple)) else value


def contract(plan: Plan) -> Any:
    return settled(undated(dumped(plan)), without=frozenset(FOLLOWUP | NEITHER))


@examples(50)
@given(plans())
def test_a_plan_differs_in_nothing_from_itself(plan: Plan) -> None:
    assert compare(plan, plan) == Comparison((), ())


@examples(50)
@given(plans())
def test_a_plan_differs_in_nothing_from_itself_written_otherwise(plan: Plan) -> None:
    data = without_none(as_data(plan))
    for text in (json.dumps(data), yaml.safe_dump(data, allow_unicode=True, sort_keys=True, width=30)):
        reading = read(text.encode(), "plan.yaml")
        assert reading.plan is not None
        # Keys in another order are headings in another order.
        changes = compare(plan, reading.plan).changes
        assert {(change.kind, change.subject) for change in changes} <= {("reordered", "rubrique")}
        assert text[0] != "{" or not changes


@examples(200)
@given(pairs())
def test_the_changes_made_to_the_old_plan_give_the_new_one(pair: tuple[Plan, Plan]) -> None:
    old, new = pair
    comparison = compare(old, new)
    assert seen(apply(old, comparison.changes)) == seen(new)
    assert bool(comparison.changes) == (seen(old) != seen(new))


@examples(120)
@given(pairs())
def test_the_contract_changes_give_the_new_contract_and_keep_the_followup(pair: tuple[Plan, Plan]) -> None:
    old, new = pair
    comparison = compare(old, new)
    amended = apply(old, comparison.contract)
    assert contract(amended) == contract(new)
    assert (amended.copils, amended.avenants, amended.contacts) == (old.copils, old.avenants, old.contacts)
    followed = apply(old, comparison.followup)
    assert contract(followed) == contract(old)
    assert seen(apply(followed, compare(followed, new).changes)) == seen(new)


MIRRORED = {"added": "removed", "removed": "added"}


def as_text(edit: Edit) -> str:
    return json.dumps(asdict(edit), sort_keys=True)


def summary(change: Change, *, mirror: bool) -> str:
    kind = MIRRORED.get(change.kind, change.kind) if mirror else change.kind
    edits = [mirrored(edit) if mirror else edit for edit in change.edits]
    return json.dumps([kind, change.subject, change.field, change.contract, sorted(map(as_text, edits))])


@examples(120)
@given(pairs())
def test_exchanging_the_plans_mirrors_the_changes(pair: tuple[Plan, Plan]) -> None:
    old, new = pair
    there, back = compare(old, new), compare(new, old)
    assert Counter(summary(change, mirror=True) for change in there.changes) == Counter(
        summary(change, mirror=False) for change in back.changes
    )
    assert {(one.new, one.old) for one in there.fiches} == {(one.old, one.new) for one in back.fiches}


@examples(120)
@given(pairs())
def test_every_raw_difference_is_explained_by_exactly_one_change(pair: tuple[Plan, Plan]) -> None:
    old, new = pair
    before, after = tree(old), tree(new)
    edits = Counter(map(as_text, raw(before, after, match(before, after))))
    changes = compare(old, new).changes
    assert Counter(as_text(edit) for change in changes for edit in change.edits) == edits
    # And none is idle: without any one change, the old plan does not become the new one.
    for left_out in changes:
        others = [change for change in changes if change is not left_out]
        try:
            assert seen(apply(old, others)) != seen(new), left_out
        except ValidationError:
            continue


@examples(100)
@given(pairs())
def test_a_comparison_prints_as_json_as_it_stands(pair: tuple[Plan, Plan]) -> None:
    comparison = compare(*pair)
    assert json.loads(json.dumps(asdict(comparison), ensure_ascii=False)) is not None
    assert comparison == compare(*pair)
    names = [change.fingerprint for change in comparison.changes]
    assert len(set(names)) == len(names)
