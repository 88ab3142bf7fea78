"""A plan as plain data, with its sections and fiches in document order and what each is called."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from ctgkit.plan import Plan, adresse_complete, fiches
from ctgkit.plan.data import as_data
from ctgkit.plan.stages import paid_of
from ctgkit.versions.changes import Path, Side


class Node(NamedTuple):
    """A section or a fiche where it stands."""

    kind: Literal["section", "fiche"]
    data: dict[str, Any]
    side: Side
    parent: int | None  #: the rank, among the sections, of the one it is under

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.side.path


class Tree(NamedTuple):
    """A plan as plain data; sections before what they hold, fiches in document order."""

    data: dict[str, Any]
    sections: tuple[Node, ...]
    fiches: tuple[Node, ...]
    paid: frozenset[Path]  #: the lines of money that say what was paid of another


def tree(plan: Plan) -> Tree:
    """The tree of `plan`."""
    data = as_data(plan)
    known = fiches(plan)
    short = all(fiche.adresse == fiche.action.numero for fiche in known if fiche.action.numero is not None)
    sections: list[Node] = []

    def walk(section: dict[str, Any], path: Path, parent: int | None, axis: Side | None) -> None:
        rank = len(sections)
        above = None if parent is None or axis is None else (axis, sections[parent].side)
        side = _section_side(section, path, above, short=short)
        sections.append(Node("section", section, side, parent))
        for index, below in enumerate(section["objectifs"]):
            walk(below, (*path, "objectifs", index), rank, axis or side)

    for index, axis in enumerate(data["axes"]):
        walk(axis, ("axes", index), None, None)

    ranks = {section.path: rank for rank, section in enumerate(sections)}
    found = []
    for fiche in known:
        parent = ranks[fiche.lieu] if fiche.lieu else None
        side = Side(fiche.chemin, fiche.adresse, fiche.complete, fiche.action.titre)
        holder = data if parent is None else sections[parent].data
        found.append(Node("fiche", holder["actions"][fiche.chemin[-1]], side, parent))
    paid = frozenset(
        (*fiche.chemin, "financements", rank)
        for fiche in known
        for rank in paid_of(fiche.action.financements).values()
    )
    return Tree(data, tuple(sections), tuple(found), paid)


def _section_side(
    section: dict[str, Any], path: Path, above: tuple[Side, Side] | None, *, short: bool
) -> Side:
    """A section is called as fiches are: an axis by its id, the others by number, after their axis.

    Args:
        section: the section.
        path: where it stands.
        above: its axis and the section it is under, `None` for an axis.
        short: whether numbers alone name the fiches of this plan.
    """
    titre: str | None = section["titre"]
    if above is None:
        name = section["id"] or section["numero"]
        return Side(path, name, name, titre)
    name = section["numero"] or section["id"]
    axis, parent = above
    if name is None:
        return Side(path, parent.adresse, parent.complete, titre)
    complete = adresse_complete(axis.complete or "", name)
    return Side(path, name if short else complete, complete, titre)
