"""Writing a document: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ctgkit.app.files.replacing import replace
from ctgkit.app.files.rights import may_write
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
    if isinstance(error, PermissionError) and not may_write(folder):
        return f"vous n'avez pas le droit d'écrire dans le dossier «\u00a0{folder}\u00a0», et il le faut"
    if isinstance(error, PermissionError) and folder.stat().st_mode & stat.S_ISVTX:
        return f"le dossier «\u00a0{folder}\u00a0» ne laisse remplacer un fichier que par celui à qui il est"
    return reason(error)


def send_out(pieces: Iterable[str]) -> None:
    """Writes a document to standard output, in UTF-8 whatever a screen has, each piece to its last byte.

    Python's own streams keep what a full disk refused and fail again at exit; an unbuffered one
    (`PYTHONUNBUFFERED`) drops what it refused, and says nothing.

    Raises:
        OSError: if the disk is full, or nobody reads any more.
    """
    sys.stdout.flush()
    for piece in pieces:
        left = memoryview(piece.encode())
        while left:
            left = left[os.write(sys.stdout.fileno(), left) :]
