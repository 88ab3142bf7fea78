"""Every text of a plan, with the path that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import declared, once

if TYPE_CHECKING:
    from ctgkit.plan.declaration import Kind
    from ctgkit.plan.reading.nodes import Path


class TextAt(NamedTuple):
    """A text, and where it stands."""

    path: Path
    text: str


def texts_of(element: Element, path: Path = ()) -> Iterator[TextAt]:
    """The texts of an element and of all below it, in the order of its class.

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


@once
def _fields(kind: Kind) -> tuple[str, ...]:
    """The fields that hold texts, or elements that may."""
    return tuple(key for key, field in declared(kind).items() if field.shape.of is str or field.element)
