"""Which version of which file a plan is compared with, where a revision of git's is asked for.

A plan that was renamed or moved is found: git knows it again by its lines, and else the territory, the Caf
and the period say which it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from ctgkit.app.files.git import root_of
from ctgkit.app.files.given import load, looks_like_a_plan
from ctgkit.app.files.history import Past, past
from ctgkit.french.nearest import fold
from ctgkit.plan import Plan
from ctgkit.plan.reading import read

#: What says which plan a file holds: two files that say the same are versions of one.
_Identity: TypeAlias = tuple[str, str, object]


class Earlier(NamedTuple):
    """A version of a plan.

    Attributes:
        past: the repository that has it.
        file: what it was called there.
    """

    past: Past
    file: str

    @property
    def name(self) -> str:
        """What it is called in a sentence, as git would be asked for it."""
        return f"{self.past.name}:{self.file}"


class Versions(NamedTuple):
    """The earlier versions of some plans.

    Attributes:
        of: that of each plan, by its file as it was given; one that is new has none.
        vanished: the plans that none of these files is a version of, by what they would be called here.
    """

    of: dict[str, Earlier]
    vanished: dict[str, Earlier]


def versions(paths: Sequence[str], arguments: Iterable[str], revision: str) -> Versions:
    """What some plans were at a revision, and which are no more.

    Args:
        paths: the files of today's plans.
        arguments: what was given for them: a plan is missed below a folder that was.
        revision: what git calls so.

    Raises:
        Misuse: if a file is in no repository, or that does not know the revision.
    """
    pasts = _Pasts(revision)
    found: dict[str, Earlier] = {}
    new: dict[str, Past] = {}
    for path in paths:
        if not os.path.isfile(path):  # noqa: PTH113  (may be no path)
            continue
        then = pasts.of(path, os.path.dirname(os.path.realpath(path)))  # noqa: PTH120
        now = then.inside(path)
        before = then.moved.get(now, now)
        if before in then.files:
            found[path] = Earlier(then, before)
        else:
            new[path] = then
    folders = [one for one in arguments if os.path.isdir(one)]  # noqa: PTH112
    for folder in folders:
        pasts.of(folder, os.path.realpath(folder))
    left = {(one.root, file): Earlier(one, file) for one in pasts.known() for file in one.gone}
    for path, one in _known_again(new, left):
        found[path] = one
        del left[one.past.root, one.file]
    missed = ((_shown(one, folders), one) for one in left.values())
    return Versions(found, {name: one for name, one in missed if name is not None and _is_plan(one)})


class _Pasts:
    """The repositories that some files are in, each asked once."""

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._roots: dict[str, str] = {}
        self._pasts: dict[str, Past] = {}

    def of(self, path: str, folder: str) -> Past:
        """That of a file or a folder, called so, which is in `folder`."""
        if folder not in self._roots:
            self._roots[folder] = root_of(path, folder)
        root = self._roots[folder]
        if root not in self._pasts:
            self._pasts[root] = past(path, root, self._revision)
        return self._pasts[root]

    def known(self) -> Iterable[Past]:
        """All that were asked."""
        return self._pasts.values()


def _known_again(new: dict[str, Past], left: dict[tuple[str, str], Earlier]) -> Iterator[tuple[str, Earlier]]:
    """The new files that hold a plan of a file that is gone, each with that one."""
    if not new or not left:
        return
    gone: dict[_Identity, list[Earlier]] = {}
    for one in left.values():
        plan = read(one.past.data(one.file), one.name).plan
        if plan is not None:
            gone.setdefault(_identity(plan), []).append(one)
    for path in new:
        plan = read(load(path), path).plan
        alike = gone.pop(_identity(plan), []) if plan is not None else []
        if len(alike) == 1:
            yield path, alike[0]


def _identity(plan: Plan) -> _Identity:
    return fold(plan.territoire.nom), fold(plan.caf or ""), (plan.periode.debut, plan.periode.fin)


def _is_plan(one: Earlier) -> bool:
    return looks_like_a_plan(one.past.data(one.file))


def _shown(one: Earlier, folders: Iterable[str]) -> str | None:
    """What a file would be called below one of the folders that were given; `None` below none."""
    whole = os.path.join(one.past.root, one.file)  # noqa: PTH118
    for folder in folders:
        inside = os.path.relpath(whole, os.path.realpath(folder))
        *above, _ = Path(inside).parts
        if not any(part.startswith(".") for part in above):  # outside, or hidden
            return os.path.join(folder, inside)  # noqa: PTH118
    return None
