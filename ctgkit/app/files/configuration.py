"""`ctgkit.toml`: found beside a plan or above it, read with the line of what is wrong in it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.app.files.given import STDIN
from ctgkit.app.misuse import Misuse, reason
from ctgkit.french.nearest import nearest
from ctgkit.french.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "ctgkit.toml"
#: The tables it may have.
TABLES = ("lint", "report")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)\Z")


class Configuration(NamedTuple):
    """A configuration file, or the absence of one."""

    path: Path | None
    data: dict[str, Any]
    text: str

    def table(self, name: str) -> dict[str, Any]:
        """One of its tables; an empty one where it is not there."""
        found: dict[str, Any] = self.data.get(name, {})
        return found

    def wrong(self, path: Sequence[str], message: str) -> Misuse:
        """What is said of the value that the keys `path` lead to."""
        return Misuse(f"{self.path}:{_line(self.text, path)} : {message}")

    def beside(self, name: str) -> Path:
        """A file that the configuration names: its path is relative to the configuration."""
        return (self.path.parent if self.path else Path()) / name


class Configurations:
    """The configurations of the plans of one run, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, Configuration] = {}

    def of(self, plan: str) -> Configuration:
        """The configuration of a plan: the nearest `ctgkit.toml`, in its folder or one above.

        Args:
            plan: as the command was given it, a folder of plans too; standard input and a file of git's
                history have the one of the current folder.

        Raises:
            Misuse: if it cannot be read, with the line of what is wrong.
        """
        path = Path(plan)
        # These ask nothing of a folder that is closed to this user: what reads the plan tells that.
        if plan == STDIN or not os.path.exists(path):  # noqa: PTH110
            return self._nearest(Path.cwd())
        return self._nearest(path.resolve() if path.is_dir() else path.resolve().parent)

    def _nearest(self, folder: Path) -> Configuration:
        if folder not in self._read:
            path = folder / NAME
            if os.path.isfile(path):  # noqa: PTH113
                self._read[folder] = _read(path)
            elif folder == folder.parent:
                self._read[folder] = Configuration(None, {}, "")
            else:
                self._read[folder] = self._nearest(folder.parent)
        return self._read[folder]


def _read(path: Path) -> Configuration:
    import tomllib  # noqa: PLC0415  (only where there is one)

    shown = _shown(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise Misuse(f"{shown} : {reason(error)}") from None
    except UnicodeDecodeError:
        raise Misuse(f"{shown} : ce fichier n'est pas en UTF-8 ; enregistrez-le en UTF-8") from None
    except RecursionError:
        raise Misuse(f"{shown} : trop de crochets imbriqués ; un réglage est un texte ou une liste") from None
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (max(len(text.splitlines()), 1), 1)
        written = one_line(text.splitlines()[line - 1].strip()) if text.splitlines()[line - 1 :] else ""
        told = f"« {written} » ne se lit pas" if written else "il manque la fin d'une valeur"
        raise Misuse(
            f'{shown}:{line}:{column} : {told} ; un réglage s\'écrit : ignore = ["CTG301"]'
        ) from None
    found = Configuration(shown, data, text)
    for name, table in data.items():
        if name not in TABLES:
            near = nearest(name, TABLES)
            meant = f"vouliez-vous dire « {near} » ?" if near else f"possibles : {', '.join(TABLES)}"
            raise found.wrong((name,), f"clé inconnue : « {name} » ; {meant}")
        if not isinstance(table, dict):
            raise found.wrong((name,), f"une table est attendue : [{name}]")
    return found


def _shown(path: Path) -> Path:
    """A path as short as it can be from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _line(text: str, path: Sequence[str]) -> int:
    """The line (1-based) of the key that `path` leads to, as far as it is written that way."""
    lines = text.splitlines()
    table: list[str] = []
    best, depth = 1, 0
    for number, line in enumerate(lines, 1):
        if header := re.match(r"\s*\[+([^\]]*)\]", line):
            table = _names(header[1])
            here = table
        elif key := re.match(r"\s*([^=#]+?)\s*=", line):
            here = [*table, *_names(key[1])]
        else:
            continue
        common = next(
            (n for n, (a, b) in enumerate(zip(here, path, strict=False)) if a != b), min(len(here), len(path))
        )
        if common > depth:
            best, depth = number, common
    return best


def _names(dotted: str) -> list[str]:
    """The names of a dotted key, with or without quotes."""
    return [name.strip().strip("\"'") for name in dotted.split(".")]
