"""Two plans and their comparison → the view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ctgkit.french.agreement import count
from ctgkit.french.capitals import capital
from ctgkit.plan import Plan, fiches
from ctgkit.reports.diff import values
from ctgkit.reports.diff.context import around
from ctgkit.reports.diff.places import Places, heading
from ctgkit.reports.diff.sentences import Sentences
from ctgkit.reports.diff.terms import word_of
from ctgkit.reports.diff.view import Group, Line, Locate, Part, Position, Told, Version, View
from ctgkit.versions import Change, Comparison
from ctgkit.versions.changes import Path, Side
from ctgkit.versions.fields import owner_of
from ctgkit.vocabulary.changement import NatureChangement, Volet

#: What the contract comes with: what in the file allows some of its changes.
_OF_CONTRACT = (Volet.CONTRAT, Volet.AJUSTEMENT, Volet.CORRECTION)
_APART = (Volet.FORME, Volet.TYPOGRAPHIE)
#: Parts that are told although nothing in them changes.
_ALWAYS = frozenset({Volet.CONTRAT, Volet.SUIVI})


class Read(NamedTuple):
    """One of the two plans, and where it was read."""

    name: str  #: as the user gave it
    plan: Plan
    locate: Locate


class Scope(NamedTuple):
    """How much is told of a comparison."""

    contract: bool = True  #: whether the changes of the contract are
    followup: bool = True  #: whether those of the follow-up are
    only: tuple[str, ...] = ()  #: the addresses that the comparison is limited to
    apart: bool = False  #: whether what is neither is told one by one
    #: How many of the words that stay are told on each side of those that change; `None` for all.
    context: int | None = None


def tell(old: Read, new: Read, comparison: Comparison, scope: Scope) -> View:
    """The view of what differs between two plans.

    Args:
        old: the old plan.
        new: the new plan.
        comparison: what differs between them, or the part of it that is to be told.
        scope: how much to tell of it.
    """
    teller = _Teller(old, new, scope.context)
    asked = (
        *(_OF_CONTRACT if scope.contract else ()),
        *((Volet.SUIVI,) if scope.followup else ()),
        *(_APART if scope.apart else ()),
    )
    parts = tuple(
        Part(volet, teller.groups(changes))
        for volet in asked
        if (changes := comparison.of(volet)) or volet in _ALWAYS
    )
    return View(
        old=_version(old),
        new=_version(new),
        parts=parts,
        summary=_summary(parts),
        apart=apart(comparison),
        totals={volet: len(comparison.of(volet)) for volet in Volet},
        only=", ".join(scope.only) or None,
    )


def _version(read: Read) -> Version:
    plan = read.plan
    return Version(read.name, plan.titre, plan.territoire.nom, len(fiches(plan)))


def _summary(parts: Iterable[Part]) -> str:
    """How many changes each part has, in words."""
    words = []
    for part in parts:
        if part.volet in _APART:
            continue
        one, many = part.volet.facts.counted
        words.append(count(part.number, one, many) if part.number else f"aucun {one}")
    return capital(", ".join(words))


def apart(comparison: Comparison) -> str | None:
    """What is neither contract nor follow-up, in a line."""
    words = list(dict.fromkeys(word_of(change) for change in comparison.of(Volet.FORME)))
    texts = sum(len(change.edits) for change in comparison.of(Volet.TYPOGRAPHIE))
    told = [f"ni contrat ni suivi\u00a0: {values.listed(words)}"] if words else []
    told += [f"typographie seule\u00a0: {count(texts, 'texte')}"] if texts else []
    return "\u00a0; ".join(told) or None


class _Teller:
    def __init__(self, old: Read, new: Read, context: int | None) -> None:
        self.context = context
        self.locate_old, self.locate_new = old.locate, new.locate
        self.old, self.new = Places(old.plan), Places(new.plan)
        self.sentences = Sentences(self.old, self.new)

    def groups(self, changes: Iterable[Change]) -> tuple[Group, ...]:
        """The changes by fiche or section, in their order."""
        found: dict[tuple[str, Path], tuple[str, list[Told]]] = {}
        for change in changes:
            key, title = self.home(change)
            found.setdefault(key, (title, []))[1].append(self.told(change))
        return tuple(Group(title, tuple(told)) for title, told in found.values())

    def told(self, change: Change) -> Told:
        """A change in words, with its lines."""
        sentence, lines = self.sentences.told(change)
        sentence += self.sentences.reason(change)
        lines = tuple(Line(line.label, around(line.runs, self.context)) for line in lines)
        return Told(change, sentence, lines, *self.positions(change))

    def positions(self, change: Change) -> tuple[Position | None, Position | None]:
        """Where a change is in both files; where a value is not written, nothing."""
        old, new = None, None
        for edit in change.edits:
            if edit.op != "add" and not (edit.op == "set" and edit.before is None):
                old = old or self.locate_old(edit.old.path)
            if edit.op != "remove" and not (edit.op == "set" and edit.after is None):
                new = new or self.locate_new(edit.new.path)
            if change.kind is not NatureChangement.REMPLACEMENT:
                break
        return old, new

    def home(self, change: Change) -> tuple[tuple[str, Path], str]:
        """The fiche or section that a change is told under: a key of its own, and a heading."""
        edit = change.edits[0]
        old, new = edit.old, edit.new
        if edit.op == "add" and owner_of(new.path) == new.path:
            return ("new", new.path), heading(None, (self.new, new))
        if edit.op == "remove" and owner_of(old.path) == old.path:
            return ("old", old.path), heading((self.old, old), None)
        if change.kind is NatureChangement.NUMEROTATION and _siblings(change):
            old, new = self._above(old, self.old), self._above(new, self.new)
        return ("new", owner_of(new.path)), heading((self.old, old), (self.new, new))

    def _above(self, side: Side, places: Places) -> Side:
        """The section that a section or fiche is in."""
        path = owner_of(side.path)[:-2]
        section = places.at(path)
        name = getattr(section, "numero", None) or getattr(section, "id", None)
        return Side(path, name, name, getattr(section, "titre", None))


def _siblings(change: Change) -> bool:
    """Whether a renumbering is of several fiches or sections of one list."""
    owners = {edit.old.path[:-1] for edit in change.edits if edit.op == "set"}
    first = change.edits[0].old.path[:-1]
    return sum(owner[:-1] == first[:-1] and len(owner) == len(first) for owner in owners) > 1
