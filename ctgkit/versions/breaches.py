"""What a new version of a plan may not do unnoticed: the checks of one version against another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ctgkit.versions.changes import Change, Comparison, Edit, Json, Side
from ctgkit.vocabulary.changement import NatureChangement, Volet

BreachKind: TypeAlias = Literal[
    "contract-without-avenant",
    "contract-decided",
    "adjusted",
    "fiche-vanished",
    "address-reused",
    "addresses-moved",
    "journal-removed",
    "journal-rewritten",
]


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing to look at before a new version of a plan is accepted.

    Sides and changes depend on `kind`:

    - `contract-without-avenant`: the contract changes that nothing new accounts for; there is one such
      breach for a plan. `contract-decided`, those of fiches that a new decision of a committee names, where
      the plan does not say what the committee may adjust; `adjusted`, those that it may.
    - `fiche-vanished`: `old` is the fiche. One that is replaced has not vanished.
    - `address-reused`: `old` and `new` are two fiches that have one full address.
    - `addresses-moved`: several fiches that are in both have each the full address that another one had;
      there is one such breach for a plan, with all of them in `moved`, old and new.
    - `journal-removed`, `journal-rewritten`: the entry on both sides, and the change that says so.
    """

    kind: BreachKind
    old: Side | None
    new: Side | None
    changes: tuple[Change, ...] = ()
    moved: tuple[tuple[Side, Side], ...] = ()


def breaches(comparison: Comparison) -> tuple[Breach, ...]:
    """What `comparison` shows that a reader of the new version should be told."""
    return tuple(_breaches(comparison))


def by_avenant(comparison: Comparison) -> bool:
    """Whether the new version has an avenant that the old one had not."""
    return any(one.kind is NatureChangement.AJOUT and one.subject == "avenant" for one in comparison.changes)


def _breaches(comparison: Comparison) -> Iterator[Breach]:
    yield from _of_contract(comparison)
    yield from _of_fiches(comparison)
    yield from _of_journals(comparison)


def _of_contract(comparison: Comparison) -> Iterator[Breach]:
    if by_avenant(comparison):
        return
    contract = comparison.contract
    parts: tuple[tuple[BreachKind, tuple[Change, ...]], ...] = (
        ("contract-without-avenant", tuple(one for one in contract if one.because is None)),
        ("contract-decided", tuple(one for one in contract if one.because is not None)),
        ("adjusted", comparison.of(Volet.AJUSTEMENT)),
    )
    yield from (Breach(kind, None, None, changes) for kind, changes in parts if changes)


def _of_fiches(comparison: Comparison) -> Iterator[Breach]:
    """The fiches that vanished, and the addresses that another one has now."""
    replaced = {
        edit.old.path
        for change in comparison.changes
        if change.kind is NatureChangement.REMPLACEMENT
        for edit in change.edits
        if edit.op == "remove"
    }
    held = {one.old.complete: one.old for one in comparison.fiches if one.old is not None}
    moved = [
        (one.old, one.new) for one in comparison.fiches if one.old and one.new and one.new.complete in held
    ]
    if len(moved) > 1:
        yield Breach("addresses-moved", None, None, moved=tuple(moved))
    for one in comparison.fiches:
        if one.new is None and one.old is not None and not _within(one.old, replaced):
            yield Breach("fiche-vanished", one.old, None)
        alone = one.old is None or len(moved) == 1
        if one.new is not None and alone and (other := held.get(one.new.complete)):
            yield Breach("address-reused", other, one.new)


def _of_journals(comparison: Comparison) -> Iterator[Breach]:
    for change in comparison.changes:
        if change.volet is Volet.TYPOGRAPHIE:
            continue
        if change.subject == "entree" and change.kind is NatureChangement.RETRAIT:
            yield Breach("journal-removed", change.old, change.new, (change,))
        elif change.subject == "entree" and change.kind is NatureChangement.MODIFICATION:
            yield Breach("journal-rewritten", change.old, change.new, (change,))
        elif change.subject == "etape" and _takes_journal(change):
            yield Breach("journal-removed", change.old, change.new, (change,))


def _within(side: Side, paths: set[tuple[str | int, ...]]) -> bool:
    return any(side.path[:end] in paths for end in range(len(side.path) + 1))


def _takes_journal(change: Change) -> bool:
    return change.kind is NatureChangement.RETRAIT and _has_journal(change.edits[0])


def _has_journal(edit: Edit) -> bool:
    value: Json = edit.before
    return isinstance(value, dict) and bool(value["suivi"])
