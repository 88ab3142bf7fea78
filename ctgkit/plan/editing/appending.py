"""Adding an entry to a plan file: lines are added, and those that were there keep every byte.

Where the entry goes is worked out from the places the parser gave and from the lines around them.
Whatever the layout, the changed file is read again, and what it says must be the old plan plus the
entry, exactly: a place that proves wrong is never written.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ctgkit.plan import EntreeSuivi, Indicateur, Mesure
from ctgkit.plan.editing.splicing import spliced
from ctgkit.plan.reading.nodes import Mapping, Sequence
from ctgkit.plan.reading.placing import Addition, Unsure, insertions
from ctgkit.plan.reading.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctgkit.plan.reading.nodes import Node, Path
    from ctgkit.plan.reading.reading import Reading

#: Why an entry cannot be added: the journal is also another fiche's (an alias), the indicator is
#: a text, or no place is certain.
Reason: TypeAlias = Literal["shared", "text", "unsure"]


class Refused(Exception):  # noqa: N818  (about a file, not an error of ctgkit's)
    """An entry cannot be added; `tried` is what the file would be, where that has errors."""

    def __init__(self, reason: Reason, tried: Reading | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.tried = tried


def append(data: bytes, reading: Reading, addition: Addition, *, structure: bool = False) -> bytes:
    """The bytes of a file with an entry added, in date order: after the last that is not later.

    Args:
        data: the file.
        reading: what was read of it; it has no error.
        addition: the entry.
        structure: whether an indicator that is a text may be given keys (`- nom: …`), which changes
            its line.

    Raises:
        Refused: if it cannot be added without changing anything else.
        pydantic_core.ValidationError: if it is no entry.
    """
    plan, tree = reading.plan, reading.tree
    if plan is None or tree is None:
        raise ValueError("a file with errors is not added to")
    expected, rank = _grown(plan, addition.path, addition.key, addition.element())
    nodes = _nodes(tree, addition.path)
    target = nodes[-1]
    is_text = not isinstance(target, Mapping) or (
        addition.key == "mesures" and target.keys().isdisjoint(Indicateur.KEYS)
    )
    if is_text and not structure:
        raise Refused("text")
    below = target.get(addition.key) if isinstance(target, Mapping) else None
    if _shared(tree, [*nodes, below]):
        raise Refused("shared")
    tried: Reading | None = None
    try:
        for splices in insertions(data, nodes, addition, rank):
            added = spliced(data, splices)
            again = read(added, reading.file)
            if again.plan == expected:
                return added
            if tried is None and again.plan is None:
                tried = again
    except Unsure:
        pass
    raise Refused("unsure", tried)


def _grown(part: Any, path: Path, key: str, element: EntreeSuivi | Mesure) -> tuple[Any, int]:
    """A part of a plan with an entry more, and the rank of that entry in its list."""
    if not path:
        entries = getattr(part, key)
        rank = max((rank for rank, entry in enumerate(entries, 1) if entry.date <= element.date), default=0)
        return part.but(**{key: (*entries[:rank], element, *entries[rank:])}), rank
    name, index, *rest = path
    items = list(getattr(part, str(name)))
    items[int(index)], rank = _grown(items[int(index)], tuple(rest), key, element)
    return part.but(**{str(name): tuple(items)}), rank


def _nodes(tree: Mapping, path: Path) -> list[Node]:
    """The nodes on a path, both ends included; a single text stands for a list of one."""
    nodes: list[Node] = [tree]
    for step in path:
        node = nodes[-1]
        if isinstance(node, Sequence) and isinstance(step, int):
            nodes.append(node[step])
        else:
            nodes.append(node[step] if isinstance(node, Mapping) and isinstance(step, str) else node)
    return nodes


def _shared(tree: Mapping, nodes: list[Node]) -> bool:
    """Whether what is to change stands at more than one place of the plan, by an alias."""
    times: Counter[int] = Counter()
    todo: list[Mapping | Sequence] = [tree]
    while todo:
        for child in _collections(todo.pop()):
            times[id(child)] += 1
            if times[id(child)] == 1:
                todo.append(child)
    return any(times[id(node)] > 1 for node in nodes if isinstance(node, (Mapping, Sequence)))


def _collections(node: Mapping | Sequence) -> Iterator[Mapping | Sequence]:
    children = node.values() if isinstance(node, Mapping) else node
    return (child for child in children if isinstance(child, (Mapping, Sequence)))
