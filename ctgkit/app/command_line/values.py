"""Values of options: words of a short list, dates, years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from ctgkit.app.command_line.options import Argument, Declared, Word
from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import certain, fold, nearest

_YEAR = re.compile(r"\d{4}", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read(one: Declared, typed: Any) -> Any:
    """What a command is given of what was typed for a field.

    Raises:
        Misuse: for a word that the option does not take.
    """
    name, known = one.about.name, one.about.words
    if typed is None:
        return one.default
    if not one.many:
        return choose(name, typed, known) if known else typed
    if isinstance(one.about, Argument):
        return tuple(typed)
    return tuple(choose(name, value, known) if known else value for value in words(typed))


def choose(option: str, value: str, known: Iterable[Word]) -> str:
    """The name of the word that `value` is, in either language.

    Raises:
        Misuse: with the nearest word, or all of them.
    """
    known = tuple(known)
    every = {fold(name): word.name for word in known for name in (word.name, *word.synonyms)}
    found = every.get(fold(value))
    if found is not None:
        return found
    near = nearest(value, [name for word in known for name in (word.name, *word.synonyms)])
    told = ", ".join(word.name for word in known)
    hint = f"vouliez-vous dire « {near} » ?" if near else f"valeurs possibles : {told}"
    raise Misuse(f"valeur inconnue pour {option} : « {value} » ; {hint}")


def meant(value: str, words: tuple[str, ...]) -> tuple[str | None, str]:
    """The word of a closed list that `value` means, if that is certain, and what helps if it is not."""
    near = nearest(value, words)
    if near is not None and certain(value, words):
        return near, ""
    hint = f"vouliez-vous dire « {near} » ? " if near else ""
    return None, f"{hint}valeurs possibles : {', '.join(words)}"


def words(values: Iterable[str]) -> tuple[str, ...]:
    """The words of an option that may be repeated, and that takes several between commas."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def day(option: str, value: str | None) -> date:
    """A day given as `AAAA-MM-JJ`; today where none is given.

    Raises:
        Misuse: if it is none.
    """
    if value is None:
        return date.today()  # noqa: DTZ011  (the day on the user's wall)
    try:
        return date.fromisoformat(value if _ISO.fullmatch(value) else "")
    except ValueError:
        from ctgkit.plan.reading.validation import iso  # noqa: PLC0415  (slow, and only for a wrong date)

        near = iso(value)
        hint = f" ; écrivez {near}" if near else ""
        raise Misuse(
            f"{option} attend une date, année-mois-jour (2024-03-15), et non « {value} »{hint}"
        ) from None


def year(option: str, value: str | None) -> int | None:
    """A year in four figures; `None` where none is given.

    Raises:
        Misuse: if it is none.
    """
    if value is not None and not _YEAR.fullmatch(value):
        raise Misuse(f"{option} attend une année en quatre chiffres (2025), et non « {value} »")
    return None if value is None else int(value)
