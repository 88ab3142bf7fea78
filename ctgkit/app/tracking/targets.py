"""What follow-up is written to: a plan file, and something in it that a name tells from the rest."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ctgkit.app.checking.changes import print_diff
from ctgkit.app.files.given import STDIN, STDIN_NAME, load, read_one
from ctgkit.app.misuse import Misuse
from ctgkit.app.tracking.addresses import find_part
from ctgkit.french.nearest import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ctgkit.outputs import terminal
    from ctgkit.plan import Action, Etape, Plan
    from ctgkit.plan.reading import Reading

#: What « de » stands before whole, of the nouns of what is named.
_CONSONANTS = "cf"


class Unreadable(Exception):  # noqa: N818  (the file is at fault, or would be)
    """The plan file has errors, or would have some with the entry."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.file)
        self.reading = reading


def refuse_other_than_a_file(path: str) -> None:
    """Refuses what nothing can be written to.

    Raises:
        Misuse: with what it is.
    """
    if path == STDIN or not os.path.isfile(path):  # noqa: PTH113  (may be no path at all)
        if path != STDIN:
            read_one(path)  # says what is wrong with it, if it is not at a revision of git
        raise Misuse(f"{STDIN_NAME if path == STDIN else path} : « ctg track » n'écrit que dans un fichier")


def the_only(names: Sequence[str], wanted: str, where: str, kind: str) -> int:
    """The rank of the name that `wanted` is, or that it is the only one to be part of.

    Raises:
        Misuse: if there is none, or more than one; says which there are.
    """
    sought = fold(wanted)
    found = [rank for rank, name in enumerate(names) if fold(name) == sought]
    found = found or [rank for rank, name in enumerate(names) if sought and sought in fold(name)]
    if len(found) == 1:
        return found[0]
    if not names:
        none_of = f"de {kind}" if kind[0] in _CONSONANTS else f"d'{kind}"
        raise Misuse(f"{where} : il n'y a pas {none_of}")
    if found:
        several = ", ".join(f"« {names[rank]} »" for rank in found)
        raise Misuse(f"{where} : plusieurs {kind}s répondent à « {wanted} » : {several}")
    near = nearest(wanted, names)
    hint = f"vouliez-vous dire « {near} » ?" if near else ", ".join(f"« {name} »" for name in names)
    raise Misuse(f"{where} : aucun{'e' * (kind == 'étape')} {kind} ne répond à « {wanted} » ; {hint}")


class Named(NamedTuple):
    """A fiche or a step that somebody named."""

    part: Action | Etape
    path: tuple[str | int, ...]  #: the keys and indices that lead there
    words: str  #: `fiche 1.1, étape « Chantier »`
    adresse: str  #: its address, as the plan shows it


def part_named(plan: Plan, adresse: str, typed: Mapping[str, object]) -> Named:
    """What an address names and, of a fiche, `--etape`.

    Raises:
        Misuse: if there is no such fiche or step, or more than one.
    """
    fiche, rank = find_part(plan, adresse)
    words, etape = f"fiche {fiche.adresse}", typed["etape"]
    titres = [one.titre for one in fiche.action.etapes]
    if isinstance(etape, str):
        named = the_only(titres, etape, words, "étape")
        if rank not in {None, named}:
            raise Misuse(f"« {adresse} » et --etape nomment deux étapes de la fiche {fiche.adresse}")
        rank = named
    if rank is None:
        return Named(fiche.action, fiche.chemin, words, fiche.adresse)
    return Named(
        fiche.action.etapes[rank],
        (*fiche.chemin, "etapes", rank),
        f"{words}, {plan.vocabulaire.etape.lower()} « {titres[rank]} »",
        fiche.etapes()[rank],
    )


class Made(Protocol):
    """A plan file as it is, and as it would be."""

    @property
    def old(self) -> bytes:
        """As it is."""

    @property
    def data(self) -> bytes:
        """As it would be."""


def preview(path: str, make: Callable[[bytes], Made], paint: terminal.Paint) -> int:
    """Shows what would be written, and writes nothing; returns the exit status."""
    shown(make(load(path)), path, paint)
    return 0


def shown(made: Made, path: str, paint: terminal.Paint) -> None:
    """Shows what would be written."""
    print_diff(made.old, made.data, path, paint)
    sys.stdout.flush()
    print("rien n'est écrit : sans --diff, ces lignes le sont", file=sys.stderr)
