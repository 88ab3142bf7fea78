"""What the sections, fiches and headings of a plan are called where they stand."""

from __future__ import annotations

from typing import Any

from ctgkit.french.capitals import capital
from ctgkit.plan import Action, Plan, Section
from ctgkit.plan.rubriques import libelles
from ctgkit.versions.changes import Path, Side
from ctgkit.versions.fields import owner_of
from ctgkit.vocabulary.nature import NatureAction


class Places:
    """Names what stands at the paths of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def at(self, path: Path) -> Any:
        """The value at a path: a section, a fiche, a part of one, or the plan itself."""
        found: Any = self.plan
        for step in path:
            by_key = isinstance(step, int) or isinstance(found, dict)
            found = found[step] if by_key else getattr(found, str(step))
        return found

    def labels(self, owner: Path) -> dict[str, str]:
        """What the headings of a fiche or a step are called."""
        return libelles(self.plan.vocabulaire, self.at(owner))

    def kind(self, owner: Path) -> str:
        """What the document calls a section or fiche: `Objectif`, `Action`."""
        node = self.at(owner)
        if isinstance(node, Section):
            depth, niveaux = len(owner) // 2 - 1, self.plan.vocabulaire.niveaux
            return niveaux[depth] if depth < len(niveaux) else "Section"
        if isinstance(node, Action):
            told, _ = NatureAction.of(node.nature).facts.fiche
            return capital(told) or self.plan.vocabulaire.action
        return "En tête du plan"

    def name(self, side: Side, owner: Path) -> str | None:
        """What tells a section or fiche from the others of its plan: a printed number, or an address."""
        node = self.at(owner)
        if isinstance(node, Section):
            return node.numero or (side.adresse if node.id else None)
        return side.adresse if isinstance(node, Action) else None


def heading(old: tuple[Places, Side] | None, new: tuple[Places, Side] | None) -> str:
    """The fiche or section that two sides are in: `Objectif 1.3 → 1.4 – Soutenir les parents`.

    A side that is not there is of something that comes or goes.
    """
    told = new or old
    if told is None:
        return ""
    places, side = told
    owner = owner_of(side.path)
    kind = places.kind(owner)
    if not owner:
        return kind
    name = places.name(side, owner)
    if old is not None and new is not None:
        before = old[0].name(old[1], owner_of(old[1].path))
        # Two addresses that are shown alike, of two axes; or of which one names its axis, and the other not.
        full = side.complete in {name, before} or old[1].complete in {name, before}
        if name == side.adresse and old[1].complete != side.complete and (before == name or full):
            before, name = old[1].complete, side.complete
        if before != name:
            name = f"{before or '–'} → {name or '–'}"
    return f"{kind} {name} – {side.titre}" if name else f"{kind} – {side.titre}"
