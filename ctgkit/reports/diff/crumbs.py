"""The headings and elements above a place of a fiche: `étape « Choisir », calendrier`."""

from __future__ import annotations

from ctgkit.french.nearest import fold
from ctgkit.plan.declaration import Nom
from ctgkit.plan.rubriques import PARTIES
from ctgkit.plan.valeurs import bare, mots_lus
from ctgkit.reports.diff import values
from ctgkit.reports.diff.places import Places
from ctgkit.reports.diff.terms import CONTAINERS, named
from ctgkit.versions.changes import Path, Side
from ctgkit.versions.fields import MAPS, owner_of, rule_at
from ctgkit.vocabulary.comite import Instance

#: Elements that say by their name what they are in: the heading above them is not repeated.
_NAMED = ("indicateur", "etape", "preambule", "acteur", "decision")
#: Those of them that have a heading, which says the same.
_HEADED = ("indicateur", "preambule", "decision")
#: Elements that hold others, and are called by their day.
DATED = ("copil", "bilan")


def crumbs(places: Places, side: Side, until: Path) -> list[str]:
    """What is above a place, outermost first.

    Args:
        places: the names of the plan it is in.
        side: the place.
        until: the part of its path to tell.
    """
    owner = owner_of(side.path)
    labels = places.labels(owner)
    names = iter(side.within)
    found: list[str] = []
    key = above = ""
    for rank, step in enumerate(until[len(owner) :]):
        if isinstance(step, int):
            path = side.path[: len(owner) + rank + 1]
            labels = places.labels(path) if above == "etapes" else labels
            found = _with_element(places, path, found, next(names, ""))
        elif above in MAPS:
            found.append(step)
        elif step not in {"points", key}:
            key = step
            told = labels if step not in MAPS and step not in PARTIES else CONTAINERS
            label = told.get(step) or CONTAINERS.get(step)
            found += [label] if label else []
        above = str(step)
    return found


def _with_element(places: Places, path: Path, found: list[str], name: str) -> list[str]:
    """What is above, and the element of a list at `path`."""
    subject = rule_at(path).of.code
    if subject == "point":
        return [*found, f"point {int(path[-1]) + 1}"]
    if subject in DATED and name:
        noun = meeting(places, path) if subject == "copil" else named(subject)
        return [*found, f"{noun.one} du {values.day(name[:10])}"]
    if subject not in _NAMED or not name:
        return found
    above = found[:-1] if subject in _HEADED else found
    return [*above, f"{named(subject).one} {values.short(name)}"]


def meeting(places: Places, path: Path) -> Nom:
    """What the meeting at a path is called: by the committee, or the group, that met."""
    instance = places.at(path).instance
    if bare(instance) in mots_lus(Instance):
        return Nom(instance)
    return Nom(f"réunion {values.short(instance)}", feminine=True)


def without(above: list[str], noun: Nom) -> list[str]:
    """What is above, without a heading that the noun only repeats: `Pilote(s)`, of a pilot."""
    if above and fold(above[-1]).removesuffix("(s)").removesuffix("s") == fold(noun.one).removesuffix("s"):
        return above[:-1]
    return above


def joined(above: list[str], sentence: str) -> str:
    """What is above, and what is said of it."""
    return f"{', '.join(above)}\u00a0: {sentence}" if above else sentence
