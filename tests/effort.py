"""How much work a piece of code may do: what goes on for ever is then a failure, not a frozen run."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import ctgkit

_OURS = str(Path(ctgkit.__file__).parent)


@contextmanager
def at_most(lines: int) -> Iterator[None]:
    """Fails as soon as ctgkit has executed more than that many of its lines; no clock is looked at."""
    left = lines

    def count(_: FrameType, event: str, __: Any) -> Any:
        nonlocal left
        left -= event == "line"
        if left < 0:
            raise AssertionError(f"more than {lines} lines executed")
        return count

    def enter(frame: FrameType, _: str, __: Any) -> Any:
        return count if frame.f_code.co_filename.startswith(_OURS) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        yield
    finally:
        sys.settrace(before)
