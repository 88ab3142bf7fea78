"""Adding an entry to a plan file: lines are added, and those that were there keep every byte.

Where the entry goes is worked out from the places the parser gave and from the lines around them.
Whatever the layout, the changed file is read again, and what it says must be the old plan plus the
entry, exactly: a place that proves wrong is never written.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ctgkit.plan import Indicateur, Plan
from ctgkit.plan.editing.splicing import spliced
from ctgkit.plan.judge import judged
from ctgkit.plan.reading.nodes import Mapping, Sequence
from ctgkit.plan.reading.placing import Added, Addition, Unsure, insertions, settings
from ctgkit.plan.reading.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    expected, rank = _grown(plan, addition, addition.element())
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


def replaced(data: bytes, reading: Reading, path: Path, key: str, text: str) -> bytes:
    """The bytes of a file where a key of the element at `path` has another value.

    Args:
        data: the file.
        reading: what was read of it; it has no error.
        path: the keys and indices that lead to the element.
        key: the key, which the element need not have.
        text: its value, as it is typed.

    Raises:
        Refused: if it cannot be without changing anything else.
        pydantic_core.ValidationError: if that is no value of the key.
    """
    plan, tree = reading.plan, reading.tree
    if plan is None or tree is None:
        raise ValueError("a file with errors is not written to")
    expected = _with(plan, path, lambda part: judged(type(part), {**part.__dict__, key: text}))
    nodes = _nodes(tree, path)
    if not isinstance(nodes[-1], Mapping):
        raise Refused("text")
    if _shared(tree, [*nodes]):
        raise Refused("shared")
    try:
        for splices in settings(data, nodes, key, text):
            made = spliced(data, splices)
            if read(made, reading.file).plan == expected:
                return made
    except Unsure:
        pass
    raise Refused("unsure")


def _grown(plan: Plan, addition: Addition, element: Added) -> tuple[Plan, int]:
    """A plan with an entry more, and the rank of that entry in its list: by its day, if it has one."""
    holder: Any = plan
    for step in addition.path:
        holder = holder[step] if isinstance(step, int) else getattr(holder, step)
    entries = getattr(holder, addition.key)
    days = [getattr(entry, "date", None) for entry in entries]
    day = getattr(element, "date", None)
    rank = len(days)
    if day is not None:
        rank = max(
            (rank for rank, other in enumerate(days, 1) if other is not None and other <= day), default=0
        )
    longer = {addition.key: (*entries[:rank], element, *entries[rank:])}
    return _with(plan, addition.path, lambda part: part.but(**longer)), rank


def _with(part: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """A part of a plan where the part at `path` is changed."""
    if not path:
        return change(part)
    name, index, *rest = path
    items = list(getattr(part, str(name)))
    items[int(index)] = _with(items[int(index)], tuple(rest), change)
    return part.but(**{str(name): tuple(items)})


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
