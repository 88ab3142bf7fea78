"""Every text of a plan, with the path that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from ctgkit.plan.base import Element
from ctgkit.plan.reading.nodes import Path


class TextAt(NamedTuple):
    """A text, and where it stands."""

    path: Path
    text: str


def texts_of(element: Element, path: Path = ()) -> Iterator[TextAt]:
    """The texts of an element and of all below it, in the order of the model.

    Words of closed lists (`statut`, `nature`…), dates and numbers are not texts.
    """
    for name in _fields(element.__class__):
        yield from _of(getattr(element, name), (*path, name))


def _of(value: Any, path: Path) -> Iterator[TextAt]:
    if isinstance(value, str):
        yield TextAt(path, value)
    elif isinstance(value, Element):
        yield from texts_of(value, path)
    elif isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield from _of(item, (*path, rank))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _of(item, (*path, key))


@cache
def _fields(kind: type[Element]) -> tuple[str, ...]:
    """The fields that hold texts, or elements that may."""
    return tuple(name for name, field in kind.model_fields.items() if _may_hold_text(field.annotation))


def _may_hold_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, (str, Element))
    # A name that is not resolved yet is that of a list of the element itself.
    parts = get_args(annotation)
    return any(map(_may_hold_text, parts)) if parts else not isinstance(annotation, str)
