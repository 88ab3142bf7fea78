"""The user's templates: in which folder they are, and what is said of one that cannot be used."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.app.documents.arranging import arrangement, meant
from ctgkit.app.files.configuration import Configuration, Configurations
from ctgkit.app.misuse import Misuse, reason
from ctgkit.french.nearest import nearest
from ctgkit.outputs import terminal
from ctgkit.reports.sections import DOCUMENTS, sections_of

if TYPE_CHECKING:
    from ctgkit.outputs.templates.fault import TemplateFault
    from ctgkit.page.arranging import Arrangement

#: The keys of the `[report]` table of `ctgkit.toml`: the folder, and a table for each document.
KEYS = ("templates", *DOCUMENTS)


class Presentation(NamedTuple):
    """How somebody wants documents to look.

    Attributes:
        folder: their templates; `None` where there are none.
        configuration: what they chose of sections.
    """

    folder: Path | None
    configuration: Configuration

    def arrangement(self, kind: str) -> Arrangement:
        """What they chose of the sections of a document.

        Raises:
            Misuse: if it makes no sense.
        """
        own = self.folder / kind if self.folder is not None else None
        names = [path.stem for path in own.iterdir()] if own is not None and own.is_dir() else []
        return arrangement(self.configuration, kind, names)


#: Documents as ctgkit has them.
BUILT_IN = Presentation(None, Configuration(None, {}, ""))


def presentation(
    plan: str,
    asked: str | None,
    note: Callable[[Iterable[str]], object] = terminal.note,
    configurations: Configurations | None = None,
) -> Presentation:
    """How the documents of a plan are to look; what is odd in the folder of templates is said.

    Args:
        plan: the plan, as the command was given it: its `ctgkit.toml` may name a folder.
        asked: the value of `--templates`.
        note: what is told of what is odd.
        configurations: those that were read for other plans.

    Raises:
        Misuse: if the folder cannot be used, or if the configuration makes no sense.
    """
    configurations = configurations or Configurations()
    configuration = configurations.of(plan)
    folder = named_folder(plan, asked, configurations)
    if folder is not None:
        _readable(folder)
        note(_odd(folder, configuration))
    return Presentation(folder, configuration)


def presentations(plans: Iterable[str], asked: str | None) -> Iterator[Presentation]:
    """:func:`presentation` for each of many plans, what is odd being said once.

    Raises:
        Misuse: if a folder cannot be used, or if a configuration makes no sense.
    """
    configurations, told = Configurations(), set[str]()

    def note(lines: Iterable[str]) -> None:
        new = [line for line in lines if line not in told]
        told.update(new)
        terminal.note(new)

    for plan in plans:
        yield presentation(plan, asked, note, configurations)


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
            raise configuration.wrong(("report", key), f"clé inconnue : « {key} » ; {meant(key, KEYS)}")
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


def _names() -> tuple[str, ...]:
    """The names of files that are templates: those that ctgkit has, and those of documents."""
    from ctgkit.outputs.templates import FORMATS, builtin  # noqa: PLC0415  (Jinja is slow to import)

    return (*builtin.names(), *(f"{kind}.{form}" for kind in DOCUMENTS for form in FORMATS))


def _odd(folder: Path, configuration: Configuration) -> Iterator[str]:
    """What may be a mistake: files that would take the place of nothing."""
    known = _names()
    entries = sorted(folder.iterdir())
    files = [path for path in entries if path.is_file()]
    folders = [path for path in entries if path.is_dir()]
    if not any(path.name in known for path in files) and not any(path.name in DOCUMENTS for path in folders):
        yield (
            f"{folder} : aucun fichier n'y porte le nom d'un gabarit ; "
            "« ctg report --list-templates » les donne"
        )
    for path in files:
        near = nearest(path.name, known)
        if path.name not in known and near is not None and not _mentioned(path, files):
            yield f"{path} : aucun gabarit ne s'appelle ainsi ; vouliez-vous dire « {near} » ?"
    for path in folders:
        if path.name in DOCUMENTS:
            yield from _odd_sections(path, configuration)
        elif (near := nearest(path.name, DOCUMENTS)) is not None:
            yield f"{path} : aucun document ne s'appelle ainsi ; vouliez-vous dire « {near} » ?"


def _odd_sections(folder: Path, configuration: Configuration) -> Iterator[str]:
    """The templates of sections that a document does not have."""
    asked = configuration.table("report").get(folder.name, {})
    own = asked.get("sections", ()) if isinstance(asked, dict) else ()
    known = sections_of(folder.name)
    for path in sorted(folder.iterdir()):
        if path.stem not in known and path.stem not in own:
            yield f"{path} : aucune section ne s'appelle ainsi ; {meant(path.stem, known)}"


def _mentioned(path: Path, files: list[Path]) -> bool:
    """Whether another file of the folder names this one, as it does to include it."""
    name = path.name.encode()
    return any(name in other.read_bytes() for other in files if other != path and os.access(other, os.R_OK))


def spare(target: Path, shown: Presentation) -> None:
    """Refuses to write a document over a template, which looks like a document of ctgkit's.

    Args:
        target: where the document is to go.
        shown: how it is to look.

    Raises:
        Misuse: if it would take the place of one.
    """
    own = shown.folder / target.name if shown.folder is not None and target.name in _names() else None
    if own is not None and own.exists() and target.exists() and target.samefile(own):
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
