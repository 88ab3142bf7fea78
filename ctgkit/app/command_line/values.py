"""Values of options: words of a short list, and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import certain, nearest

_YEAR = re.compile(r"\d{4}", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def choose(option: str, value: str, words: tuple[str, ...]) -> str:
    """`value`, if it is one of `words`.

    Raises:
        Misuse: with the nearest word, or all of them.
    """
    if value in words:
        return value
    near = nearest(value, words)
    hint = f"vouliez-vous dire « {near} » ?" if near else f"valeurs possibles : {', '.join(words)}"
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
