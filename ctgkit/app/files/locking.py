"""One command at a time changes a file.

The lock is the system's own, so that it ends with the process that holds it: none is ever left
behind, and nothing is written beside the plan.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from ctgkit.app.misuse import Misuse, reason

_SECONDS = 30.0
_PAUSE = 0.02
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@contextmanager
def locked(path: Path, seconds: float = _SECONDS) -> Iterator[None]:
    """Waits until no other command changes the file at `path`, and keeps them out.

    Args:
        path: a file that may be written; a link stands for what it leads to.
        seconds: how long to wait.

    Raises:
        Misuse: if it cannot be opened to write, or after too long a wait.
    """
    deadline = time.monotonic() + seconds
    try:
        handle = _acquire(path.resolve(), deadline)
    except OSError as error:
        raise Misuse(f"{path} : {reason(error)}") from None
    if handle is None:
        raise Misuse(f"{path} : une autre commande écrit dans ce fichier ; recommencez dans un moment")
    try:
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile

    def _acquire(path: Path, deadline: float) -> int | None:
        # An open file cannot be replaced here: another one, which stays, stands for it.
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        name = hashlib.sha256(os.path.normcase(path).encode()).hexdigest()[:32]
        lock = Path(tempfile.gettempdir(), f"ctgkit-{name}.lock")
        handle = os.open(lock, os.O_RDWR | os.O_CREAT)
        if _wait(partial(msvcrt.locking, handle, msvcrt.LK_NBLCK, 1), deadline):
            return handle
        os.close(handle)
        return None

else:
    import fcntl

    def _acquire(path: Path, deadline: float) -> int | None:
        while True:
            handle = os.open(path, os.O_RDWR)
            try:
                if not _wait(partial(fcntl.flock, handle, fcntl.LOCK_EX | fcntl.LOCK_NB), deadline):
                    os.close(handle)
                    return None
                # Who had the lock has put another file in the place of the one that was locked.
                if os.path.samestat(os.fstat(handle), os.stat(path)):  # noqa: PTH116
                    return handle
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)


def _wait(lock: Callable[[], object], deadline: float) -> bool:
    """Tries until it works; `False` after the deadline."""
    while True:
        try:
            lock()
        except OSError as error:
            if error.errno not in _BUSY:
                raise
            if time.monotonic() > deadline:
                return False
            time.sleep(_PAUSE)
        else:
            return True
