"""The user's templates: in which folder they are, and what is said of one that cannot be used."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctgkit.app.files.configuration import Configurations
from ctgkit.app.misuse import Misuse, reason
from ctgkit.french.nearest import nearest
from ctgkit.outputs import terminal

if TYPE_CHECKING:
    from ctgkit.outputs.templates.fault import TemplateFault

#: The keys of the `[report]` table of `ctgkit.toml`.
KEYS = ("templates",)


def templates_folder(
    plan: str, asked: str | None, note: Callable[[Iterable[str]], object] = terminal.note
) -> Path | None:
    """The user's folder of templates, `None` where there is none; says what is odd in it.

    Args:
        plan: the plan of the document, as the command was given it: its `ctgkit.toml` may name a folder.
        asked: the value of `--templates`.
        note: what is told of what is odd.

    Raises:
        Misuse: if the folder cannot be used, or if the configuration makes no sense.
    """
    folder = named_folder(plan, asked)
    if folder is not None:
        _readable(folder)
        note(_odd(folder))
    return folder


def templates_folders(plans: Iterable[str], asked: str | None) -> Iterator[Path | None]:
    """:func:`templates_folder` for each of many plans, what is odd being said once.

    Raises:
        Misuse: if a folder cannot be used, or if a configuration makes no sense.
    """
    configurations, seen = Configurations(), set[Path]()
    for plan in plans:
        folder = named_folder(plan, asked, configurations)
        if folder is not None and folder not in seen:
            seen.add(folder)
            _readable(folder)
            terminal.note(_odd(folder))
        yield folder


def named_folder(plan: str, asked: str | None, configurations: Configurations | None = None) -> Path | None:
    """The folder that the option or the configuration names, whether or not it is there.

    Args:
        plan: the plan of the document.
        asked: the value of `--templates`.
        configurations: those that were read for other plans.

    Raises:
        Misuse: if the configuration makes no sense.
    """
    if asked is not None:
        if not asked:
            raise Misuse("--templates attend le nom d'un dossier")
        return Path(asked)
    configuration = (configurations or Configurations()).of(plan)
    table = configuration.table("report")
    for key in table:
        if key not in KEYS:
            near = nearest(key, KEYS)
            meant = f"vouliez-vous dire « {near} » ?" if near else f"possibles : {', '.join(KEYS)}"
            raise configuration.wrong(("report", key), f"clé inconnue : « {key} » ; {meant}")
    named: Any = table.get("templates")
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise configuration.wrong(("report", "templates"), "un nom de dossier est attendu, entre guillemets")
    return configuration.beside(named)


def _readable(folder: Path) -> None:
    """Makes sure that there is such a folder.

    Raises:
        Misuse: with the reason.
    """
    try:
        os.listdir(folder)  # noqa: PTH208  (whether it can be listed at all)
    except FileNotFoundError:
        raise Misuse(
            f"{folder} : ce dossier de gabarits n'existe pas ; « ctg report --eject NOM » le crée"
        ) from None
    except OSError as error:
        raise Misuse(f"{folder} : {reason(error)}") from None


def _odd(folder: Path) -> Iterator[str]:
    """What may be a mistake: files that would take the place of no template."""
    from ctgkit.outputs.templates import builtin  # noqa: PLC0415

    known = builtin.names()
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    if not any(path.name in known for path in files):
        yield (
            f"{folder} : aucun fichier n'y porte le nom d'un gabarit ; "
            "« ctg report --list-templates » les donne"
        )
    for path in files:
        near = nearest(path.name, known)
        if path.name not in known and near is not None and not _mentioned(path, files):
            yield f"{path} : aucun gabarit ne s'appelle ainsi ; vouliez-vous dire « {near} » ?"


def _mentioned(path: Path, files: list[Path]) -> bool:
    """Whether another file of the folder names this one, as it does to include it."""
    name = path.name.encode()
    return any(name in other.read_bytes() for other in files if other != path and os.access(other, os.R_OK))


def spare(target: Path, folder: Path) -> None:
    """Refuses to write a document over a template, which looks like a document of ctgkit's.

    Args:
        target: where the document is to go.
        folder: the user's templates.

    Raises:
        Misuse: if it would take the place of one.
    """
    from ctgkit.outputs.templates import builtin  # noqa: PLC0415

    if target.name in builtin.names() and target.exists() and target.samefile(folder / target.name):
        raise Misuse(f"{target} : c'est un gabarit ; donnez un autre nom avec -o")


@contextmanager
def faults_told() -> Iterator[None]:
    """Words what is wrong in a template of the user's.

    Raises:
        Misuse: with its line, and a caret under the word at fault.
    """
    from ctgkit.outputs.templates.fault import TemplateFault  # noqa: PLC0415

    try:
        yield
    except TemplateFault as fault:
        raise Misuse(_shown(fault)) from None


def _shown(fault: TemplateFault) -> str:
    from ctgkit.outputs.findings.text import excerpt, plain  # noqa: PLC0415
    from ctgkit.plan.finding import Place  # noqa: PLC0415

    if fault.spot is None:
        return str(fault)
    lines = fault.spot.source.splitlines()
    line = lines[fault.spot.line - 1] if fault.spot.line <= len(lines) else ""
    start = fault.column or len(line) - len(line.lstrip()) + 1
    place = Place(fault.spot.line, start, fault.spot.line, fault.end or len(line.rstrip()) + 1)
    columns = terminal.width(sys.stderr)
    under = excerpt(place, "", lines, lambda text: plain("", text), columns)
    return "\n".join([str(fault), *(row.rstrip("\n") for row in under)])
