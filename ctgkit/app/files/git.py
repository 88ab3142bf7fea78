"""What git knows of a file: its bytes at a revision, and why it has none."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.misuse import Misuse

if TYPE_CHECKING:
    import subprocess

_REVISION = re.compile(r"(?P<revision>[^:]+):(?P<path>.+)", re.DOTALL)
#: Where git is told to look by a hook or an alias: wrong as soon as it is asked about another folder.
_HERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_INDEX_FILE")


class NotThere(Misuse):
    """The revision is known, and the file is not there."""


class Blob(NamedTuple):
    """A file at a revision."""

    name: str  #: as git is asked for it: `HEAD:plans/x.yaml`
    data: bytes


def at_revision(argument: str) -> bytes | None:
    """A file as git has it at a revision (`v2021:plans/x.yaml`); `None` if that is not what is meant.

    Raises:
        Misuse: if git does not know it.
    """
    asked = _REVISION.fullmatch(argument)
    if asked is None or argument.startswith("-"):
        return None
    done = _git(["cat-file", "blob", argument], argument, None)
    if done.returncode:
        inside = _git(["rev-parse", "--git-dir"], argument, None)
        if inside.returncode:
            raise _no_repository(argument, inside)
        _check_known(argument, asked["revision"], None)
        raise NotThere(
            f"{argument} : git n'a pas de fichier « {asked['path']} » à la révision « {asked['revision']} »"
        )
    return done.stdout


def own_version(path: str, revision: str) -> Blob:
    """The file at `path`, whatever repository it is in, as it was at a revision.

    Raises:
        Misuse: if git does not know it.
    """
    folder, inside = check_revision(path, revision)
    name = f"{revision}:{inside}"
    done = _git(["cat-file", "blob", name], path, folder)
    if done.returncode:
        raise NotThere(f"{path} : git n'a pas de fichier « {inside} » à la révision « {revision} »")
    return Blob(name, done.stdout)


def check_revision(path: str, revision: str) -> tuple[str, str]:
    """The folder of the file at `path`, and the file from the root of its repository.

    Raises:
        Misuse: if it is in none, or in one that does not know `revision`.
    """
    if revision.startswith("-"):
        raise Misuse(f"« {revision} » n'est pas une révision de git")
    folder, file = os.path.split(os.path.realpath(path))
    prefix = _git(["rev-parse", "--show-prefix"], path, folder)
    if prefix.returncode:
        raise _no_repository(path, prefix)
    _check_known(path, revision, folder)
    return folder, os.fsdecode(prefix.stdout.removesuffix(b"\n")) + file


def _git(arguments: list[str], asked: str, folder: str | None) -> subprocess.CompletedProcess[bytes]:
    """Runs git, in a folder or here.

    Raises:
        Misuse: if there is no git.
    """
    import subprocess  # noqa: PLC0415  (slow, and most plans are files)

    env = {**os.environ, "LC_ALL": "C"}
    if folder is not None:
        env = {name: value for name, value in env.items() if name not in _HERE}
    try:
        return subprocess.run(  # noqa: S603  (no shell, and no option can hide in the arguments)
            ["git", *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            cwd=folder,
            env=env,
        )
    except ValueError:  # a null character
        raise Misuse(f"{asked!r} : ce n'est pas un nom de fichier") from None
    except OSError:
        raise Misuse(f"{asked} : git n'est pas installé, et il le faut pour lire une révision") from None


def _check_known(asked: str, revision: str, folder: str | None) -> None:
    tree = f"{revision}^{{tree}}"
    known = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", tree], asked, folder)
    if known.returncode:
        raise Misuse(f"{asked} : git ne connaît pas la révision « {revision} »")


def _no_repository(asked: str, done: subprocess.CompletedProcess[bytes]) -> Misuse:
    if b"safe.directory" in done.stderr:
        return Misuse(f"{asked} : git refuse ce dépôt, qui est à quelqu'un d'autre (voir « safe.directory »)")
    where = (
        "ce fichier n'est pas"
        if ":" not in asked
        else "ni un fichier, ni une révision : ce dossier n'est pas"
    )
    return Misuse(f"{asked} : {where} dans un dépôt git")
