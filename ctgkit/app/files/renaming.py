"""Two ways to rename a file that Python does not offer, where the system and the disk do."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

#: What says that this disk cannot do it, or this system.
_UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}
_HERE = -100  # AT_FDCWD


class _Way(NamedTuple):
    """A way to rename: its flag on Linux, and on macOS."""

    linux: int
    macos: int


_EXCHANGE = _Way(2, 2)  # RENAME_EXCHANGE, RENAME_SWAP
_NEVER_OVER = _Way(1, 4)  # RENAME_NOREPLACE, RENAME_EXCL


def exchange(one: str, other: str) -> bool:
    """Has two files of a folder change places; `False`, and nothing done, where that cannot be.

    Raises:
        OSError: if one of them is not there, or the folder is read-only.
    """
    return _rename(one, other, _EXCHANGE)


def move(one: str, free: str) -> bool:
    """Gives a file a name that no file has; `False`, and nothing done, where that cannot be in one step.

    Raises:
        OSError: if a file has it, or the folder is read-only.
    """
    return _rename(one, free, _NEVER_OVER)


def _rename(one: str, other: str, way: _Way) -> bool:
    call = _system()
    if call is None:
        return False
    code = call(os.fsencode(one), os.fsencode(other), way)
    if code and code not in _UNABLE:
        raise OSError(code, os.strerror(code), one)
    return not code


@cache
def _system() -> Callable[[bytes, bytes, _Way], int] | None:
    """What asks the system, and gives its error; `None` where it knows no such thing."""
    if sys.platform not in {"linux", "darwin"}:
        return None
    import ctypes  # noqa: PLC0415  (only where a plan is written)

    linux = sys.platform == "linux"
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2" if linux else "renamex_np", None)
    if call is None:
        return None

    def ask(one: bytes, other: bytes, way: _Way) -> int:
        told = (_HERE, one, _HERE, other, way.linux) if linux else (one, other, way.macos)
        return ctypes.get_errno() if call(*told) else 0

    return ask
