"""The table of fields says how every list and mapping of the model is compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from ctgkit.plan import Plan
from ctgkit.versions.fields import LISTS, MAPS, RECORDS, STRUCTURE, TREE


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model, and those of its fields at any depth."""
    if model in seen:
        return
    seen.add(model)
    model.model_rebuild()  # models that hold themselves are built when they are first used
    yield model
    for field in model.model_fields.values():
        for part in parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from models(part, seen)


def parts(annotation: Any) -> Iterator[Any]:
    """A type and those it is made of."""
    yield get_origin(annotation) or annotation
    for argument in get_args(annotation):
        yield from parts(argument)


def fields(container: type) -> set[str]:
    """The names of the fields, of any model, that are such a container."""
    return {
        name
        for model in models(Plan, set())
        for name, field in model.model_fields.items()
        if next(parts(field.annotation)) is container
    }


def test_every_list_of_the_model_has_a_rule() -> None:
    assert {"axes", "suivi", "points", "communes"} <= fields(tuple)
    # Sub-points follow the rule of their points; `rubriques` is that of the lists in a mapping.
    assert fields(tuple) - {"points"} == set(LISTS) - {"rubriques"}


def test_every_mapping_of_the_model_is_declared() -> None:
    assert fields(dict) == set(MAPS)


def test_keys_and_texts_are_fields_of_what_the_lists_hold() -> None:
    held: dict[str, set[str]] = {"rubriques": {"texte", "points"}}
    for model in models(Plan, set()):
        for name, field in model.model_fields.items():
            for part in parts(field.annotation):
                if name in LISTS and isinstance(part, type) and issubclass(part, BaseModel):
                    held.setdefault(name, set()).update(part.model_fields)
    checked = 0
    for name, rule in LISTS.items():
        for key in (*(key for keys in rule.keys for key in keys), *rule.texts, *rule.name):
            assert key in held[name], f"{name}: {key}"
            checked += 1
    assert checked > 50


def test_records_and_the_tree_are_fields_of_the_model() -> None:
    names = {name for model in models(Plan, set()) for name in model.model_fields}
    assert names >= RECORDS
    assert {*STRUCTURE, *TREE} <= names
