"""Changes of the signed plan that the new version accounts for, by a decision of a committee or a correction.

The committee adjusts the headings that `revision.comite` names, in fiches that one of its decisions names
since the old version. Where the plan does not say what the committee may adjust, such a decision is only
told beside the change. A correction puts right the places it gives, and no other. Parties, perimeter,
duration, objectives, fiches that come or go are never an adjustment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from ctgkit.versions.changes import Change, Path
from ctgkit.versions.fields import owner_of, rule_at
from ctgkit.versions.naming import path_of
from ctgkit.versions.pairing import pair
from ctgkit.versions.places import Places
from ctgkit.versions.tree import Tree
from ctgkit.versions.words import same
from ctgkit.vocabulary.changement import Volet
from ctgkit.vocabulary.comite import EtatDecision


class _Account(NamedTuple):
    """A decision or a correction: where it is in the new plan, and what it names since the old one."""

    path: Path
    places: Places


def allowed(changes: tuple[Change, ...], old: Tree, new: Tree) -> tuple[Change, ...]:
    """The changes; those of the contract, as what the new version makes of them."""
    corrections = tuple(_corrections(old, new))
    decisions = tuple(_decisions(old, new))
    adjustable = _adjustable(old, new, corrections)

    def settled(change: Change) -> Change:
        if change.volet is not Volet.CONTRAT:
            return change
        for one in corrections:
            if all(map(one.places.cover, change.edits)):
                return replace(change, volet=Volet.CORRECTION, because=one.path)
        for one in decisions:
            if all(map(one.places.names, change.edits)):
                if not adjustable:
                    return replace(change, because=one.path)
                if all(adjustable & headings_of(path_of(edit)) for edit in change.edits):
                    return replace(change, volet=Volet.AJUSTEMENT, because=one.path)
        return change

    return tuple(map(settled, changes))


def headings_of(path: Path) -> frozenset[str]:
    """The headings of a fiche that a value is under: of a step, `etapes` and its own."""
    rest = path[len(owner_of(path)) :]
    return frozenset(str(key) for key in (*rest[:1], *(rest[2:3] if rest[:1] == ("etapes",) else ())))


def _adjustable(old: Tree, new: Tree, corrections: tuple[_Account, ...]) -> frozenset[str]:
    """What the committee may adjust by the convention in force; that of the new plan, if it was forgotten."""
    revision = old.data["revision"]
    if revision is None and any(one.places.has_key("revision") for one in corrections):
        revision = new.data["revision"]
    return frozenset(revision["comite"]) if revision else frozenset()


def _corrections(old: Tree, new: Tree) -> Iterator[_Account]:
    for path, before, one in _kept(("corrections",), old.data["corrections"], new.data["corrections"]):
        yield _Account(path, Places(_since(one["ou"], before["ou"] if before else []), old, new))


def _decisions(old: Tree, new: Tree) -> Iterator[_Account]:
    for place, before, copil in _kept(("copils",), old.data["copils"], new.data["copils"]):
        taken = before["decisions"] if before else []
        for path, other, one in _kept((*place, "decisions"), taken, copil["decisions"]):
            if one["etat"] != EtatDecision.SANS_SUITE:
                known = other["actions"] if other else []
                yield _Account(path, Places(_since(one["actions"], known), old, new))


def _kept(path: Path, old: list[Any], new: list[Any]) -> Iterator[tuple[Path, Any, Any]]:
    """The elements of a list of the new plan: where each is, what it was in the old one, what it is."""
    before = {j: old[i] for i, j in pair(old, new, rule_at(path)).items()}
    yield from (((*path, rank), before.get(rank), one) for rank, one in enumerate(new))


def _since(said: list[Any], known: list[Any]) -> tuple[str, ...]:
    """What is said now and was not."""
    return tuple(one for one in said if not any(same(one, other) for other in known))
