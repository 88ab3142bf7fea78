"""How much work something is, counted: the clock of a busy machine says nothing of what the code costs."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

#: Seconds after which something is taken never to end. What is tried under it takes less than one.
_PATIENCE = 30


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
