"""The pilots and partners that a plan names, one by one, however its lines string them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.lint.facts.parts import parts_of
from ctgkit.lint.facts.writing import rank_in
from ctgkit.plan.plan import parties_de

if TYPE_CHECKING:
    from ctgkit.plan import Fiche, Pilote, Plan, Point
    from ctgkit.plan.reading.nodes import Path

#: What stands between two names. "et" joins two names before a capital or an article; elsewhere it
#: is part of one ("Coordinatrice petite enfance et parentalité"). A run of spaces is looked at once.
_BETWEEN = (
    r"(?<!\s)(?:\s*[,;/()\n•][\s,;/()•]*|\s+[-–—]\s+|\s*:(?:\s+|$)"
    r"|\s+et\s+(?=[A-ZÀ-Ý]|l['’]|(?:la|les?)\s)|\s+pour\s[^,;(]*)"
)
_PLAIN_BETWEEN = re.compile(_BETWEEN)
_EDGES = r"[\s.…:«»\"*–-]*"
_NAME = re.compile(
    rf"{_EDGES}(?:et\s+)?(?:l['’]|(?:la|les?|une?)\s+)?(?P<name>\S.*?){_EDGES}", re.IGNORECASE | re.DOTALL
)
#: How a piece of a sentence starts that is no name.
_FRAGMENT = re.compile(r"(?:d['’]|(?:de|du|des|dont|par|pour|avec|en|ex|etc)\b)", re.IGNORECASE)
_LONGEST = 90  #: of a name; what is much longer is no name, and not worth looking for one


class NameAt(NamedTuple):
    """One name of a pilot or partner, as written."""

    path: Path
    name: str
    text: str  #: the whole line
    start: int  #: where the name starts in it

    @property
    def nth(self) -> int:
        """How many times the same characters stand before it on the line."""
        return rank_in(self.text, self.name, self.start)


def without_article(name: str) -> str:
    """A name as :func:`names_of` gives it, without the article it may start with."""
    found = _NAME.fullmatch(name)
    return found["name"] if found else name


def names_of(plan: Plan, fiches: Iterable[Fiche]) -> Iterator[NameAt]:
    """The names under `pilotes` and `partenaires`, those of steps, and who finances.

    The names that the plan declares are never cut, whatever stands in them ("Vie et Boulogne").
    """
    between = _between(plan)
    for path, text in _lines(fiches):
        yield from _names_in(text, path, between)


def _between(plan: Plan) -> re.Pattern[str]:
    """What stands between two names in this plan; as `kept`, the names that look like two."""
    declared = [*parties_de(plan), *plan.territoire.communes]
    declared += [name for acteur in plan.acteurs for name in (acteur.nom, *acteur.alias)]
    kept = sorted({name for name in declared if _PLAIN_BETWEEN.search(name)}, key=len, reverse=True)
    if not kept:
        return _PLAIN_BETWEEN
    return re.compile(rf"(?P<kept>\b(?i:{'|'.join(map(re.escape, kept))})(?!\w))|{_BETWEEN}")


def _lines(fiches: Iterable[Fiche]) -> Iterator[tuple[Path, str]]:
    for fiche in fiches:
        for path, _, part in parts_of(fiche):
            yield from _pilots(part.pilotes, (*path, "pilotes"))
            yield from _points(part.partenaires, (*path, "partenaires"))
            for rank, financement in enumerate(part.financements):
                if financement.financeur:
                    yield (*path, "financements", rank, "financeur"), financement.financeur


def _pilots(pilotes: tuple[Pilote, ...], path: Path) -> Iterator[tuple[Path, str]]:
    for rank, pilote in enumerate(pilotes):
        if pilote.pilotes:
            yield from _pilots(pilote.pilotes, (*path, rank, "pilotes"))
        else:
            yield (*path, rank, "nom"), pilote.nom


def _points(points: tuple[Point, ...], path: Path) -> Iterator[tuple[Path, str]]:
    for rank, point in enumerate(points):
        if point.points:
            yield from _points(point.points, (*path, rank, "points"))
        else:
            yield (*path, rank, "texte"), point.texte


def _names_in(text: str, path: Path, between: re.Pattern[str]) -> Iterator[NameAt]:
    """The names on one line, without their articles; pieces of sentences are left out."""
    cuts = [found.span() for found in between.finditer(text) if found.lastgroup != "kept"]
    start = 0
    for end, following in (*cuts, (len(text), len(text))):
        piece = _NAME.fullmatch(text, start, end) if end - start <= 2 * _LONGEST else None
        if piece and 1 < len(piece["name"]) <= _LONGEST and not _FRAGMENT.match(piece["name"]):
            yield NameAt(path, piece["name"], text, piece.start("name"))
        start = following
