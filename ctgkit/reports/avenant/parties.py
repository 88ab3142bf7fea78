"""Who signs the avenant, and what it is called."""

from __future__ import annotations

import re
from typing import NamedTuple

from ctgkit.french import institutions
from ctgkit.french.nearest import fold
from ctgkit.plan import Plan, Territoire
from ctgkit.plan.plan import Avenant, Signataire, noms_de
from ctgkit.reports.avenant.view import PartieView
from ctgkit.versions import Comparison
from ctgkit.vocabulary.changement import NatureChangement

_LEADING = re.compile(r"\d+", re.ASCII)
#: What a Caf is called.
_CAF = re.compile(r"\bcaf\b|\bcaisse d.allocations familiales\b")


class Numbering(NamedTuple):
    """Which avenant this is."""

    numero: str
    entree: Avenant | None  #: what the new plan already says of it
    precedents: tuple[Avenant, ...]  #: the avenants before it, by date
    nouveaux: int  #: how many the new plan has that the old one has not


def numbering(old: Plan, new: Plan, comparison: Comparison) -> Numbering:
    """The last avenant that only the new plan has; else the one after those of the old plan."""
    ranks = [
        change.new.path[-1]
        for change in comparison.changes
        if change.kind is NatureChangement.AJOUT and change.subject == "avenant"
    ]
    come = sorted((new.avenants[int(rank)] for rank in ranks), key=lambda one: one.date)
    before = sorted((*old.avenants, *come[:-1]), key=lambda one: one.date)
    if come:
        return Numbering(come[-1].numero, come[-1], tuple(before), len(come))
    last = max((int(found[0]) for one in before if (found := _LEADING.match(one.numero))), default=0)
    return Numbering(str(max(last, len(before)) + 1), None, tuple(before), 0)


def parties(plan: Plan) -> tuple[PartieView, ...]:
    """The parties of the convention, in the order in which the plan names those who sign.

    The territory and its Caf are parties even where the plan does not say who signs for them.
    """
    by_name: dict[str | None, list[Signataire]] = {}
    for signataire in plan.signataires:
        by_name.setdefault(signataire.structure, []).append(signataire)
    found = [_party(nom, tuple(signataires)) for nom, signataires in by_name.items()]
    place = 0
    for nom in noms_de(plan.territoire):
        known = (rank for rank, one in enumerate(found) if _is_territory(one.nom or "", nom, plan.territoire))
        rank = next(known, None)
        if rank is None:
            rank = place
            found.insert(rank, _party(institutions.named(plan.territoire.type, nom), ()))
        place = rank + 1
    if plan.caf and not any(_CAF.search(fold(nom or "")) for nom in by_name):
        found.insert(place, _party(plan.caf, ()))
    return tuple(found)


def _party(nom: str | None, signataires: tuple[Signataire, ...]) -> PartieView:
    nom = institutions.bare(nom) if nom else nom
    words = institutions.name(nom or "")
    return PartieView(nom, words.genre, words.elision, signataires)


def _is_territory(structure: str, nom: str, territoire: Territoire) -> bool:
    """Whether a structure is a territory, by its name; or by the acronym, which is that of one alone."""
    names = [nom, *([territoire.sigle] if territoire.sigle and len(noms_de(territoire)) == 1 else [])]
    return any(f" {_words(name)} " in f" {_words(structure)} " for name in names)


def _words(texte: str) -> str:
    return " ".join(re.findall(r"\w+", fold(texte)))
