"""What every name of a view is, in French: for who writes a template, and for who reads the JSON.

A test tells which classes, names and codes have no sentence yet, and which sentences are of none.
"""

from __future__ import annotations

import re
from functools import cache
from inspect import isfunction
from typing import TYPE_CHECKING, Any, get_type_hints

from ctgkit.french import described as own
from ctgkit.outputs.data.french.described import Codes, Described
from ctgkit.outputs.data.french.plan import PLAN
from ctgkit.plan.base import Element
from ctgkit.plan.declaration import declared
from ctgkit.vocabulary.terme import Terme

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DESCRIBED", "Codes", "Described", "codes_of", "described", "of_terme", "told_of"]

#: The classes of the views that do not describe themselves.
DESCRIBED: Mapping[type, Described] = PLAN

#: What the model says to who writes a plan, and is of no use to who reads one.
_FOR_WRITERS = re.compile(r", AAAA-MM-JJ(?=\.)| \(suivi : hors contrat\)")


def of_terme(liste: type[Terme]) -> Codes:
    """What is told of a closed list: its members say it."""
    return Codes(*liste.__noun__, {one.value: one.facts.meaning for one in liste})


@cache
def described(part: type) -> Described:
    """What is told of a class of a view: what it says of itself, else what the table has.

    Raises:
        KeyError: if nobody has described it.
    """
    try:
        told = own.description_of(part)
    except LookupError:
        return DESCRIBED[part]
    hints = get_type_hints(part, include_extras=True)
    names = {name: _sentence(hint) for name, hint in hints.items() if not name.startswith("_")}
    return Described(*told, {**names, **_computed(part)})


def _computed(part: type) -> dict[str, str]:
    """What a class says of what it computes: of its properties, and of methods that need nothing."""
    found = {}
    for name, value in vars(part).items():
        method = value.fget if isinstance(value, property) else value
        if not name.startswith("_") and isfunction(method) and method.__code__.co_argcount == 1:
            told = _sentence(get_type_hints(method, include_extras=True)["return"])
            found[name if isinstance(value, property) else f"{name}()"] = told
    return found


def _sentence(hint: Any) -> str:
    """The sentence in an `Annotated`.

    Raises:
        KeyError: if there is none.
    """
    for one in reversed(getattr(hint, "__metadata__", ())):
        if isinstance(one, str):
            return one
    raise KeyError(hint)


def told_of(part: type, name: str) -> str:
    """What a name of a class of a view is, in a sentence.

    Raises:
        KeyError: if nobody has described it.
    """
    if issubclass(part, Element) and name in part.KEYS:
        return _FOR_WRITERS.sub("", declared(part)[name].description)
    return described(part).names[name]


def codes_of(words: tuple[str, ...]) -> Codes:
    """What is told of a list of codes, given whole and in order.

    Raises:
        KeyError: if nobody has described it.
    """
    for liste in Terme.__subclasses__():
        if tuple(one.value for one in liste) == words and liste.__noun__ != ("", ""):
            return of_terme(liste)
    raise KeyError(words)
