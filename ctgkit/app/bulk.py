"""Work on many plans: one process a core, in their order, with a progress bar on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from ctgkit.app.misuse import Misuse

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
#: Below this, starting processes costs more than it saves.
_MANY = 200
#: How many items a process takes at once, at most: so few that all of them have some, more than once.
_CHUNK = 25
_ROUNDS = 4


def each(
    work: Callable[[_Item], _Result],
    items: Sequence[_Item],
    *,
    alone: bool = False,
    many: int = _MANY,
    doing: str = "Lecture des plans",
) -> Iterator[_Result | str]:
    """What `work` makes of each item, in their order; a sentence where a file could not be read.

    Args:
        work: a function of a module, or a `partial` of one: it may run in another process, and what
            it takes and gives is sent there and back.
        items: what to work on.
        alone: whether this process must do it all, since it alone has standard input.
        many: from how many items on other processes help: fewer where each is long to work on.
        doing: what stands before the progress bar.
    """
    tried = _Tried(work)
    cores = os.cpu_count() or 1
    if len(items) < many or cores == 1 or alone:
        yield from map(tried, items)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (slow to import)

    with ProcessPoolExecutor(cores) as pool:
        chunk = max(1, min(_CHUNK, len(items) // (_ROUNDS * cores)))
        results = pool.map(tried, items, chunksize=chunk)
        if not sys.stderr.isatty():
            yield from results
            return
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import track  # noqa: PLC0415

        console = Console(stderr=True)
        yield from track(results, doing, len(items), console=console, transient=True)


class _Tried(Generic[_Item, _Result]):
    """Some work, with what cannot be done of it as a sentence; a class, since it is pickled."""

    def __init__(self, work: Callable[[_Item], _Result]) -> None:
        self.work = work

    def __call__(self, item: _Item) -> _Result | str:
        try:
            return self.work(item)
        except Misuse as misuse:
            return str(misuse)
