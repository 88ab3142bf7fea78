"""Who: the spellings of one pilot, joined by the directory of the plan."""

from __future__ import annotations

from collections.abc import Iterable

from ctgkit.french.nearest import key
from ctgkit.plan import Pilote, Plan


class Directory:
    """Gives each pilot one name: that of `acteurs`, else the first spelling that was met."""

    def __init__(self, plan: Plan) -> None:
        self._names: dict[str, str] = {}
        # A name is somebody's before it is somebody else's other spelling.
        for acteur in plan.acteurs:
            self._names.setdefault(key(acteur.nom), acteur.nom)
        for acteur in plan.acteurs:
            for alias in acteur.alias:
                self._names.setdefault(key(alias), acteur.nom)

    def names(self, pilotes: Iterable[Pilote]) -> tuple[str, ...]:
        """The names of some pilots, each once, in their order."""
        those = tuple(pilotes)
        found = [self._names.setdefault(key(nom), nom) for pilote in those for nom in pilote.noms()]
        for pilote in those:
            for personne, structure in pilote.personnes():
                self._names.setdefault(key(personne), self._names[key(structure)])
        return tuple(dict.fromkeys(found))

    def name(self, nom: str) -> str | None:
        """The name of somebody under any spelling that was met; `None` for a stranger."""
        return self._names.get(key(nom))
