"""What views are made of, read off their types."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from inspect import isfunction
from operator import getitem
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Field, declared
from ctgkit.plan.montant import MontantEcrit
from ctgkit.plan.valeurs import Annee, Annees, Avancement
from ctgkit.vocabulary.terme import Terme

#: `valeur` is a number or words: what an indicator measures, an amount. No whole number of a view is below 0.
Kind: TypeAlias = Literal[
    "texte", "entier", "pourcentage", "annee", "annees", "montant", "nombre", "valeur", "date", "verite"
]


class Scalar(NamedTuple):
    """A value that has no parts."""

    kind: Kind


class Code(NamedTuple):
    """One of some words: those of a `Literal`, or of a closed list."""

    words: tuple[str, ...]


class Part(NamedTuple):
    """A class of a view: a dataclass, a named tuple, or a part of the plan."""

    of: type


class Many(NamedTuple):
    """Any number of values of one shape."""

    of: Shape


class Row(NamedTuple):
    """One value of each of these shapes."""

    of: tuple[Shape, ...]


class Maybe(NamedTuple):
    """A value, or `None`."""

    of: Shape


Shape: TypeAlias = Scalar | Code | Part | Many | Row | Maybe

_SCALARS: dict[Any, Kind] = {
    str: "texte",
    int: "entier",
    bool: "verite",
    date: "date",
    Decimal: "nombre",
    Decimal | str: "valeur",
    Avancement: "pourcentage",
    Annee: "annee",
    MontantEcrit: "montant",
    Annees: "annees",
}


def shape(hint: Any) -> Shape:
    """The shape of what has the type `hint`.

    Raises:
        TypeError: if no view has had such a type yet.
    """
    if hint in _SCALARS:
        return Scalar(_SCALARS[hint])
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return shape(_without_sentence(args))
    if origin in {Union, UnionType}:
        others = [one for one in args if one is not NoneType]
        if len(others) == len(args):
            raise TypeError(hint)
        return Maybe(shape(Union[tuple(others)]))  # noqa: UP007  (the alternatives are known when it runs)
    if origin is Literal:
        return Code(args)
    if isinstance(hint, type) and issubclass(hint, Terme):
        return Code(tuple(one.value for one in hint))
    if origin is tuple and args[-1:] != (Ellipsis,):
        return Row(tuple(map(shape, args)))
    if isinstance(origin, type) and issubclass(origin, (tuple, AbstractSet, Iterator)):
        return Many(shape(args[0]))
    if isinstance(hint, type) and _names(hint) is not None:
        return Part(hint)
    raise TypeError(hint)


def _without_sentence(args: tuple[Any, ...]) -> Any:
    """A type without the sentence that describes it; what is known by more is kept."""
    bare, *others = args
    kept = tuple(one for one in others if not isinstance(one, str))
    known = getitem(Annotated, (bare, *kept)) if kept else bare
    return known if known in _SCALARS else bare


def _names(part: type) -> tuple[str, ...] | None:
    """What a class of a view is made of, in order; `None` for any other class."""
    if issubclass(part, Element):
        return part.KEYS
    if is_dataclass(part):
        return tuple(one.name for one in fields(part))
    return getattr(part, "_fields", None)


def attributes(part: type) -> dict[str, Shape]:
    """What a class of a view holds, by name, in order."""
    if issubclass(part, Element):
        return {key: _of_field(field) for key, field in declared(part).items()}
    hints = get_type_hints(part, include_extras=True)
    return {name: shape(hints[name]) for name in _names(part) or ()}


def _of_field(field: Field) -> Shape:
    """The shape of what a field of the plan holds; `None` where that is its default."""
    found = shape(field.shape.hint)
    return Maybe(found) if field.optional and field.default is None else found


def computed(part: type) -> dict[str, Shape]:
    """What a class of a view computes without being asked more, by name; a method ends in `()`."""
    found = {}
    for name, value in vars(part).items():
        method = value.fget if isinstance(value, property) else value
        if name.startswith("_") or not isfunction(method) or method.__code__.co_argcount > 1:
            continue
        hint = get_type_hints(method, include_extras=True)["return"]
        if hint is NoneType:
            continue
        found[name if isinstance(value, property) else f"{name}()"] = shape(hint)
    return found


def parts(one: Shape) -> Iterator[type]:
    """The class that a shape is of, if any, or those of a row."""
    match one:
        case Part(of):
            yield of
        case Many(of) | Maybe(of):
            yield from parts(of)
        case Row(several):
            for each in several:
                yield from parts(each)


def classes(*roots: type) -> tuple[type, ...]:
    """The classes that views are made of, each once, those near their roots first."""
    found = dict.fromkeys(roots)
    todo = list(found)
    while todo:
        below = [part for one in todo for value in attributes(one).values() for part in parts(value)]
        todo = [part for part in dict.fromkeys(below) if part not in found]
        found |= dict.fromkeys(todo)
    return tuple(found)


def codes(one: Shape) -> Iterator[tuple[str, ...]]:
    """The lists of words that a shape takes its own from."""
    match one:
        case Code(words):
            yield words
        case Many(of) | Maybe(of):
            yield from codes(of)
        case Row(several):
            for each in several:
                yield from codes(each)
