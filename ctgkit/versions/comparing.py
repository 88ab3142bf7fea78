"""Two plans compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ctgkit.plan import Plan
from ctgkit.versions.allowed import allowed
from ctgkit.versions.changes import Comparison, Correspondance, Edit
from ctgkit.versions.classifying import classify
from ctgkit.versions.matching import Matching, match
from ctgkit.versions.raw import raw
from ctgkit.versions.regimes import Regimes
from ctgkit.versions.tree import Tree, tree
from ctgkit.versions.words import same


def compare(old: Plan, new: Plan) -> Comparison:
    """What differs between two versions of a plan.

    The time it takes grows with the size of the plans, and with how much differs. Exchanging the
    plans gives the mirrored changes.
    """
    before, after = tree(old), tree(new)
    matching = match(before, after)
    edits = [_of_payment(one, before, after) for one in raw(before, after, matching)]
    changes = classify(edits, Regimes(old, new, before, after))
    return Comparison(allowed(changes, before, after), tuple(_correspondances(before, after, matching)))


def _of_payment(edit: Edit, old: Tree, new: Tree) -> Edit:
    """An edit, marked where it is about what was paid of a line of money."""
    gone, come = (one.path[:-1] if edit.op == "set" else one.path for one in (edit.old, edit.new))
    paid = (edit.op == "add" or gone in old.paid) and (edit.op == "remove" or come in new.paid)
    return replace(edit, paid=True) if paid else edit


def _correspondances(old: Tree, new: Tree, matching: Matching) -> Iterator[Correspondance]:
    """The fiches whose full address changed, in the order of the new plan, then those that went."""
    back = matching.reversed().fiches
    for j, fiche in enumerate(new.fiches):
        side = old.fiches[back[j]].side if j in back else None
        if side is None or not same(side.complete, fiche.side.complete):
            yield Correspondance(side, fiche.side)
    for i, fiche in enumerate(old.fiches):
        if i not in matching.fiches:
            yield Correspondance(fiche.side, None)
