"""Says of a line of money of a fiche or a step what is spent, or where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import ValidationError

from ctgkit.app.checking.changes import print_addition
from ctgkit.app.files.rewriting import rewrite
from ctgkit.app.misuse import Misuse
from ctgkit.app.tracking.targets import Unreadable, part_named, preview, the_only
from ctgkit.french.lists import listing
from ctgkit.french.visible import one_line
from ctgkit.plan import Financement
from ctgkit.plan.action import Cout
from ctgkit.plan.declaration import declared
from ctgkit.plan.editing.appending import Refused, replaced
from ctgkit.plan.reading import read

if TYPE_CHECKING:
    from ctgkit.app.tracking.answers import Said, Typed
    from ctgkit.app.tracking.targets import Named
    from ctgkit.outputs import terminal
    from ctgkit.plan.reading.nodes import Path

#: The lists of lines of money, and what one is called.
_LISTS = {"financements": "financement", "couts": "coût"}


class _Line(NamedTuple):
    """A line of money."""

    line: Cout | Financement
    path: Path
    name: str


class _Set(NamedTuple):
    """A plan file where a line says more."""

    old: bytes
    data: bytes
    words: str


def set_money(path: str, adresse: str, typed: Typed, said: Said, paint: terminal.Paint, *, diff: bool) -> int:
    """Writes what is spent, or a state, on one line of money; returns the exit status.

    Raises:
        Misuse: if there is no such line, or if it cannot be written.
    """
    made = partial(_made, path=path, adresse=adresse, typed=typed, said=said)
    if diff:
        return preview(path, made, paint)
    done = rewrite(path, made)
    told = listing(f"{declared(Financement)[key].nom.one} {value}" for key, value in said)
    print(one_line(f"{path}, {done.words} : {told}"))
    print_addition(done.old, done.data, paint)
    return 0


def _made(old: bytes, path: str, adresse: str, typed: Typed, said: Said) -> _Set:
    reading = read(old, path)
    if reading.plan is None:
        raise Unreadable(reading)
    named = part_named(reading.plan, adresse, typed)
    line = _meant(named, typed)
    words = f"{named.words}, ligne « {line.name} »"
    data = old
    for key, value in said:
        if key not in type(line.line).KEYS:
            raise Misuse(f"{words} : un coût n'a pas d'état, seul un financement en a un")
        try:
            data = replaced(data, read(data, path), line.path, key, value)
        except Refused as refused:
            raise Misuse(f"{words} : {_why(refused, key, value)}") from None
        except ValidationError:
            raise Misuse(f"{words} : « {value} » n'est pas une valeur de « {key} »") from None
    return _Set(old, data, words)


def _why(refused: Refused, key: str, value: str) -> str:
    if refused.reason == "text":
        return f"cette ligne est un simple texte ; donnez-lui des clés, dont « {key}: {value} »"
    return f"ctgkit ne sait pas l'écrire ici sans rien changer d'autre ; écrivez-y « {key}: {value} »"


def _meant(named: Named, typed: Typed) -> _Line:
    """The line that the options name, or the only one there is.

    Raises:
        Misuse: if there is none, or more than one.
    """
    for key, noun in _LISTS.items():
        wanted = typed[noun.replace("û", "u")]
        if isinstance(wanted, str):
            lines = _lines(named, key)
            return lines[the_only([one.name for one in lines], wanted, named.words, noun)]
    every = [line for key in _LISTS for line in _lines(named, key)]
    if len(every) == 1:
        return every[0]
    if not every:
        raise Misuse(f"{named.words} : elle n'a ni coût ni financement")
    names = ", ".join(f"« {one.name} »" for one in every)
    raise Misuse(f"{named.words} : dites de quelle ligne, par --financement ou --cout : {names}")


def _lines(named: Named, key: str) -> list[_Line]:
    held: tuple[Cout | Financement, ...] = getattr(named.part, key)
    return [_Line(one, (*named.path, key, rank), _name(one)) for rank, one in enumerate(held)]


def _name(line: Cout | Financement) -> str:
    """What a line is called: who pays, when, for what."""
    who = None if isinstance(line, Cout) else line.financeur
    parts = (who, line.annee, line.objet)
    told = " ".join(str(one) for one in parts if one is not None)
    return told or (line.montant.ecrit() if line.montant else "")
