"""What the plan classes declare of lists and mappings says how every one of them is compared."""

from __future__ import annotations

from ctgkit.plan import Plan
from ctgkit.plan.declaration import Field, below, declared
from ctgkit.versions.fields import LISTS, MAPS, RECORDS, TREE, in_tree, nom_at, rule_at

FIELDS = [field for part in below(Plan) for field in declared(part).values()]


def test_every_list_of_the_plan_has_a_rule() -> None:
    lists = {field.key for field in FIELDS if field.shape.container is tuple}
    assert {"axes", "suivi", "points", "communes"} <= lists
    # Sub-points follow the rule of their points; `rubriques` is that of the lists in a mapping.
    assert lists - {"points"} == set(LISTS) - {"rubriques"}


def test_every_mapping_of_the_plan_is_declared() -> None:
    maps = {field.key for field in FIELDS if field.shape.container is dict and field.champ.prose}
    assert maps == set(MAPS) == {"rubriques", "rubriques_etape", "intitules"}


def test_a_key_is_compared_in_one_way_wherever_it_stands_but_for_the_fiches_of_a_decision() -> None:
    rules: dict[str, list[Field]] = {}
    for field in FIELDS:
        if field.liste is not None:
            rules.setdefault(field.key, []).append(field)
    assert len(rules["publics"]) == 2
    assert {key for key, fields in rules.items() if len({field.liste for field in fields}) > 1} == {"actions"}


def test_a_list_is_compared_as_the_part_that_it_is_in_says() -> None:
    assert rule_at(("axes", 0, "actions")).of.code == "fiche"
    assert rule_at(("axes", 0, "actions", 2)).of.code == "fiche"
    assert rule_at(("copils", 1, "decisions", 0, "actions")).of.code == "concernee"
    # A heading of the plan's own may be called as a key is.
    assert rule_at(("axes", 0, "actions", 2, "rubriques", "etapes", 1, "points", 0)).of.code == "point"


def test_only_lists_of_sections_and_fiches_make_the_tree() -> None:
    assert in_tree(("axes",))
    assert in_tree(("axes", 0, "objectifs", 1, "actions"))
    assert not in_tree(("copils", 1, "decisions", 0, "actions"))
    assert not in_tree(("axes", 0, "actions", 2, "etapes"))


def test_a_value_is_called_as_the_part_that_it_is_in_says() -> None:
    entry = nom_at(("axes", 0, "actions", 2, "suivi", 0, "echeance"))
    decision = nom_at(("copils", 0, "decisions", 0, "echeance"))
    assert entry is not None
    assert decision is not None
    assert (entry.one, decision.one) == ("nouvelle échéance", "échéance")


def test_keys_and_texts_are_keys_of_what_the_lists_hold() -> None:
    checked = 0
    for field in FIELDS:
        rule, held = field.liste, field.element
        named = (*rule.name, *(key for keys in rule.keys for key in keys), *rule.texts) if rule else ()
        for key in named:
            assert held is not None
            assert key in held.KEYS, f"{field.key}: {key}"
            checked += 1
    assert checked > 50


def test_records_and_the_tree_are_fields_of_the_plan() -> None:
    names = {field.key for field in FIELDS}
    assert frozenset({"territoire", "source", "vocabulaire", "revision"}) == RECORDS
    assert {*TREE} <= names
