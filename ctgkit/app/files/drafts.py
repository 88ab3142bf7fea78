"""Drafts: a file is written whole under a hidden name beside its place, and then takes it.

A draft is locked as long as somebody writes it. One that is not was left by a command that was killed:
the next one that writes in the folder removes it. Its name ends like no plan's.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ctgkit.app.files.rights import Rights

_SUFFIX = ".ctgkit"
_NAME = re.compile(r"\..*\.[0-9a-f]{8}\.ctgkit", re.DOTALL)
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
#: How much of the name of the file stands in that of its draft: names may be that long, and no longer.
_KEPT = 40


@contextmanager
def draft(path: Path, data: bytes, rights: Rights) -> Iterator[str]:
    """Writes what a file is to hold to the disk, beside it; whatever has that name at the end is removed.

    Args:
        path: the file.
        data: what it is to hold.
        rights: what the draft is given before anything is written in it.

    Raises:
        OSError: if the folder is missing or read-only, or the disk is full.
    """
    _remove_abandoned(path.parent)
    handle, name = _made(path, rights.mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            rights.give(name)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if sys.platform == "win32":  # where a file that is open cannot be moved
                stream.close()
            yield name
    finally:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108


def _made(path: Path, mode: int) -> tuple[int, str]:
    """A new draft, open and locked."""
    while True:
        name = str(path.with_name(f".{path.name[:_KEPT]}.{os.urandom(4).hex()}{_SUFFIX}"))
        handle = os.open(name, _NEW, mode)
        # Between the two, somebody may have taken it for abandoned.
        if _locked(handle) is not False and os.path.exists(name):  # noqa: PTH110
            return handle, name
        os.close(handle)
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108


def _remove_abandoned(folder: Path) -> None:
    """Removes the drafts that nobody writes any more."""
    if sys.platform == "win32":  # no telling whether somebody does
        return
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208  (a folder may have thousands)
            if name.startswith(".") and _NAME.fullmatch(name):
                with suppress(OSError):
                    _remove(os.path.join(folder, name))  # noqa: PTH118


def _remove(name: str) -> None:
    handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if _locked(handle) is True:
            os.unlink(name)  # noqa: PTH108
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _locked(handle: int) -> bool | None:  # noqa: ARG001
        return None

else:
    import fcntl

    def _locked(handle: int) -> bool | None:
        """Locks a file; `False` if somebody else has, `None` where the disk knows no locks."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True
