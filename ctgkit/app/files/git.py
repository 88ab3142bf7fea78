"""What git knows of a file: its bytes at a revision, and why it has none."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.misuse import Misuse

if TYPE_CHECKING:
    import subprocess

_REVISION = re.compile(r"(?P<revision>[^:]+):(?P<path>.+)", re.DOTALL)
#: What ends a revision, where the last commit that it and the present have both is meant; it always is.
_OF_BOTH = "..."
#: What is to be done about a repository that was cloned without all that was before.
_WHOLE = (
    "ce dépôt a été cloné sans toute son histoire\u00a0: «\u00a0git fetch --unshallow\u00a0» la cherche "
    "(dans une CI, «\u00a0fetch-depth: 0\u00a0» de GitHub, «\u00a0GIT_DEPTH: 0\u00a0» de GitLab)"
)
_SHORT = 9
#: Where git is told to look by a hook or an alias: wrong as soon as it is asked about another folder.
_HERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_INDEX_FILE")


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
    done = ask(["cat-file", "blob", argument], argument, None)
    if done.returncode:
        inside = ask(["rev-parse", "--git-dir"], argument, None)
        if inside.returncode:
            raise _no_repository(argument, inside)
        _check_known(argument, asked["revision"], None)
        raise Misuse(
            f"{argument} : git n'a pas de fichier « {asked['path']} » à la révision « {asked['revision']} »"
        )
    return done.stdout


def committed(path: str) -> Blob:
    """The file at `path`, whatever repository it is in, as it is in `HEAD`.

    Raises:
        Misuse: if git does not know it.
    """
    folder, file = os.path.split(os.path.realpath(path))
    root = root_of(path, folder)
    _check_known(path, "HEAD", folder)
    inside = os.path.relpath(os.path.join(folder, file), root).replace(os.sep, "/")  # noqa: PTH118
    name = f"HEAD:{inside}"
    done = ask(["cat-file", "blob", name], path, root)
    if done.returncode:
        raise Misuse(f"{path} : git n'a pas de fichier « {inside} » à la révision « HEAD »")
    return Blob(name, done.stdout)


def root_of(path: str, folder: str) -> str:
    """The folder of the repository that a file is in, whose own folder is given beside it.

    Raises:
        Misuse: if it is in none.
    """
    done = ask(["rev-parse", "--show-toplevel"], path, folder)
    if done.returncode:
        raise _no_repository(path, done)
    return os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n")))


class Base(NamedTuple):
    """What is compared with, where a revision is asked for."""

    commit: str  #: as git is asked for it
    name: str  #: as it is called in a sentence


def base_of(path: str, root: str, revision: str) -> Base:
    """The last commit that `revision` and what is checked out have both; `revision` itself where none is.

    Args:
        path: the file that it is asked for.
        root: the folder of its repository.
        revision: what git calls a revision, with three dots behind it or without.

    Raises:
        Misuse: if git does not know the revision, or not enough of what was before it.
    """
    asked = revision.removesuffix(_OF_BOTH) or "HEAD"
    if asked.startswith("-"):
        raise Misuse(f"« {revision} » n'est pas une révision de git")
    _check_known(path, asked, root)
    commit = _commit(asked, root)
    present = _commit("HEAD", root)
    if commit is None or present is None:  # a tree; nothing is committed here
        return Base(asked, asked)
    both = ask(["merge-base", commit, present], path, root).stdout.strip().decode()
    if not both and _is_shallow(root):
        raise Misuse(
            f"{path} : git ne sait pas ce que «\u00a0{asked}\u00a0» et cette version ont en commun ; {_WHOLE}"
        )
    return Base(both, both[:_SHORT]) if both not in {"", commit} else Base(commit, asked)


def _commit(revision: str, root: str) -> str | None:
    done = ask(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], root, root)
    return None if done.returncode else done.stdout.strip().decode()


def _is_shallow(folder: str | None) -> bool:
    """Whether the repository was cloned without all that was before."""
    return ask(["rev-parse", "--is-shallow-repository"], "", folder).stdout.strip() == b"true"


def ask(arguments: list[str], asked: str, folder: str | None) -> subprocess.CompletedProcess[bytes]:
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
    known = ask(["rev-parse", "--verify", "--quiet", "--end-of-options", tree], asked, folder)
    if known.returncode:
        remedy = f" ; {_WHOLE}" if _is_shallow(folder) else ""
        raise Misuse(f"{asked} : git ne connaît pas la révision « {revision} »{remedy}")


def _no_repository(asked: str, done: subprocess.CompletedProcess[bytes]) -> Misuse:
    if b"safe.directory" in done.stderr:
        return Misuse(f"{asked} : git refuse ce dépôt, qui est à quelqu'un d'autre (voir « safe.directory »)")
    where = (
        "ce fichier n'est pas"
        if ":" not in asked
        else "ni un fichier, ni une révision : ce dossier n'est pas"
    )
    return Misuse(f"{asked} : {where} dans un dépôt git")
