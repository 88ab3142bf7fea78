"""Every key of the plan file, and the parts of the plan it belongs to. Read off the plan classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.plan import Action, Etape, Plan, Section
from ctgkit.plan.declaration import below, declared

if TYPE_CHECKING:
    from ctgkit.plan.declaration import Kind

#: The parts of the plan that each key of each part leads to, by part, in the order a reader meets them.
TREE: dict[Kind, dict[str, set[Kind]]] = {
    part: {key: {one.element} if one.element else set() for key, one in declared(part).items()}
    for part in dict.fromkeys((Plan, Section, Action, Etape, *below(Plan)))
}
#: What each part of the plan is called in a message, in the same order.
PARTS: dict[str, str] = {part.__name__: part.WHERE for part in TREE}
#: The parts each key belongs to, by name, in the order of :data:`PARTS`.
KEYS: dict[str, list[str]] = {}
for _part in TREE:
    for _key in _part.KEYS:
        KEYS.setdefault(_key, []).append(_part.__name__)
#: The keys that hold a list wherever they stand.
LISTS = frozenset(
    key
    for key in KEYS
    if all(declared(part)[key].shape.container is tuple for part in TREE if key in part.KEYS)
)
#: The keys below which others are headings, whatever part of the plan has them too.
HEADINGS = frozenset(
    key for part in TREE for key, field in declared(part).items() if field.shape.container is dict
)
#: What an element of the list under each key may have for keys; texts have none.
BELOW: dict[str, set[str]] = {}
for _parts in TREE.values():
    for _key, _held in _parts.items():
        BELOW.setdefault(_key, set()).update(*(part.KEYS for part in _held))
