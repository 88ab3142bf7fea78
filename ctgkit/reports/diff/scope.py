"""`ctg diff --only`: the part of a comparison that is about some fiches or sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ctgkit.french.nearest import fold, nearest
from ctgkit.plan import Plan, Section, fiches
from ctgkit.plan.adresses import adresse_etape
from ctgkit.versions import Change, Comparison, Side
from ctgkit.versions.changes import Path


class UnknownAddressError(Exception):
    """An address that neither of two plans has.

    Attributes:
        address: what was asked for.
        near: the nearest address that there is.
    """

    def __init__(self, address: str, near: str | None) -> None:
        super().__init__(address)
        self.address = address
        self.near = near


def within(comparison: Comparison, old: Plan, new: Plan, addresses: tuple[str, ...]) -> Comparison:
    """What a comparison says of some fiches and sections, under whatever address they have had.

    Raises:
        UnknownAddressError: for an address that neither plan has.
    """
    before, after = _paths(old), _paths(new)
    for address in addresses:
        if fold(address) not in before and fold(address) not in after:
            raise UnknownAddressError(address, nearest(address, {*before, *after}))
    in_old = [path for address in addresses for path in before.get(fold(address), ())]
    in_new = [path for address in addresses for path in after.get(fold(address), ())]

    def about(side_old: Side | None, side_new: Side | None) -> bool:
        return _below(side_old, in_old) or _below(side_new, in_new)

    def asked(change: Change) -> bool:
        return any(about(edit.old, edit.new) for edit in change.edits)

    return replace(
        comparison,
        changes=tuple(change for change in comparison.changes if asked(change)),
        fiches=tuple(one for one in comparison.fiches if about(one.old, one.new)),
    )


def _below(side: Side | None, paths: list[Path]) -> bool:
    return side is not None and any(side.path[: len(path)] == path for path in paths)


def _paths(plan: Plan) -> dict[str, list[Path]]:
    """The fiches and sections of each address, full or as it is shown, without accents and case."""
    found: dict[str, list[Path]] = {}
    named = [(name, fiche.chemin) for fiche in fiches(plan) for name in {fiche.adresse, fiche.complete}]
    named += [
        (name, fiche.chemin)
        for fiche in fiches(plan)
        for name in (fiche.action.numero, fiche.action.id)
        if name is not None
    ]
    named += [
        (adresse_etape(above, name), (*fiche.chemin, "etapes", rank))
        for fiche in fiches(plan)
        for rank, name in enumerate(fiche.noms_etapes())
        for above in {fiche.adresse, fiche.complete}
    ]
    for rank, axe in enumerate(plan.axes):
        named += _sections(axe, ("axes", rank))
    for name, path in named:
        paths = found.setdefault(fold(name), [])
        if path not in paths:
            paths.append(path)
    return found


def _sections(section: Section, path: Path) -> Iterator[tuple[str, Path]]:
    yield from ((name, path) for name in (section.id, section.numero) if name is not None)
    for rank, below in enumerate(section.objectifs):
        yield from _sections(below, (*path, "objectifs", rank))
