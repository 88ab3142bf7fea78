"""How much work a piece of code does or may do, counted: a clock tells how busy the machine is.

What goes on for ever is a failure then, not a frozen run.
"""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import ctgkit

_OURS = str(Path(ctgkit.__file__).parent)
#: Seconds after which something is taken never to end. What is tried under it takes less than one.
_PATIENCE = 30


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


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, those in C included; what one of those does within is not seen."""
    counted = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal counted
        del frame, argument
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    with ends():
        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(before)
    return counted


@contextmanager
def ends() -> Iterator[None]:
    """Fails what does not end, as a regular expression that passes too often over a long enough text."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(*_: object) -> NoReturn:
        raise AssertionError("this never ends")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
