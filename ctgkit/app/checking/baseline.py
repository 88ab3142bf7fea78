"""`--baseline` and `--write-baseline`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ctgkit.app.files.writing import check, save
from ctgkit.app.misuse import Misuse, reason
from ctgkit.french.agreement import count
from ctgkit.lint.baseline import BaselineError, Known, read, written

if TYPE_CHECKING:
    from ctgkit.app.files.configuration import Configuration


def _is_ours(head: str) -> bool:
    """Whether a file that starts so is a baseline: no other file of ctgkit's is given up for one."""
    return not head or re.match(r'{\s*"quoi": "référence de ctg lint"', head) is not None


class Baselines:
    """The baseline files of a run: the one it was given, or those its configurations name."""

    def __init__(self, given: str | None, *, writing: bool, force: bool) -> None:
        self.given = Path(given) if given is not None else None
        self.writing = writing
        self.force = force
        self.read: dict[Path, Mapping[str, Mapping[str, str]]] = {}
        self.target: Path | None = None

    def of(self, configuration: Configuration, named: str | None) -> Mapping[str, Mapping[str, str]]:
        """The baseline of a plan with that configuration; an empty one where there is none.

        Raises:
            Misuse: if it cannot be read, or is damaged.
        """
        path = self.given if named is None or self.given else configuration.beside(named)
        if self.writing:
            self._aim(path)
            return {}
        if path is None:
            return {}
        if path not in self.read:
            self.read[path] = _read(path)
        return self.read[path]

    def _aim(self, path: Path | None) -> None:
        if path is None:
            raise Misuse("--write-baseline écrit dans un fichier : donnez-le avec --baseline FICHIER")
        if self.target not in {None, path}:
            raise Misuse(
                f"ces plans ont chacun leur référence ({self.target}, {path}) : écrivez-les une à la fois"
            )
        self.target = path

    def check(self, plans: Iterable[Known]) -> None:
        """Makes sure that the baseline given is of these plans, since one of another plan hides nothing.

        One that a configuration names is that of a whole folder: a plan that came since, checked
        alone, is not in it.

        Raises:
            Misuse: if it has none of them.
        """
        if self.given is None:
            return
        here = {one.plan for one in plans}
        for path, old in self.read.items():
            if old and here and not old.keys() & here:
                others = " et ".join(f"« {plan} »" for plan in sorted(old)[:3])
                raise Misuse(
                    f"{path} : cette référence est celle d'un autre plan ({others}) ; "
                    "donnez la bonne, ou écrivez-en une avec --write-baseline"
                )

    def gone(self, plans: Iterable[Known]) -> int:
        """How many findings of these plans the baselines have, that are no longer there."""
        here: dict[str, set[str]] = {}
        for one in plans:
            here.setdefault(one.plan, set()).update(one.findings)
        return sum(
            len(old[plan].keys() - findings)
            for old in self.read.values()
            for plan, findings in here.items()
            if plan in old
        )

    def write(self, known: Iterable[Known]) -> str:
        """Writes the baseline, and says so.

        Raises:
            Misuse: if it cannot be written, or would replace somebody's file.
        """
        if self.target is None:
            raise Misuse("--write-baseline : aucun plan à écrire dans la référence")
        every = list(known)
        check(self.target, (), _is_ours, force=self.force)
        save(self.target, written(every))
        total = sum(len(one.findings) for one in every)
        return f"{self.target} : référence écrite, {count(len(every), 'plan')}, {count(total, 'constat')}"


def _read(path: Path) -> Mapping[str, Mapping[str, str]]:
    remedy = "écrivez-la de nouveau avec --write-baseline"
    try:
        return read(path.read_bytes().decode())
    except FileNotFoundError:
        raise Misuse(f"{path} : référence introuvable ; --write-baseline l'écrit") from None
    except OSError as error:
        raise Misuse(f"{path} : {reason(error)}") from None
    except UnicodeDecodeError:
        raise Misuse(f"{path}:1:1 : ce n'est pas une référence écrite par ctg ; {remedy}") from None
    except BaselineError as damaged:
        raise Misuse(f"{path}:{damaged} ; {remedy}") from None
