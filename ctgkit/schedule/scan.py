"""What the readers of dates look at: one token after the other, and the years among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ctgkit.schedule.points import Partial
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import ARTICLES, COUNTED, COUNTED_SIGNS, MONTHS, NUMBERS
from ctgkit.vocabulary.calendrier import Raison

#: Years that a plan may name, as in :mod:`ctgkit.plan.valeurs`.
_YEARS = range(1900, 2200)
SEPARATORS = frozenset("-/.")


class Found(NamedTuple):
    """What starts at a token: a date, the reason why it is none, or a number that is prose; and its end."""

    what: Partial | Raison | None
    end: int


def form(tokens: Sequence[Token], at: int) -> str:
    """The form of a token, empty beyond the last."""
    return tokens[at].form if 0 <= at < len(tokens) else ""


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether there is a token at `at`, right after the one before."""
    return at < len(tokens) and tokens[at].glued


def digits(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a number in plain figures."""
    return form(tokens, at)[:1].isdigit() and form(tokens, at).isascii()


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """The year that the token writes, unless it counts something or is part of a longer number."""
    if len(form(tokens, at)) != 4 or not digits(tokens, at):
        return None
    number = tokens[at].number
    if number not in _YEARS:
        return None
    after = form(tokens, at + 1)
    if glued(tokens, at + 1) and after[:1].isalpha():
        return None
    if after in COUNTED_SIGNS or after in COUNTED:
        return None
    if len(after) == 3 and digits(tokens, at + 1):
        return None  # 2024 000
    decimal = after == "." or (after == "," and not year_form(tokens, at + 2))
    if decimal and glued(tokens, at + 1) and glued(tokens, at + 2) and digits(tokens, at + 2):
        return None
    before = at - 1
    if form(tokens, before) in SEPARATORS | {"+", ","} and tokens[at].glued and tokens[before].glued:
        if digits(tokens, before - 1) and not year_form(tokens, before - 1):
            return None
    elif (
        at and tokens[at].glued and form(tokens, before)[-1:].isalnum() and form(tokens, before) not in MONTHS
    ):
        return None
    return number


def year_form(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token has the form of a year, whatever is around it."""
    return len(form(tokens, at)) == 4 and tokens[at].number in _YEARS


def count_at(tokens: Sequence[Token], at: int) -> int | None:
    """The small number that the token writes, in figures or in letters."""
    word = form(tokens, at)
    if len(word) <= 2 and word.isascii() and word.isdigit():
        return int(word) or None
    return NUMBERS.get(word)


def two_years(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The first of two years in a row, `2025-2026` or `2025/2026`, and the end; else `None` and `at`."""
    first = year_at(tokens, at)
    if first is None or form(tokens, at + 1) not in {"-", "/"} or year_at(tokens, at + 2) != first + 1:
        return None, at
    return first, at + 3


def skip_articles(tokens: Sequence[Token], at: int, limit: int = 3) -> int:
    """The first token from `at` on that is not an article."""
    end = at
    while end - at < limit and form(tokens, end) in ARTICLES:
        end += 1
    return end


def year_after(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The year that completes what ends at `at`: `2025`, `de l'année 2025`, `(2025)`, `-2025`."""
    end = at
    if form(tokens, end) == "(" and form(tokens, end + 2) == ")":
        year = year_at(tokens, end + 1)
        return (year, end + 3) if year else (None, at)
    if form(tokens, end) in {"-", "/"}:
        end += 1
    else:
        end = skip_articles(tokens, end)
        if form(tokens, end) in {"annee", "an"}:
            end += 1
            if form(tokens, end) == "civile":
                end += 1
    year = year_at(tokens, end)
    return (year, end + 1) if year else (None, at)
