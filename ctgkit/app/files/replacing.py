"""A file takes the place of another in one step, and nothing that somebody else wrote there is lost."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ctgkit.app.files.drafts import draft
from ctgkit.app.files.renaming import exchange, move
from ctgkit.app.files.rights import Rights
from ctgkit.app.files.written import remember
from ctgkit.outputs import terminal


def replace(path: Path, data: bytes, only: bytes | None = None) -> bool:
    """Replaces the file at `path` by `data` in one step; a link to a file stays a link.

    The new file has the mode, the group and the attributes of the old one, and its owner if that can
    be; where it cannot, that is said on standard error.

    Args:
        path: the file.
        data: what it is to hold.
        only: what it must hold at the moment it is replaced; whatever it holds, without.

    Returns:
        Whether it was replaced.

    Raises:
        OSError: if the folder is missing or read-only, or the disk is full, or links lead in a circle;
            the old file, if there is one, is then as it was.
        Misuse: if it is read-only, or would be closed to those whose it is.
    """
    target = Path(os.path.realpath(path))
    if os.path.islink(target):  # noqa: PTH114
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    rights = Rights(target, path)
    rights.refuse_read_only()
    with draft(target, data, rights) as name:
        if only is None:
            os.replace(name, target)  # noqa: PTH105
        else:
            with _undisturbed():
                if target.read_bytes() != only or not _exchanged(name, str(target), data, only):
                    return False
    remember(str(path))
    terminal.note(filter(None, [rights.remark]))
    return True


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Has whoever asks this process to stop wait a moment: somebody's text may be out of its place."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def placed(path: Path, data: bytes) -> bool:
    """Makes a file that is not there, whole from the start; `False`, and nothing done, if it is there.

    Raises:
        OSError: if it cannot be written.
    """
    target = Path(os.path.realpath(path))
    with draft(target, data, Rights(target, path)) as name:
        try:
            if not move(name, str(target)):  # there is a moment between these two
                os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
                os.replace(name, target)  # noqa: PTH105
        except FileExistsError:
            return False
    remember(str(path))
    return True


def _exchanged(name: str, target: str, data: bytes, only: bytes) -> bool:
    """Puts a file in the place of another, unless that one holds something else at that moment.

    An editor may save between any two steps. What was in the place is looked at once it is out of it: if
    it is not what it should have been, it is put back, and so is what was saved there in the meantime.
    """
    if not exchange(name, target):  # the moment between the comparison and this is all that is left
        os.replace(name, target)  # noqa: PTH105
        return True
    if Path(name).read_bytes() == only:
        return True
    back = os.stat(name)  # noqa: PTH116
    exchange(name, target)
    while Path(name).read_bytes() != data:
        newer = os.stat(name)  # noqa: PTH116
        exchange(name, target)
        if os.path.samestat(os.stat(name), back):  # noqa: PTH116
            break
        back = newer
    return False
