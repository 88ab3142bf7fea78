"""Changes carried out on the plan they start from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from ctgkit.plan import Plan
from ctgkit.plan.data import as_data
from ctgkit.plan.judge import judged
from ctgkit.versions.changes import Change, Edit, Path


def apply(old: Plan, changes: Iterable[Change]) -> Plan:
    """`old` with `changes` made to it.

    All the changes of a comparison give the new plan; its contract changes give the new contract
    with the follow-up of the old plan. Lists whose order says nothing may come in another order.
    An added or replacing fiche comes whole, with its journal. Of a selection, what moved into an
    added section stays where it was if that section is not added.

    Args:
        old: the plan that was compared.
        changes: those of the comparison, or some of them.

    Raises:
        pydantic_core.ValidationError: if a selection of changes makes no plan.
    """
    work = _Work(as_data(old), [edit for change in changes for edit in change.edits])
    return judged(Plan, work.done())


@dataclass(slots=True)
class _Container:
    """A list or a mapping, and what becomes of it; what it holds is named as it is before."""

    target: Any
    items: dict[Any, Any]
    gone: set[Any] = field(default_factory=set)
    order: list[Any] = field(default_factory=list)
    come: list[tuple[int, Any, Any]] = field(default_factory=list)  #: new rank, new name, value
    names: dict[Any, Any] = field(default_factory=dict)  #: those of keys that are written otherwise

    def rebuild(self) -> None:
        """Makes it so: what stays, in its new order, then each of what comes at its rank."""
        staying = iter([name for name in self.order if name not in self.gone])
        moving = set(self.order)
        kept = [next(staying) if name in moving else name for name in self.items if name not in self.gone]
        result = [(name, self.items[name]) for name in kept]
        for rank, name, value in sorted(self.come, key=lambda one: one[0]):
            result.insert(rank, (name, value))
        if isinstance(self.target, dict):
            self.target.clear()
            self.target.update((self.names.get(name, name), value) for name, value in result)
        else:
            self.target[:] = [value for _, value in result]


class _Work:
    """A plan as plain data, and the edits to carry out on it.

    Every path leads through the data as it was: lists are rebuilt at the end, all at once.
    """

    def __init__(self, data: dict[str, Any], edits: list[Edit]) -> None:
        self.data = data
        self.edits = edits
        self.containers: dict[int, _Container] = {}
        self.added = {edit.new.path: deepcopy(edit.after) for edit in edits if edit.op == "add"}
        #: New indices that an added section leaves to what moved into it.
        self.left: defaultdict[Path, set[int]] = defaultdict(set)
        for edit in edits:
            if edit.op == "move":
                self.left[edit.new.path[:-1]].add(_index(edit.new.path))

    def done(self) -> dict[str, Any]:
        """The data, once every edit is made."""
        for edit in self.edits:
            if edit.op == "set":
                self._at(edit.old.path[:-1])[edit.old.path[-1]] = deepcopy(edit.after)
        for edit in self.edits:
            self._make(edit)
        for container in self.containers.values():
            container.rebuild()
        return self.data

    def _make(self, edit: Edit) -> None:
        """Takes an edit of a list or a mapping into account."""
        match edit.op:
            case "add":
                target = self._container(self._at(edit.old.path))
                name = edit.new.path[-1]
                rank = edit.rank if edit.rank is not None else _index(edit.new.path)
                target.come.append((rank, name, self.added[edit.new.path]))
            case "remove":
                self._container(self._at(edit.old.path[:-1])).gone.add(edit.old.path[-1])
            case "order":
                order = edit.after if isinstance(edit.after, list) else []
                self._container(self._at(edit.old.path)).order = order
            case "rename":
                self._container(self._at(edit.old.path[:-1])).names[edit.before] = edit.after
            case "move":
                self._move(edit)
            case "set":
                pass

    def _move(self, edit: Edit) -> None:
        home = edit.homes[0] if edit.homes is not None else None
        target = self._at(home) if home is not None else self._in_added(edit.new.path[:-1])
        if target is None:
            return
        source = self._container(self._at(edit.old.path[:-1]))
        source.gone.add(edit.old.path[-1])
        rank = _index(edit.new.path)
        self._container(target).come.append((rank, rank, source.items[edit.old.path[-1]]))

    def _in_added(self, path: Path) -> Any:
        """The list at a path of the new plan, in a section that is added; `None` if it is not."""
        top = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in self.added), None)
        if top is None:
            return None
        found: Any = self.added[top]
        for end in range(len(top), len(path)):
            key = path[end]
            if isinstance(key, int):
                key -= sum(other < key for other in self.left[path[:end]])
                if key >= len(found):
                    return None
            found = found[key]
        return found

    def _container(self, target: Any) -> _Container:
        items = target if isinstance(target, dict) else dict(enumerate(target))
        return self.containers.setdefault(id(target), _Container(target, dict(items)))

    def _at(self, path: Path) -> Any:
        found: Any = self.data
        for key in path:
            found = found[key]
        return found


def _index(path: Path) -> int:
    """Where an element stands in its list."""
    return int(path[-1])
