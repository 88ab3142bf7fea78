"""A name that has no value: what was asked of what, kept for the sentence about it."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, UndefinedError
from jinja2.utils import missing

#: Jinja's mark for a name that is no attribute of anything.
NOTHING = missing


class NoSuchNameError(UndefinedError):
    """A name that was used without having a value.

    Attributes:
        name: the name; `None` where it is the result of a computation that has none.
        obj: what it was asked of; :data:`NOTHING` for a name that stands alone.
        forbidden: whether it exists, and the sandbox refuses it.
    """

    def __init__(self, message: str, name: str | None, obj: Any, *, forbidden: bool) -> None:
        super().__init__(message)
        self.name = name
        self.obj = obj
        self.forbidden = forbidden


class Undefined(StrictUndefined):
    """Stands for a name without a value, which may be tested (`is defined`) and nothing else."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = NOTHING,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        # Jinja only ever calls it.
        def raised(message: str) -> NoSuchNameError:
            return NoSuchNameError(message, name, obj, forbidden=not issubclass(exc, UndefinedError))

        super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]
