"""The numbers of the fiches and of the sections, taken apart, with what is regular about them.

Documents number in many ways: `2.3.1` after the objective 2.3, `1.1` again in each theme, 1 to 22
through the whole plan. What is regular is read off the plan itself; only what stands out of it is a
defect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.plan import Section
    from ctgkit.plan.reading.nodes import Path

_NUMBER = re.compile(
    r"(?P<series>.*?)(?P<last>\d+)\s?(?P<more>bis|ter|quater|[a-z])?", re.ASCII | re.IGNORECASE
)
_LETTERS = re.compile(r"(?P<series>(?:.*[.\s/-])?)(?P<last>[A-Z]+)", re.ASCII)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_MORE = {"": 0, "bis": 1, "ter": 2, "quater": 3}
_ENDS = " .-/)°"


class Numbered(NamedTuple):
    """A fiche or a section with its number."""

    path: Path
    written: str
    series: str  #: what comes before its last part: `2.3.` of `2.3.1`
    rank: tuple[int, int]  #: its last part, and what `bis` adds to it
    scope: Path  #: where numbers may start again: its axis, or the section above a section
    above: tuple[str, ...]  #: the numbers of the sections above, outermost first

    @property
    def prefix(self) -> str:
        """The number it comes after: `2.3` of `2.3.1`."""
        return self.series.strip(_ENDS)


class Level(NamedTuple):
    """The fiches, or the sections of one depth, in document order."""

    noun: str
    items: list[Numbered]
    #: Whether numbers are meant to be the only ones of their kind in the plan.
    unique: bool
    #: Whether the last part goes on from one series to the next: 1.1, 1.2, 2.3, 2.4.
    continuous: bool

    def series(self, item: Numbered) -> tuple[Path, str]:
        """What an item is numbered along with."""
        return () if self.unique else item.scope, "" if self.continuous else item.series


def levels(context: Context) -> Iterator[Level]:
    """The sections by depth, then the fiches."""
    around = [(("axes", rank), axe, ()) for rank, axe in enumerate(context.plan.axes)]
    above: list[tuple[Path, Section, tuple[str, ...]]] = [*around]
    while above:
        found = [(path, section.numero, path[:-2], numbers) for path, section, numbers in above]
        yield _level("section", found)
        above = [
            ((*path, "objectifs", rank), below, _with(numbers, section.numero))
            for path, section, numbers in above
            for rank, below in enumerate(section.objectifs)
        ]
    fiches = []
    for fiche in context.fiches:
        numbers: tuple[str, ...] = ()
        for section in fiche.sections:
            numbers = _with(numbers, section.numero)
        fiches.append((fiche.chemin, fiche.action.numero, fiche.lieu[:2], numbers))
    yield _level("fiche", fiches)


def misplaced(level: Level) -> dict[Path, str]:
    """The items whose number starts otherwise than that of the section they stand under.

    Only where nearly all others start like it.

    Returns:
        For the path of each, what its number should start with.
    """
    dotted = [item for item in level.items if item.prefix and item.above]
    best: dict[Path, str] = {}
    for expected in (
        [item.above[-1] for item in dotted],
        [".".join(item.above) for item in dotted],
        [item.above[0] for item in dotted],
    ):
        wrong = {
            item.path: number
            for item, number in zip(dotted, expected, strict=True)
            if number.strip(_ENDS) != item.prefix
        }
        if not wrong:
            return {}
        if 3 * len(wrong) <= len(dotted) and (not best or len(wrong) < len(best)):
            best = wrong
    return best


def slips(level: Level) -> dict[Path, int]:
    """The items whose neighbours say what their number was meant to be: 1, 7, 3 for 1, 2, 3.

    Returns:
        For the path of each, the last part that it should have.
    """
    groups: dict[tuple[Path, str], list[Numbered]] = {}
    for item in level.items:
        groups.setdefault(level.series(item), []).append(item)
    found = {}
    for items in groups.values():
        ranks = [item.rank[0] for item in items]
        taken = set(ranks)
        for item, before, rank, after in zip(items, [0, *ranks], ranks, ranks[1:], strict=False):
            if rank != before + 1 == after - 1 and before + 1 not in taken:
                found[item.path] = before + 1
    return found


def repeated(level: Level) -> dict[Path, Numbered]:
    """The items whose number another one has, where numbers are not meant to start again.

    Of two, it is the one that is otherwise wrong, or else the second.

    Returns:
        For the path of each, the other one.
    """
    wrong = slips(level).keys() | misplaced(level).keys()
    first: dict[Path, Numbered] = {}
    for item in level.items:
        first.setdefault(item.scope, item)
    seen: dict[tuple[Path, str], Numbered] = {}
    found = {}
    for item in level.items:
        key = (() if level.unique else item.scope, item.written)
        earlier = seen.setdefault(key, item)
        starts = item is first[item.scope] and earlier is first[earlier.scope]
        if earlier is not item and not (starts and earlier.scope != item.scope):
            if earlier.path in wrong and item.path not in wrong:
                found[earlier.path] = item
                seen[key] = item
            else:
                found[item.path] = earlier
    return found


def _with(numbers: tuple[str, ...], numero: str | None) -> tuple[str, ...]:
    return numbers if numero is None else (*numbers, numero)


def _level(noun: str, found: list[tuple[Path, str | None, Path, tuple[str, ...]]]) -> Level:
    roman = any(numero is not None and _is_roman(numero) for _, numero, _, _ in found)
    items = [
        Numbered(path, numero, *parsed, scope, above)
        for path, numero, scope, above in found
        if numero is not None and (parsed := _parse(numero, roman=roman)) is not None
    ]
    repeats = len(items) - len({item.written for item in items})
    one_scope = len({item.scope for item in items}) == 1
    unique = one_scope or (4 * repeats <= len(items) and not _start_again(items))
    ranks = [item.rank for item in items]
    several = len({item.series for item in items}) > 1
    continuous = unique and several and all(map(tuple.__lt__, ranks, ranks[1:]))
    return Level(noun, items, unique, continuous)


def _start_again(items: list[Numbered]) -> bool:
    """Whether the numbers of each scope start with the first, under one series."""
    scopes: dict[Path, list[Numbered]] = {}
    for item in items:
        scopes.setdefault(item.scope, []).append(item)
    return all(
        one.series == items[0].series and one.rank[0] <= rank
        for those in scopes.values()
        for rank, one in enumerate(those[:2], 1)
    )


def _parse(numero: str, *, roman: bool) -> tuple[str, tuple[int, int]] | None:
    """The series and the rank of a number; `None` of what is no number."""
    written = numero.strip().rstrip(_ENDS)
    if found := _NUMBER.fullmatch(written):
        more = (found["more"] or "").lower()
        return found["series"], (int(found["last"]), _MORE.get(more) or ord(more) - 96 if more else 0)
    if found := _LETTERS.fullmatch(written):
        last = found["last"]
        if roman and set(last) <= _ROMAN.keys():
            return found["series"], (_roman(last), 0)
        if len(last) == 1:
            return found["series"], (ord(last) - 64, 0)
    return None


def _is_roman(numero: str) -> bool:
    """Whether a number is a Roman one of more than one letter: no letter of an alphabet."""
    found = _LETTERS.fullmatch(numero.strip().rstrip(_ENDS))
    return found is not None and len(found["last"]) > 1 and set(found["last"]) <= _ROMAN.keys()


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
