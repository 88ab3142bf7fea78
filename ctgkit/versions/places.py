"""Places of two plans as people write them: addresses of fiches and sections, and keys."""

from __future__ import annotations

from collections.abc import Iterable

from ctgkit.french.nearest import fold
from ctgkit.plan import Action, Plan, Section
from ctgkit.plan.adresses import Appels, avec_etapes
from ctgkit.versions.changes import Edit, Path
from ctgkit.versions.fields import owner_of
from ctgkit.versions.naming import path_of
from ctgkit.versions.tree import Node, Tree

#: The keys of the head of the plan, and those of them that fiches or sections have too.
_HEAD = frozenset(Plan.KEYS)
_SHARED = _HEAD & {*Action.KEYS, *Section.KEYS}


class Places:
    """The fiches, the sections and the keys that some words mean, from an old plan to a new one."""

    def __init__(self, words: Iterable[str], old: Tree, new: Tree) -> None:
        """Takes the words; one that is no address of either plan is a key."""
        self._gone: set[Path] = set()
        self._there: set[Path] = set()
        self._keys: set[str] = set()
        for word in words:
            gone, there = _addressed(word, old), _addressed(word, new)
            if gone is not None:
                self._gone.add(gone)
            if there is not None:
                self._there.add(there)
            if gone is there is None:
                self._keys.add(fold(word))

    def has_key(self, key: str) -> bool:
        """Whether a key is among them."""
        return key in self._keys

    def names(self, edit: Edit) -> bool:
        """Whether the fiche or section that an edit is in is among them."""
        node = edit.op == "remove" and owner_of(edit.old.path) == edit.old.path
        return edit.old.path in self._gone if node else owner_of(edit.new.path) in self._there

    def cover(self, edit: Edit) -> bool:
        """Whether an edit is at one of them; keys beside addresses say which headings of those."""
        path = path_of(edit)
        owner = owner_of(path)
        below = {fold(key) for key in path[len(owner) :] if isinstance(key, str)}
        if not self._gone and not self._there:
            return not below.isdisjoint(self._keys - _HEAD if owner else self._keys)
        headings = self._keys - (_HEAD - _SHARED)
        if not owner:
            return not below.isdisjoint(self._keys - headings)
        return self.names(edit) and (not headings or not below.isdisjoint(headings))


def _addressed(word: str, tree: Tree) -> Path | None:
    """The fiche, or else the section, of that address; of a step, its fiche."""
    for nodes in (tree.fiches, tree.sections):
        ranks = avec_etapes(word, [_called(node, tree) for node in nodes])
        if len(ranks) == 1:
            return nodes[ranks[0]].path
    return None


def _called(node: Node, tree: Tree) -> Appels:
    """All that a fiche or a section is called."""
    axis = node
    while axis.parent is not None:
        axis = tree.sections[axis.parent]
    return Appels(node.side.complete or "", _names(node), () if axis is node else _names(axis))


def _names(node: Node) -> tuple[str, ...]:
    return tuple(name for key in ("numero", "id") if (name := node.data.get(key)) is not None)
