"""What a view says of itself in French: schemas, the reference of names and the docs are read off it.

::

    @described("une étape", "étapes", "Une étape d'une action, et où elle en est.")
    class EtapeState(NamedTuple):
        titre: Annotated[str, "Son nom."]
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

_T = TypeVar("_T", bound=type)
_SAID = "__described__"


class Described(NamedTuple):
    """What is said of a class of a view, or of a closed list.

    Attributes:
        one: what one of them is called, with its article.
        many: what several are, without any.
        told: what it is, in a sentence.
    """

    one: str
    many: str
    told: str


def described(one: str, many: str, told: str) -> Callable[[_T], _T]:
    """Says what a class is; its fields are told by the text in their `Annotated`."""

    def mark(part: _T) -> _T:
        setattr(part, _SAID, Described(one, many, told))
        return part

    return mark


def description_of(part: type) -> Described:
    """What is said of a class.

    Raises:
        LookupError: if nothing is.
    """
    found: Described | None = vars(part).get(_SAID)
    if found is None:
        raise LookupError(part)
    return found
