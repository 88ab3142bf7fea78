"""Places of two plans as people write them: addresses of fiches and sections, and keys."""

from __future__ import annotations

from collections.abc import Iterable

from ctgkit.french.nearest import fold
from ctgkit.plan import Action, Plan, Section
from ctgkit.versions.changes import Edit, Path
from ctgkit.versions.fields import owner_of
from ctgkit.versions.naming import path_of
from ctgkit.versions.tree import Node, Tree

#: What stands between the address of a fiche and that of its step.
_STEP = ":"
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
    for asked in dict.fromkeys((word, word.rpartition(_STEP)[0])):
        found = _of_address(fold(asked), tree.fiches) or _of_address(fold(asked), tree.sections)
        if found:
            return found
    return None


def _of_address(asked: str, nodes: tuple[Node, ...]) -> Path | None:
    """The node of an address, full or as it is shown, or of a number that no other has."""
    for names in (("adresse", "complete"), ("numero", "id")):
        found = [
            node.path
            for node in nodes
            if asked in {fold(name) for key in names if (name := _name(node, key)) is not None}
        ]
        if len(found) == 1:
            return found[0]
    return None


def _name(node: Node, key: str) -> str | None:
    return node.data.get(key) if key in {"numero", "id"} else getattr(node.side, key)
