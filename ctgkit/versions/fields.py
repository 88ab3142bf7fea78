"""How each field of the plan is compared: read off what the plan classes declare.

A list pairs its elements by what is the same, then by keys (the strictest first), then by the likeness of
their texts. Where order says something (the numbered points of a description, the sections as they are
printed), a list in another order is a change; elsewhere it is none.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ctgkit.plan import Plan
from ctgkit.plan.declaration import Liste, Nom, below, declared
from ctgkit.plan.montant import MontantEcrit
from ctgkit.plan.suivi import champs

if TYPE_CHECKING:
    from ctgkit.versions.changes import Path

_FIELDS = tuple(field for part in below(Plan) for field in declared(part).values())

#: How the list under each key is compared, and those of a mapping of headings.
LISTS: dict[str, Liste] = {
    field.key: field.liste for field in reversed(_FIELDS) if field.liste is not None and field.key != "points"
}

#: Mappings whose keys are the plan's own, and whether their order is printed.
MAPS: dict[str, bool] = {
    field.key: field.champ.ordered is not False
    for field in _FIELDS
    if field.shape.container is dict and field.champ.prose
}

#: Parts whose fields are compared one by one. Any other mapping (a period, a target) is one value.
RECORDS = frozenset(
    field.key
    for field in _FIELDS
    if field.shape.container is None and field.element is not None and not field.element.ATOMIC
)

#: What each key whose value is a text or a small part is called.
FIELDS = {
    field.key: field.nom
    for field in _FIELDS
    if field.shape.container is None or (field.shape.container is dict and not field.champ.prose)
}

#: Keys whose value is a day, and those whose value is an amount.
DATES = frozenset(field.key for field in _FIELDS if field.scalar and field.shape.of is date)
AMOUNTS = frozenset(field.key for field in _FIELDS if field.shape.hint == MontantEcrit)

#: Texts that are not prose: it is of no use to say which of their words changed.
NOT_PROSE = frozenset(field.key for field in _FIELDS if field.scalar and not field.prose)

#: Lists that make the tree of sections and fiches.
TREE = ("objectifs", "actions")
_STRUCTURE = frozenset({"axes", *TREE})

#: What an address is made of.
NAMES = frozenset({"numero", "id"})


def rule_at(path: Path) -> Liste:
    """The rule of the list at `path`; sub-points follow that of the points they are under."""
    *_, rule = [one for field in champs(path) if (one := field.liste) is not None and field.key != "points"]
    return rule


def nom_at(path: Path) -> Nom | None:
    """What the value at `path` is called, where it is no list and no mapping of headings."""
    *_, field = champs(path)
    return field.nom if field.shape.container is None else None


def in_tree(path: Path) -> bool:
    """Whether `path` is that of a list of sections or of fiches: a decision has a list `actions` too."""
    return all(step in _STRUCTURE for step in path[::2])


def name_of(item: object, rule: Liste) -> str:
    """What an element of a list is called: the date of an entry, the funder and the year of a line."""
    if not isinstance(item, dict):
        return str(item)
    return " ".join(str(item[key]) for key in rule.name if item[key] is not None)


def owner_of(path: Path) -> Path:
    """The path of the fiche or section that holds `path`; that of the plan for its head."""
    end = 0
    while end + 1 < len(path) and path[end] in _STRUCTURE and isinstance(path[end + 1], int):
        end += 2
    return path[:end]
