"""What the plan that is told calls a step: `opération`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ctgkit.french.capitals import small
from ctgkit.french.nouns import Noun

_CALLED: ContextVar[str] = ContextVar("_CALLED", default="étape")


@contextmanager
def steps_called(name: str) -> Iterator[None]:
    """Within, a step is called so."""
    token = _CALLED.set(name)
    try:
        yield
    finally:
        _CALLED.reset(token)


def step() -> Noun:
    """What a step is called."""
    return Noun(small(_CALLED.get()))
