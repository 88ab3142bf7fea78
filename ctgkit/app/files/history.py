"""What became of the files of a repository since a revision of git's: which was where, and which are gone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from ctgkit.app.files.git import ask, base_of
from ctgkit.app.files.near import SUFFIXES


class Past(NamedTuple):
    """A repository as it was.

    Attributes:
        root: its folder.
        commit: the commit that is compared with; a tree where the revision is one.
        name: what it is called in a sentence: as it was asked for, or the first characters of the commit.
        files: the YAML files that it had, from the root, with slashes.
        moved: those that git knows again under another name, by the name of today.
        gone: those that are no more, in their order.
    """

    root: str
    commit: str
    name: str
    files: frozenset[str]
    moved: dict[str, str]
    gone: tuple[str, ...]

    def inside(self, path: str) -> str:
        """What a file is called from the root."""
        return os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")

    def data(self, inside: str) -> bytes:
        """What one of the files held."""
        return ask(["cat-file", "blob", f"{self.commit}:{inside}"], inside, self.root).stdout


def past(path: str, root: str, revision: str) -> Past:
    """A repository as it was at a revision, or where what is in it now left that one.

    A branch that is behind another is not compared with what that one has become: with the last commit
    that both have. `main...` asks for the same as `main`.

    Args:
        path: the file that it is asked for, as a sentence names it.
        root: the folder of the repository.
        revision: what git calls so.

    Raises:
        Misuse: if git does not know the revision.
    """
    base = base_of(path, root, revision)
    listed = ask(["ls-tree", "-r", "-z", "--name-only", "--full-tree", base.commit], path, root).stdout
    files = frozenset(name for name in _names(listed) if os.path.splitext(name)[1].lower() in SUFFIXES)  # noqa: PTH122
    moved, gone = _changes(root, base.commit)
    return Past(root, base.commit, base.name, files, moved, tuple(name for name in gone if name in files))


def _names(listed: bytes) -> Iterator[str]:
    yield from (os.fsdecode(name) for name in listed.split(b"\0") if name)


def _changes(root: str, commit: str) -> tuple[dict[str, str], list[str]]:
    """The files that have another name in the folder now, and those that are not there any more."""
    asked = ["diff", "--no-ext-diff", "--name-status", "-z", "--find-renames", "--diff-filter=RD", commit]
    words = _names(ask(asked, commit, root).stdout)
    moved: dict[str, str] = {}
    gone: list[str] = []
    for status in words:
        name = next(words)
        if status.startswith("R"):
            moved[next(words)] = name
        else:
            gone.append(name)
    return moved, gone
