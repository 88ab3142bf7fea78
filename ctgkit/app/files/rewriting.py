"""The one way in which a command changes a plan file: what others write meanwhile is never lost.

Commands wait for each other (:mod:`ctgkit.app.files.locking`). An editor waits for nobody: the file is
compared with what was read of it right before it is replaced and again with what was in its place
(:mod:`ctgkit.app.files.replacing`), and if it changed, the change is worked out again on what it holds now.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from ctgkit.app.files.given import load
from ctgkit.app.files.locking import locked
from ctgkit.app.files.replacing import placed, replace
from ctgkit.app.files.rights import Rights
from ctgkit.app.files.writing import refuse_to_replace, told
from ctgkit.app.misuse import Misuse

#: How often a change is worked out again while something else keeps writing the file.
_TRIES = 5


class Edited(Protocol):
    """What came of a change."""

    @property
    def data(self) -> bytes | None:
        """What the file is to hold; nothing is written where it is `None`, or what it holds already."""


E = TypeVar("E", bound=Edited)


def rewrite(path: str, edit: Callable[[bytes], E]) -> E:
    """Changes a plan file.

    Args:
        path: a file that is there; a link stays a link.
        edit: makes the change; it is asked again if the file has changed, and raises or gives no
            `data` to leave it as it is.

    Returns:
        What `edit` made of what the file held when it was replaced.

    Raises:
        Misuse: if it cannot be read or written, or keeps changing.
    """
    old = load(path)
    edited = edit(old)
    if edited.data in {None, old}:  # nobody is kept waiting, nor needs the right to write
        return edited
    _refuse(path)
    for _ in range(_TRIES):
        with locked(Path(path)):  # each time: an editor may have put another file in its place
            now = load(path)
            if now != old:
                old, edited = now, edit(now)
            if edited.data is None or edited.data == old or _replaced(path, edited.data, old):
                return edited
    raise Misuse(
        f"{path} : ce fichier change pendant que la commande l'écrit, et rien n'y est écrit ; "
        "recommencez quand il ne change plus"
    )


def _refuse(path: str) -> None:
    """Makes sure that a plan may be replaced.

    Raises:
        Misuse: if it is read-only, or one file under several names: they would be two from then on.
    """
    target = Path(path).resolve()
    with told(Path(path)):
        Rights(target, Path(path)).refuse_read_only()
        names = target.stat().st_nlink
    if names > 1:
        raise Misuse(
            f"{path} : ce fichier a {names} noms (des liens physiques), qui ne diraient plus la même chose ; "
            "rien n'y est écrit"
        )


def _replaced(path: str, data: bytes, old: bytes) -> bool:
    target = Path(path)
    with told(target):
        return replace(target, data, old)


class _Text(NamedTuple):
    """A whole new content."""

    data: bytes


def create(path: Path, text: str, *, force: bool) -> None:
    """Writes a new plan, in the place of another file only with `force`.

    Raises:
        Misuse: if it cannot be written, or if somebody else made the file meanwhile.
    """
    refuse_to_replace(path, force=force)
    data = text.encode()
    with told(path):
        if path.exists() or not placed(path, data):
            if not force:
                raise Misuse(f"{path} : ce fichier vient d'être écrit par ailleurs ; donnez un autre nom")
            rewrite(str(path), lambda _: _Text(data))
