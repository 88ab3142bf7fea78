"""Writing a document: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ctgkit.app.misuse import Misuse, reason
from ctgkit.outputs.registry import is_ours

_HEAD = 1024


def check(target: Path, plans: Iterable[str], ours: Callable[[str], bool] = is_ours, *, force: bool) -> None:
    """Refuses to write over a plan that is read, or over what ctgkit did not write.

    Args:
        target: where a document is to go.
        plans: the files it is about, which are never replaced.
        ours: whether ctgkit wrote what starts so.
        force: whether somebody else's file may be replaced.

    Raises:
        Misuse: with the reason.
    """
    try:
        if not target.exists():
            return
        # A name that cannot even be one of a file is no reason to stop: it is told when it is read.
        if any(os.path.exists(plan) and target.samefile(plan) for plan in plans):  # noqa: PTH110
            raise Misuse(f"{target} : c'est le plan lui-même ; donnez un autre nom avec -o")
        if target.is_dir():
            raise Misuse(f"{target} : c'est un dossier ; donnez un nom de fichier")
        if not target.is_file():
            raise Misuse(f"{target} : ce n'est pas un fichier ordinaire ; « -o - » affiche le document")
        if not force and not _is_ours(target, ours):
            raise Misuse(
                f"{target} : ce fichier existe et ctgkit ne l'a pas écrit ; "
                "donnez un autre nom avec -o, ou --force pour le remplacer"
            )
    except OSError as error:
        raise Misuse(f"{target} : {_refusal(error, target)}") from None


def _is_ours(path: Path, ours: Callable[[str], bool]) -> bool:
    """Whether ctgkit wrote the file at `path`, by its first characters."""
    with path.open("rb") as stream:
        return ours(stream.read(_HEAD).decode(errors="replace"))


def refuse_to_replace(target: Path, *, force: bool) -> None:
    """Makes sure that nothing is lost where a file is to be made.

    Args:
        target: where it is to go.
        force: whether a file that is there may be replaced.

    Raises:
        Misuse: with the reason.
    """
    try:
        if not target.parent.is_dir():
            raise Misuse(f"{target} : le dossier « {target.parent} » n'existe pas")
        target.lstat()
        if not target.is_file():
            raise Misuse(f"{target} : ce n'est pas un fichier ordinaire ; donnez un autre nom")
        if not force:
            raise Misuse(f"{target} : ce fichier existe ; donnez un autre nom, ou --force pour le remplacer")
    except FileNotFoundError:
        return
    except OSError as error:
        raise Misuse(f"{target} : {_refusal(error, target)}") from None


def save(target: Path, text: str) -> None:
    """Writes a user's file, in UTF-8: in the place of the one that is there, if there is one.

    Raises:
        Misuse: with the reason.
    """
    with told(target):
        replace(target, text.encode())


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Makes what the system refuses about a file a sentence.

    Raises:
        Misuse: with the reason.
    """
    try:
        yield
    except OSError as error:
        raise Misuse(f"{target} : {_refusal(error, target)}") from None


def _refusal(error: OSError, target: Path) -> str:
    folder = Path(os.path.realpath(target)).parent if os.path.islink(target) else target.parent  # noqa: PTH114
    if isinstance(error, FileNotFoundError) and not folder.is_dir():
        return f"le dossier « {folder} » n'existe pas"
    return reason(error)


def replace(path: Path, data: bytes, only: bytes | None = None) -> bool:
    """Replaces the file at `path` by `data` in one step; a link to a file stays a link.

    The new file has the mode and the group of the old one, and its owner if that can be.

    Args:
        path: the file.
        data: what it is to hold.
        only: what it must hold right before it is replaced; whatever it holds, without.

    Returns:
        Whether it was replaced.

    Raises:
        OSError: if the folder is missing or read-only, or the disk is full, or links lead in a circle;
            the old file, if there is one, is then as it was.
    """
    path = Path(os.path.realpath(path))
    if os.path.islink(path):  # noqa: PTH114
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    before = path.stat() if path.exists() else None
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _give(name, before)
        changed = only is not None and path.read_bytes() != only
        if not changed:
            os.replace(name, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    if changed:
        os.unlink(name)  # noqa: PTH108
    return not changed


def _give(name: str, before: os.stat_result | None) -> None:
    """Gives a new file the group, the owner and the mode of the one before, or those of any new file."""
    if before is None:
        os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101
        return
    if sys.platform != "win32":
        for owner, group in ((-1, before.st_gid), (before.st_uid, -1)):
            with suppress(PermissionError):  # of a group one is not in; only root gives a file away
                os.chown(name, owner, group)
    os.chmod(name, stat.S_IMODE(before.st_mode))  # noqa: PTH101  (after, since a change of owner resets it)


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
