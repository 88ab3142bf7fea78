"""The statuses that a file words as its territory does, read as those that they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.reading.nodes import Mapping, Node, Sequence
from ctgkit.plan.statuts import lire_statuts, statut_dit

#: The lists that lead to journals.
_LEADING = ("axes", "objectifs", "actions", "etapes")


def in_usual_words(root: Node) -> None:
    """Writes the usual word for each word of `vocabulaire.statuts` in the journals of a tree."""
    words = root.get("vocabulaire") if isinstance(root, Mapping) else None
    own = words.get("statuts") if isinstance(words, Mapping) else None
    if not isinstance(own, Mapping):
        return
    known: dict[str, str] = {}
    for status, word in own.items():
        with suppress(Unreadable):  # told where it stands
            known |= lire_statuts({status: word})
    for entry in _entries(root):
        said = entry.get("statut")
        if isinstance(said, str) and (usual := statut_dit(known, said)) is not None:
            entry["statut"] = usual


def _entries(node: Node) -> Iterator[Mapping]:
    if not isinstance(node, Mapping):
        return
    for key in _LEADING:
        below = node.get(key)
        for item in below if isinstance(below, Sequence) else ():
            yield from _entries(item)
    journal = node.get("suivi")
    for entry in journal if isinstance(journal, Sequence) else ():
        if isinstance(entry, Mapping):
            yield entry
