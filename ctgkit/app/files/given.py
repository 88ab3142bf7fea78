"""The plans a command is given: files, folders, standard input, and git's `REV:path`."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.app.files.git import at_revision
from ctgkit.app.files.near import SUFFIXES, hint
from ctgkit.app.misuse import Misuse, reason

if TYPE_CHECKING:
    from ctgkit.plan.reading import Reading

STDIN = "-"
#: How standard input is called in findings.
STDIN_NAME = "entrée standard"
#: A file in a folder is a plan if it has one of these at its left margin, whatever else is wrong.
_PLAN_KEYS = re.compile(r"^[\"']?(?:format|axes|territoire|periode|caf)[\"']?\s*:", re.MULTILINE)


class Found(NamedTuple):
    """The plan files a command was given, and what was wrong with the rest."""

    paths: tuple[str, ...]
    ignored: tuple[str, ...]  #: YAML files that are no plans
    problems: tuple[str, ...]  #: one sentence each


def find(arguments: Iterable[str], *, only_plans: bool = False) -> Found:
    """The files that `arguments` mean, each once, in their order; folders in name order.

    Args:
        arguments: files, folders, `REV:path`, `-`.
        only_plans: whether a file that is no plan is ignored where it is named, as it is in a
            folder: pre-commit names every YAML file of a commit.
    """
    paths: dict[str, str] = {}
    ignored: list[str] = []
    problems: list[str] = []
    for argument in arguments:
        if argument == STDIN or not os.path.isdir(argument):  # noqa: PTH112  (a name may be no path at all)
            if only_plans and argument != STDIN and not _is_meant(argument):
                ignored.append(argument)
            else:
                paths.setdefault(_identity(argument), argument)
            continue
        plans = 0
        for path in _walk(argument, problems):
            if _is_meant(path):
                plans += 1
                paths.setdefault(_identity(path), path)
            else:
                ignored.append(path)
        if not plans and not only_plans:
            problems.append(f"aucun plan (.yaml) dans le dossier « {argument} »")
    return Found(tuple(paths.values()), tuple(ignored), tuple(problems))


def _identity(path: str) -> str:
    return path if path == STDIN else os.path.realpath(path)


def _walk(folder: str, problems: list[str]) -> Iterator[str]:
    def failed(error: OSError) -> None:
        problems.append(f"{error.filename} : {reason(error)}")

    for base, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES:
                yield os.path.join(base, name)  # noqa: PTH118  (shown as the user typed it)


def _is_meant(path: str) -> bool:
    """Whether a file of a folder is meant: one that cannot be read is, so that it is told."""
    try:
        return looks_like_a_plan(load(path))
    except Misuse:
        return True


def looks_like_a_plan(data: bytes) -> bool:
    """Whether what a file of a folder holds is meant to be a plan."""
    codec = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    return _PLAN_KEYS.search(data.decode(codec, errors="replace").removeprefix("\ufeff")) is not None


def load(path: str) -> bytes:
    """The bytes of a file, or of standard input, never much more than a plan may have.

    Raises:
        Misuse: if it cannot be read.
    """
    from ctgkit.plan.reading.limits import MAX_BYTES  # noqa: PLC0415  (the plan is slow to import)

    try:
        if path == STDIN:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with open(path, "rb") as stream:  # noqa: PTH123
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if (data := at_revision(path)) is not None:
            return data
        why = reason(error) if isinstance(error, OSError) else "ce n'est pas un nom de fichier"
        near = hint(path) if isinstance(error, FileNotFoundError) else ""
        raise Misuse(f"{shown_name(path) or '(nom vide)'} : {why}{near}") from None


def shown_name(path: str) -> str:
    """How a plan is called in what is written."""
    return STDIN_NAME if path == STDIN else path


def read_one(path: str) -> Reading:
    """Reads one plan.

    Raises:
        Misuse: if there is no such file.
    """
    from ctgkit.plan.reading import read  # noqa: PLC0415

    if path != STDIN and os.path.isdir(path):  # noqa: PTH112
        raise Misuse(f"{path} : c'est un dossier ; cette commande attend un seul plan")
    return read(load(path), STDIN_NAME if path == STDIN else path)
