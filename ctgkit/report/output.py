"""Writing a document: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

#: What the first characters of a document written by ctgkit hold: in HTML, in Markdown. The name alone
#: would not do, since notes about ctgkit have it too.
_SIGNATURES = (b'<meta name="generator" content="ctgkit ', b"<!-- ctgkit ")
_HEAD = 1024


def is_ours(path: Path) -> bool:
    """Whether the file at `path` was written by ctgkit, as far as its first characters tell."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    return any(signature in head for signature in _SIGNATURES)


def write(path: Path, text: str) -> None:
    """Replaces the file at `path` by `text`, in UTF-8, in one step; a link to a file stays a link.

    Raises:
        OSError: if the folder is missing or read-only, or the disk is full; the old file, if there
            is one, is then as it was.
    """
    path = path.resolve()
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)  # noqa: PTH101
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def send(handle: int, text: str) -> None:
    """Writes `text`, in UTF-8, to an open file, to its last byte.

    Python's own streams keep what a full disk refused and fail again at exit; an unbuffered one
    (`PYTHONUNBUFFERED`) drops what it refused, and says nothing.

    Raises:
        OSError: if the disk is full, or nobody reads any more.
    """
    left = memoryview(text.encode())
    while left:
        left = left[os.write(handle, left) :]


def _umask() -> int:
    """The process's mask, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
