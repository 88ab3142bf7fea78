"""Reading many plans: one process a core, in their order, with a progress bar on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ctgkit.cli.files import STDIN, read_one
from ctgkit.cli.misuse import Misuse

if TYPE_CHECKING:
    from ctgkit.source import Reading

#: Below this, starting processes costs more than it saves.
_MANY = 200
_CHUNK = 25


def read_all(paths: Sequence[str]) -> Iterator[Reading | str]:
    """What came of each file, without its plan; a sentence where it could not be read."""
    cores = os.cpu_count() or 1
    if len(paths) < _MANY or cores == 1 or STDIN in paths:
        yield from map(_findings_of, paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (slow to import)

    with ProcessPoolExecutor(cores) as pool:
        readings = pool.map(_findings_of, paths, chunksize=_CHUNK)
        if not sys.stderr.isatty():
            yield from readings
            return
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import track  # noqa: PLC0415

        console = Console(stderr=True)
        yield from track(readings, "Lecture des plans", len(paths), console=console, transient=True)


def _findings_of(path: str) -> Reading | str:
    """A reading that is cheap to send between processes: excerpts only where there are findings."""
    try:
        reading = read_one(path)
    except Misuse as misuse:
        return str(misuse)
    lines = reading.lines if reading.findings else ()
    return reading._replace(plan=None, lines=lines)
