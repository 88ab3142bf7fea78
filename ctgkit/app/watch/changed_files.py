"""Which files changed: looked at every so often, and told once they are left alone.

Looking is enough: a document is made of a plan and some tens of templates, and asking the system
about those takes less than a millisecond. What systems offer to be told of changes differs from one
to the next, is silent on network drives and shared folders, where plans often are, and loses a file
that an editor replaces; a library that hides this is one more compiled thing to install.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ctgkit.plan.reading.limits import MAX_BYTES

#: Seconds between two looks, while nothing happens.
_EVERY = 0.3
#: Seconds between two looks at files that are being written.
_CLOSELY = 0.1
#: Seconds without a change after which files are whole, and after which one that vanished is gone:
#: some editors remove a file, then write it again.
_QUIET = 0.3
_GONE = 1.0
#: Seconds after which files are read even though they still change.
_LONGEST = 3.0
#: Seconds during which a file may be written twice and its date stay the same: some disks have
#: dates of two seconds.
_COARSE = 3.0

#: The content of each file, or `None` where there is none.
Contents = Mapping[Path, bytes | None]


class Changes:
    """The changes of some files, as they come.

    A file changes when its content does: one that is saved as it was, or only touched, has not.
    """

    def __init__(
        self, files: Callable[[], Iterable[Path]], due: Callable[[], bool], stopped: Callable[[], bool]
    ) -> None:
        """Makes what looks at files.

        Args:
            files: those that matter, whether they are there or not; asked again at each look, since
                one of them may say which the others are.
            due: whether there is something to do although nothing changed; asked at each look.
            stopped: whether to stop looking; asked ten times a second.
        """
        self._files = files
        self._due = due
        self._stopped = stopped
        self._seen: dict[Path, _Seen] = {}

    def __iter__(self) -> Iterator[tuple[Path, ...]]:
        """The files of each change, in the order of `files`; none at first, at once, and for what is due.

        What changes while a change is dealt with is the next change: nothing is missed.
        """
        known = self._look()
        yield ()
        while not self._pause(_EVERY):
            now = self._look()
            if now != known:
                now = self._settled(known, now)
                changed = _changed(known, now)
                known = now
                if changed:  # they may be as they were again
                    yield changed
            elif self._due():
                yield ()

    def _settled(self, known: Contents, now: Contents) -> Contents:
        """The files once they are left alone."""
        start = since = time.monotonic()
        while time.monotonic() - start < _LONGEST and not self._pause(_CLOSELY):
            last, now = now, self._look()
            if now != last:
                since = time.monotonic()
            vanished = any(now.get(path) is None for path, content in known.items() if content is not None)
            if time.monotonic() - since >= (_GONE if vanished else _QUIET):
                break
        return now

    def _look(self) -> Contents:
        found = {path: _content(path, self._seen.get(path)) for path in self._files()}
        self._seen = {path: seen for path, seen in found.items() if seen is not None}
        return {path: None if seen is None else seen.digest for path, seen in found.items()}

    def _pause(self, seconds: float) -> bool:
        """Waits; whether it is time to stop."""
        end = time.monotonic() + seconds
        while not self._stopped():
            left = end - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(left, 0.1))
        return True


class _Seen(NamedTuple):
    """A file as it was seen."""

    mark: tuple[int, ...]  #: what the system says of it, and what changes with its content
    since: float  #: when it was first seen so
    digest: bytes


def _content(path: Path, seen: _Seen | None) -> _Seen | None:
    """A file as it is now; read only where it may differ from what was seen."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would have us wait
            return None
        mark = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        now = time.monotonic()
        since = seen.since if seen is not None and seen.mark == mark else now
        if seen is not None and seen.mark == mark and now - since > _COARSE:
            return seen
        with path.open("rb") as stream:
            return _Seen(mark, since, blake2b(stream.read(MAX_BYTES + 1), digest_size=16).digest())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        # It is there, and why it cannot be read is told by what needs it.
        return _Seen((), 0, b"")


def _changed(before: Contents, after: Contents) -> tuple[Path, ...]:
    """The files that are not as they were: those there are now, then those that matter no more."""
    return tuple(path for path in {**after, **before} if before.get(path) != after.get(path))


def files_under(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, in name order, but what editors leave beside them."""
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(base, name) for name in sorted(names) if not (name.startswith(".") or name.endswith("~"))
        )
