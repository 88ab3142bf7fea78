"""`ctg report --each`: a document about each of many plans."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ctgkit.app.bulk import each
from ctgkit.app.checking.many_plans import Sieve, checked
from ctgkit.app.documents.delivery import NOT_IN_NAME, refuse, stem
from ctgkit.app.documents.report import NothingToWrite, document, suffix
from ctgkit.app.documents.templating import Presentation, presentations, spare
from ctgkit.app.documents.territoires import tell_ignored
from ctgkit.app.files.given import STDIN, Found, read_one
from ctgkit.app.files.writing import save
from ctgkit.app.misuse import Misuse, reason
from ctgkit.french.agreement import count
from ctgkit.outputs import terminal
from ctgkit.outputs.findings.run import Checked
from ctgkit.outputs.format import Format
from ctgkit.outputs.registry import by_suffix
from ctgkit.reports.document import Asked

#: From how many documents on it pays to start other processes.
_MANY = 12


class Form(NamedTuple):
    """How the documents are written, and where."""

    folder: Path
    format: Format
    color: str
    force: bool
    templates: str | None  #: the value of `--templates`


class Task(NamedTuple):
    """A plan, the file its document goes to, and how it is to look."""

    path: str
    target: Path
    presentation: Presentation


class Absent(NamedTuple):
    """A plan that has no such pilot."""

    file: str


def folder_of(output: str | None) -> Path:
    """The folder that `-o` names: the current one without it; it need not exist yet.

    Raises:
        Misuse: if it can be none.
    """
    if output is None:
        return Path()
    folder = Path(output)
    if output == STDIN or by_suffix("report", output) is not None:
        raise Misuse(f"--each écrit un fichier par plan : -o attend un dossier, et non « {output} »")
    try:
        if folder.is_dir():
            return folder
        if folder.exists():
            raise Misuse(f"{folder} : ce n'est pas un dossier ; --each écrit un fichier par plan")
        if not folder.parent.is_dir():
            raise Misuse(f"{folder} : le dossier « {folder.parent} » n'existe pas")
    except OSError as error:
        raise Misuse(f"{folder} : {reason(error)}") from None
    return folder


def report_each(found: Found, asked: Asked, form: Form) -> int:
    """Writes the documents and prints their names; returns the exit status.

    Raises:
        Misuse: before anything is written, if a file that ctgkit did not write would be replaced.
    """
    names = distinct_names(found.paths)
    ending = f"{suffix(asked)}{form.format.suffixes[0]}"
    tasks = [
        Task(
            path,
            _target(form.folder / f"{name}-{ending}", found, form, shown),
            shown,
        )
        for path, name, shown in zip(
            found.paths, names, presentations(found.paths, form.templates), strict=True
        )
    ]
    work = partial(_written, asked=asked, output_format=form.format.name)
    sieve, absent, written = Sieve(found.problems), 0, 0
    alone = STDIN in found.paths
    made = each(work, tasks, alone=alone, many=_MANY, doing="Écriture des documents")
    for result in sieve.results(made, form.color):
        if isinstance(result, Absent):
            absent += 1
        else:
            written += 1
            print(result)
    sys.stdout.flush()
    if absent and not written and not sieve.invalid:
        sieve.problems.append(f"aucun plan n'a de pilote « {asked.pilote} » : rien n'est écrit")
    else:
        pilote = f"« {asked.pilote} »"
        terminal.note(
            _unwritten(absent, f"plan n'a pas de pilote {pilote}", f"plans n'ont pas de pilote {pilote}")
        )
    terminal.note(_unwritten(len(sieve.invalid), "plan a des erreurs", "plans ont des erreurs"))
    tell_ignored(found)
    return terminal.complain(sieve.problems) or int(bool(sieve.invalid))


def _unwritten(nombre: int, singulier: str, pluriel: str) -> Iterator[str]:
    """Says of how many plans nothing is written, and why."""
    if nombre:
        them = "lui" if nombre == 1 else "eux"
        yield f"{count(nombre, singulier, pluriel)} : rien n'est écrit pour {them}"


def _target(target: Path, found: Found, form: Form, presentation: Presentation) -> Path:
    """Where a document goes, once it is sure that nothing is lost there."""
    spare(target, presentation)
    refuse(target, found.paths, force=form.force)
    return target


def _written(task: Task, asked: Asked, output_format: str) -> Path | Checked | Absent:
    """Writes a document; what it gives says where, or why not.

    Raises:
        Misuse: if the plan cannot be read, or the document cannot be written.
    """
    reading = read_one(task.path)
    if reading.plan is None:
        return checked(reading)
    try:
        text = document(reading.plan, asked, output_format, task.presentation, again=True)
    except NothingToWrite:
        return Absent(reading.file)
    try:
        task.target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise Misuse(f"{task.target.parent} : {reason(error)}") from None
    save(task.target, text)
    return task.target


# Names


def distinct_names(paths: Sequence[str]) -> list[str]:
    """A name for the document of each plan, no two alike whatever the case: that of its file.

    Where two files have one name, that of their folder stands before, then that of the folder above,
    as far as it takes; where none tells them apart, a number follows.
    """
    every = [_parts(path) for path in paths]
    depths = [1] * len(paths)
    deeper = True
    while deeper:
        met: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for parts, depth in zip(every, depths, strict=True):
            met.setdefault(_folded(parts[-depth:]), set()).add(_folded(parts))
        alike = [
            rank
            for rank, parts in enumerate(every)
            if depths[rank] < len(parts) and len(met[_folded(parts[-depths[rank] :])]) > 1
        ]
        for rank in alike:
            depths[rank] += 1
        deeper = bool(alike)
    taken: set[str] = set()
    return [_numbered("-".join(parts[-depth:]), taken) for parts, depth in zip(every, depths, strict=True)]


def _folded(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.casefold() for part in parts)


def _numbered(name: str, taken: set[str]) -> str:
    """`name`, with a number if it is taken; takes it."""
    made, rank = name, 2
    while made.casefold() in taken:
        made, rank = f"{name}-{rank}", rank + 1
    taken.add(made.casefold())
    return made


def _parts(path: str) -> list[str]:
    """The folders of a plan and its name, as names of files may have them."""
    if path == STDIN:
        return [stem(path)]
    folders = (NOT_IN_NAME.sub("-", part).strip("-.") for part in Path(path).absolute().parent.parts)
    return [*filter(None, folders), stem(path)]
