"""What only the whole tree shows: addresses and identifiers taken twice, sections without a name.

These checks read the tree and not the model, so that they also speak of a file that has other
errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.plan import adresse_complete, adresses_courtes
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.nodes import Mapping, Node, Sequence, event_place, may_be_in
from ctgkit.plan.valeurs import bare, mots_lus
from ctgkit.vocabulary.nature import NatureAction

if TYPE_CHECKING:
    from ctgkit.plan.finding import Finding, Place


class Spot(NamedTuple):
    """A fiche of the tree: its lines, and how it is called."""

    address: str
    place: Place
    axis: int  #: the rank of its axis
    complete: str  #: its full address
    number: str | None
    name_place: Place | None  #: where its name is written, or where it starts; `None` without a name


def spots(root: Node) -> list[Spot]:
    """The fiches of the tree, in file order, whatever else is wrong with them."""
    found = []
    for rank, axis in enumerate(_mappings(root, "axes")):
        name = _text(axis, "id") or _text(axis, "numero") or ""
        for action in _actions(axis):
            number = _text(action, "numero")
            place = event_place(action.draft, action)
            name_place = None
            if number is not None:
                name_place = event_place(action.draft, action.marks["numero"][1])
            elif _is_promise(_text(action, "nature")):
                name_place = _start(action)
            found.append((name, number, place, rank, name_place))
    short = adresses_courtes((name, number) for name, number, *_ in found)
    return [
        Spot(address, place, rank, adresse_complete(name, number), number, name_place)
        for address, (name, number, place, rank, name_place) in zip(short, found, strict=True)
    ]


def check(root: Node, file: str, fiches: list[Spot], blind: dict[int, int]) -> list[Finding]:
    """The findings of the whole tree; what the lines left out (`blind`) may have held is not missed."""
    found: list[Finding] = []
    seen: dict[tuple[int, str], Place] = {}
    for spot in fiches:
        # Two axes of one name are a mistake of their own: their fiches are not compared.
        address = (spot.axis, spot.complete)
        if spot.name_place is not None and spot.complete:
            if address in seen:
                first = seen[address]
                found.append(
                    faults.duplicate_address(file, spot.name_place, spot.complete, first, spot.number)
                )
            seen.setdefault(address, spot.name_place)
    axes = list(_mappings(root, "axes"))
    if isinstance(root, Mapping) and root.get("axes") == []:
        found.append(faults.no_section(file, root.place("axes")))
    for axis in axes:
        if axis.get("id") is None and axis.get("numero") is None and not _unread(axis, blind):
            found.append(faults.no_identifier(file, _start(axis)))
        found += [
            faults.no_title(file, _start(section))
            for section in _sections(axis)
            if section.get("titre") is None and not _unread(section, blind)
        ]
    found += _taken_twice(axes, ("id", "numero"), file)
    found += _taken_twice(list(_mappings(root, "acteurs")), ("id",), file)
    return found


def _taken_twice(elements: list[Mapping], keys: tuple[str, ...], file: str) -> list[Finding]:
    seen: dict[str, Place] = {}
    found = []
    for element in elements:
        key = next((key for key in keys if _text(element, key)), None)
        if key is not None:
            name = _text(element, key) or ""
            place = event_place(element.draft, element.marks[key][1])
            if name in seen:
                found.append(faults.duplicate_id(file, place, name, seen[name]))
            seen.setdefault(name, place)
    return found


def _unread(section: Mapping, blind: dict[int, int]) -> bool:
    place = event_place(section.draft, section)
    return may_be_in(blind, place, place.line)


def _start(mapping: Mapping) -> Place:
    place = event_place(mapping.draft, mapping)
    return (
        place._replace(end_line=place.line, end_column=place.column + 1)
        if place.line != place.end_line
        else place
    )


def _mappings(node: Node, key: str) -> Iterator[Mapping]:
    items = node.get(key) if isinstance(node, Mapping) else None
    if isinstance(items, Sequence):
        yield from (item for item in items if isinstance(item, Mapping))


def _sections(section: Mapping) -> Iterator[Mapping]:
    yield section
    for below in _mappings(section, "objectifs"):
        yield from _sections(below)


def _actions(section: Mapping) -> Iterator[Mapping]:
    for part in _sections(section):
        yield from _mappings(part, "actions")


def _is_promise(word: str | None) -> bool:
    """Whether that nature is one whose real actions are still to be written."""
    nature = mots_lus(NatureAction).get(bare(word or ""))
    return isinstance(nature, NatureAction) and nature.facts.promise


def _text(mapping: Mapping, key: str) -> str | None:
    value = mapping.get(key)
    return value if isinstance(value, str) else None
