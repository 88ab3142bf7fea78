"""What a raw difference is to the convention: what its field declares, and what needs both plans to be told.

A field declares what a change of it asks for (:class:`ctgkit.plan.declaration.Regime`). Some ask more: who
answers for a structure is follow-up as long as the structure stays, days that settle a phrase as long as
they are inside what it can mean, another spelling of an actor where both versions have it, a planned line of
money that is paid.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ctgkit.french.normal import normal
from ctgkit.plan import Plan
from ctgkit.plan.declaration import Regime
from ctgkit.plan.suivi import champs, regime_at
from ctgkit.schedule import Contract, Period, read
from ctgkit.versions.changes import Edit, Json, Path
from ctgkit.versions.naming import path_of
from ctgkit.versions.tree import Tree
from ctgkit.versions.words import same
from ctgkit.vocabulary.changement import Volet

#: What is told of a change by what its field declares, where nothing else has to be asked.
_TOLD: dict[Regime, Volet] = {
    Regime.SUIVI: Volet.SUIVI,
    Regime.PRECISION: Volet.SUIVI,
    Regime.AUCUN: Volet.FORME,
}
#: Two persons of one structure, in one role, hold one place.
_PLACE = ("structure", "role")


class Regimes:
    """The two versions that are compared, and what their differences are to the convention."""

    def __init__(self, old: Plan, new: Plan, before: Tree, after: Tree) -> None:
        """Takes the plans, and as plain data."""
        self._old, self._new = before.data, after.data
        self._contracts = Contract.of(old), Contract.of(new)
        self._actors = tuple(map(_spellings, (old, new)))

    def volet(self, edit: Edit) -> Volet:
        """What an edit is to the convention."""
        if edit.op in {"set", "rename"} and same(edit.before, edit.after):
            return Volet.TYPOGRAPHIE
        if edit.paid:
            return Volet.SUIVI
        path = path_of(edit)
        regime = regime_at(path)
        if regime in _TOLD:
            return _TOLD[regime]
        if self._respelt(edit, path):
            return Volet.SUIVI
        if regime is Regime.PERSONNE:
            return Volet.SUIVI if self._one_place(edit) else Volet.CONTRAT
        if regime is Regime.DATES:
            return Volet.SUIVI if self._settled(edit) else Volet.CONTRAT
        kept = edit.op in {"add", "remove"} and isinstance(path[-1], int) and self._kept(edit)
        return Volet.SUIVI if kept else Volet.CONTRAT

    def _holders(self, edit: Edit) -> tuple[Any, Any]:
        """The parts that have the changed key, on both sides."""
        return _at(self._old, edit.old.path[:-1]), _at(self._new, edit.new.path[:-1])

    def _respelt(self, edit: Edit, path: Path) -> bool:
        """Whether a name became another of the same actor, which both versions say that it is."""
        if edit.op != "set" or not any(field.champ.acteur for field in champs(path)):
            return False
        return self._one_actor(edit.before, edit.after)

    def _one_actor(self, a: Json, b: Json) -> bool:
        if not isinstance(a, str) or not isinstance(b, str):
            return False
        both = {normal(a), normal(b)}
        return all(any(both <= one for one in actors) for actors in self._actors)

    def _one_place(self, edit: Edit) -> bool:
        """Whether somebody else has the place that a structure answers for."""
        old, new = self._holders(edit)
        return bool(old.get("structure")) and all(self._same(old.get(key), new.get(key)) for key in _PLACE)

    def _same(self, a: Json, b: Json) -> bool:
        return same(a, b) or self._one_actor(a, b)

    def _settled(self, edit: Edit) -> bool:
        """Whether the days of a calendar are inside what its words can mean, on both sides."""
        return all(map(_inside, self._holders(edit), self._contracts))

    def _kept(self, edit: Edit) -> bool:
        """Whether an element that comes or goes is, for the contract, one that both sides have."""
        value, others = (
            (edit.after, _at(self._old, edit.old.path))
            if edit.op == "add"
            else (edit.before, _at(self._new, edit.new.path))
        )
        if not isinstance(value, dict):
            return False
        path = path_of(edit)
        return any(self._same_holder(value, one, path) for one in others)

    def _same_holder(self, value: Any, other: Any, path: Path) -> bool:
        """Whether two elements say the same but for spellings of actors, or who answers for a structure."""
        fields = {key: tuple(champs((*path, key))) for key in value}
        acts = bool(value.get("structure"))
        persons = {key for key in value if acts and fields[key][-1].champ.regime is Regime.PERSONNE}
        names = {key for key in value if any(field.champ.acteur for field in fields[key])}
        if not persons and not any(self._one_actor(value[key], other[key]) for key in names):
            return False
        return all(
            self._same(value[key], other[key]) if key in names else same(value[key], other[key])
            for key in value
            if key not in persons
        )


def _spellings(plan: Plan) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(normal, (acteur.nom, *acteur.alias))) for acteur in plan.acteurs)


def _inside(calendrier: Any, contract: Contract) -> bool:
    """Whether the days of a calendar are inside what its words can mean: the contract, if nothing."""
    days = [date.fromisoformat(day) for key in ("debut", "fin") if (day := calendrier[key])]
    if not days:
        return True
    lecture = read(calendrier["texte"], contract)
    periods = [one for one in lecture.periods if one.start or one.end] if lecture.understood else []
    first = min((_first(one, contract) for one in periods), default=contract.debut)
    last = max((_last(one, contract) for one in periods), default=contract.fin)
    return all(first <= day <= last for day in days)


def _first(period: Period, contract: Contract) -> date:
    """The first day that a period may have."""
    start = period.start
    if start is None:
        return contract.debut
    return min(start.premier, contract.debut) if start.portee.facts.sooner else start.premier


def _last(period: Period, contract: Contract) -> date:
    """The last day that a period may have."""
    end = period.end
    if end is None:
        return contract.fin
    return max(end.dernier, contract.fin) if end.portee.facts.later else end.dernier


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data
