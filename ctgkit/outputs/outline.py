"""A page as a tree: sections hold the sections below them, as its headings and its table of contents show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ctgkit.page.blocks import Fiche, Section

#: The heading of a section of level 0: below that of the page.
FIRST_RANK = 2
_LAST_RANK = 6


class Part(NamedTuple):
    """A section and the sections below it.

    Attributes:
        section: the section.
        below: the sections of a deeper level that follow it.
        rank: of its heading: 2 for a section of level 0.
        anchor: where links find it.
    """

    section: Section
    below: tuple[Part, ...]
    rank: int
    anchor: str

    @property
    def fiches(self) -> tuple[Fiche, ...]:
        """The fiches of this section that the table of contents names."""
        return tuple(one for one in self.section.blocks if isinstance(one, Fiche) and one.listed)


def outline(sections: Sequence[Section]) -> tuple[Part, ...]:
    """The sections of the first level, with those below them."""
    parts, rest = list[Part](), list(sections)
    while rest:
        section = rest.pop(0)
        deeper = next((n for n, one in enumerate(rest) if one.level <= section.level), len(rest))
        below, rest = outline(rest[:deeper]), rest[deeper:]
        # A title further down still leaves a rank to the fiches below it.
        rank = min(FIRST_RANK + section.level, _LAST_RANK - 1)
        parts.append(Part(section, below, rank, section.anchor or section.name))
    return tuple(parts)


def rank_below(rank: int, level: int) -> int:
    """The heading of what stands `level` levels below a heading."""
    return min(rank + level, _LAST_RANK)
