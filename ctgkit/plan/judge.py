"""The judge of doubtful input: what a file says, checked against what the plan classes declare.

It is built from their annotations, on the core of Pydantic: a field is read by the functions that its type
names, and what comes out are the plan classes. A mistake has a `type`, a `loc` and a `ctx`, which choose its
message; nobody reads its English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic_core import SchemaValidator, ValidationError

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import OneOf, ReadBy, Unreadable, declared, inside, marked, once, without_none
from ctgkit.plan.texte import Ecriture
from ctgkit.plan.valeurs import lire_mot
from ctgkit.vocabulary.terme import Terme

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctgkit.plan.declaration import Kind

_E = TypeVar("_E", bound=Element)
Schema = dict[str, Any]


def judged(kind: type[_E], data: object) -> _E:
    """The part of the plan that `data` is.

    Raises:
        ValidationError: with every mistake in it (:func:`mistakes`).
    """
    made: _E = _validator(kind).validate_python(data)
    return made


def mistakes(error: ValidationError) -> list[dict[str, Any]]:
    """What is wrong, each with its `type`, `loc` and `ctx`; those of ours under their own names."""
    found = []
    for one in error.errors(include_url=False, include_input=False):
        ctx: dict[str, Any] = one.get("ctx", {})
        own = ctx.get("error")
        if isinstance(own, Unreadable):
            found.append({"type": own.kind, "loc": one["loc"], "ctx": own.ctx})
        else:
            found.append({"type": one["type"], "loc": one["loc"], "ctx": ctx})
    return found


@once
def _validator(kind: Kind) -> SchemaValidator:
    making = _Making()
    schema: Any = {"type": "definitions", "schema": making.element(kind), "definitions": making.recursive}
    return SchemaValidator(schema)


class _Making:
    """A schema in the making."""

    def __init__(self) -> None:
        self.made: dict[Kind, Schema] = {}
        self.open: list[Kind] = []
        self.looped: set[Kind] = set()
        self.recursive: list[Schema] = []

    def element(self, kind: Kind) -> Schema:
        """A part of the plan, or a reference to one that holds itself."""
        if kind in self.open:
            self.looped.add(kind)
        elif kind not in self.made:
            self.open.append(kind)
            self.made[kind] = self.keys(kind)
            self.open.remove(kind)
            if kind in self.looped:
                self.recursive.append({**self.made[kind], "ref": kind.__name__})
        return (
            {"type": "definition-ref", "schema_ref": kind.__name__}
            if kind in self.looped
            else self.made[kind]
        )

    def keys(self, kind: Kind) -> Schema:
        """The keys of a part of the plan, and no other."""
        fields: Schema = {}
        for key, one in declared(kind).items():
            value = self.value(one.shape.hint)
            if one.optional:
                value = {"type": "default", "default": one.default, "schema": value}
            fields[key] = {"type": "model-field", "schema": value}
        return {
            "type": "function-wrap",
            "function": {"type": "no-info", "function": _reader(kind)},
            "schema": {
                "type": "model-fields",
                "model_name": kind.__name__,
                "fields": fields,
                "extra_behavior": "forbid",
            },
        }

    def value(self, hint: Any) -> Schema:
        """What has a type."""
        hint = without_none(hint)
        if (one_of := marked(hint, OneOf)) and not one_of.others:
            return {"type": "literal", "expected": list(one_of.names())}
        read_by, bare = marked(hint, ReadBy), inside(hint)
        if get_origin(bare) is tuple:
            schema = {
                "type": "tuple",
                "items_schema": [self.value(get_args(bare)[0])],
                "variadic_item_index": 0,
            }
        elif get_origin(bare) is dict:
            key, value = map(self.value, get_args(bare))
            schema = {"type": "dict", "keys_schema": key, "values_schema": value}
        elif get_origin(bare) is None and issubclass(bare, Element):
            schema = self.element(bare)
        elif read_by is not None:
            return {"type": "function-plain", "function": {"type": "no-info", "function": read_by.read}}
        elif get_origin(bare) is None and issubclass(bare, Terme):
            return {"type": "function-plain", "function": {"type": "no-info", "function": _word_of(bare)}}
        else:
            return {"type": "str"}
        if read_by is None:
            return schema
        function = {"type": "no-info", "function": read_by.read}
        return {"type": "function-before", "function": function, "schema": schema}


def _renamed(data: dict[str, Any], former: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """The same under the names of today; both names beside one another are told."""
    for old, new in former:
        if old in data and new not in data:
            if isinstance(data, Ecriture):
                data.rename(old, new)
            else:
                data = {new if key == old else key: value for key, value in data.items()}
    return data


def _word_of(liste: type[Terme]) -> Callable[[Any], Terme]:
    def read(value: Any) -> Terme:
        return lire_mot(liste, value)

    return read


def _reader(kind: Kind) -> Callable[[Any, Callable[[Any], Any]], Element]:
    """Reads a part of the plan: a key without a value is absent, an unknown one is still told."""
    keys = frozenset(kind.KEYS)
    holding = kind.holding
    checked = kind.check is not Element.check
    former = kind.FORMER

    def read(data: Any, handler: Callable[[Any], Any]) -> Element:
        if isinstance(data, kind):
            return data
        if former and isinstance(data, dict):
            data = _renamed(data, former)
        if isinstance(data, dict) and None in data.values():
            data = {key: value for key, value in data.items() if value is not None or key not in keys}
        made = holding(handler(data)[0])
        if checked:
            made.check()
        return made

    return read
