"""`ctg report --list-templates` and `--eject`: which templates there are, and a copy of some to adapt."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ctgkit.app.documents.templating import named_folder, presentation
from ctgkit.app.files.writing import save
from ctgkit.app.misuse import Misuse, reason
from ctgkit.french.agreement import plural
from ctgkit.french.nearest import nearest
from ctgkit.outputs.templates import builtin

#: Where copies go when nothing names a folder.
_FOLDER = "templates"
_EVERY = ("tout", "all")


def list_templates(plan: str, asked: str | None) -> int:
    """Prints the name and the purpose of each template, and which the user's folder replaces.

    Args:
        plan: whose configuration may name the folder.
        asked: the value of `--templates`.

    Raises:
        Misuse: if the folder cannot be used.
    """
    folder = presentation(plan, asked).folder
    names = builtin.names()
    wide = max(map(len, names))
    for name in names:
        own = folder / name if folder is not None else None
        mark = f" [{own}]" if own is not None and own.is_file() else ""
        print(f"{name:<{wide}}  {builtin.purpose(builtin.text(name))}{mark}")
    return 0


def eject(names: Iterable[str], plan: str, asked: str | None, *, force: bool) -> int:
    """Copies built-in templates to the user's folder, all of them or none, and prints their paths.

    Args:
        names: which; `tout` for all.
        plan: whose configuration may name the folder.
        asked: the value of `--templates`.
        force: whether files that are there may be replaced.

    Raises:
        Misuse: for a name that no template has, and for what cannot be written.
    """
    chosen = _chosen(names)
    configured = named_folder(plan, asked)
    folder = configured or Path(_FOLDER)
    made = _make(folder)
    new: list[Path] = []
    try:
        targets = {name: folder / name for name in chosen}
        if not force:
            _refuse_to_replace(targets.values())
        for name, path in targets.items():
            before = path.exists()
            save(path, builtin.text(name))
            if not before:
                new.append(path)
    except Misuse:
        for path in new:
            path.unlink(missing_ok=True)
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise
    for path in targets.values():
        print(path)
    _advise(folder, chosen, named=asked is None and configured is not None)
    return 0


def _refuse_to_replace(targets: Iterable[Path]) -> None:
    there = [str(path) for path in targets if path.exists() or path.is_symlink()]
    if there:
        raise Misuse(
            f"{', '.join(there)} : {plural(len(there), 'ce fichier existe', 'ces fichiers existent')} ; "
            "--force copie par-dessus, et ce qui y est se perd"
        )


def _chosen(names: Iterable[str]) -> tuple[str, ...]:
    """The templates that are named, each once."""
    known = builtin.names()
    chosen: list[str] = []
    for name in names:
        if name in _EVERY:
            return known
        if name not in known:
            near = nearest(name, known)
            meant = (
                f"vouliez-vous dire « {near} » ?"
                if near
                else "« ctg report --list-templates » donne leurs noms"
            )
            raise Misuse(f"aucun gabarit ne s'appelle « {name} » ; {meant}")
        chosen.append(name)
    if not chosen:
        raise Misuse("--eject attend le nom d'un gabarit, ou tout")
    return tuple(dict.fromkeys(chosen))


def _make(folder: Path) -> bool:
    """Makes the folder, and says whether it was not there.

    Raises:
        Misuse: if it cannot be made, or if it is that of ctgkit itself.
    """
    if folder.resolve() == builtin.templates_folder().resolve():
        raise Misuse(
            f"{folder} : ce sont les gabarits de ctgkit eux-mêmes ; donnez un dossier avec --templates"
        )
    try:
        folder.mkdir()
    except FileExistsError:
        if not folder.is_dir():
            raise Misuse(f"{folder} : ce n'est pas un dossier") from None
        return False
    except FileNotFoundError:
        raise Misuse(f"{folder} : le dossier « {folder.parent} » n'existe pas") from None
    except OSError as error:
        raise Misuse(f"{folder} : {reason(error)}") from None
    return True


def _advise(folder: Path, chosen: tuple[str, ...], *, named: bool) -> None:
    """Says what a copy is worth, and what to do with it; `named`, if the configuration names the folder."""
    form = "md" if all(name.endswith(".md") for name in chosen) else "html"
    copies = plural(len(chosen), "Cette copie ne suivra", "Ces copies ne suivront")
    print(
        f"\n{copies} plus les mises à jour de ctgkit. Pour ne changer qu'une partie, mieux vaut un "
        f"gabarit\nqui étend le sien, comme plan/contacts.{form} :\n"
        f'  {{% extends "{builtin.PREFIX}partie.{form}" %}}\n  {{% block contenu %}}…{{% endblock %}}'
    )
    if named:
        print("\nEnsuite :\n  ctg report PLAN")
        return
    print(f"\nEnsuite :\n  ctg report PLAN --templates {shlex.quote(str(folder))}")
    print(f'ou, une fois pour toutes, dans ctgkit.toml :\n  [report]\n  templates = "{folder.as_posix()}"')
