"""The headings and elements above a place of a fiche: `étape « Choisir », calendrier`."""

from __future__ import annotations

from ctgkit.french.nearest import fold
from ctgkit.plan.declaration import Nom
from ctgkit.plan.rubriques import PARTIES
from ctgkit.reports.diff import values
from ctgkit.reports.diff.places import Places
from ctgkit.reports.diff.terms import CONTAINERS, named
from ctgkit.versions.changes import Path, Side
from ctgkit.versions.fields import LISTS, MAPS, owner_of

#: Elements that say by their name what they are in: the heading above them is not repeated.
_NAMED = ("indicateur", "etape", "preambule", "acteur")


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
    for at, step in enumerate(until[len(owner) :], len(owner) + 1):
        if isinstance(step, int):
            labels = places.labels(until[:at]) if above == "etapes" else labels
            found = _with_element(found, key, step, next(names, ""))
        elif above in MAPS:
            found.append(step)
        elif step not in {"points", key}:
            key = step
            told = labels if step not in MAPS and step not in PARTIES else CONTAINERS
            label = told.get(step) or CONTAINERS.get(step)
            found += [label] if label else []
        above = str(step)
    return found


def _with_element(found: list[str], key: str, rank: int, name: str) -> list[str]:
    subject = LISTS[key].of.code if key in LISTS else "point"
    if subject == "point":
        return [*found, f"point {rank + 1}"]
    if subject not in _NAMED or not name:
        return found
    above = found[:-1] if key in {"indicateurs", "preambule"} else found
    return [*above, f"{named(subject).one} {values.short(name)}"]


def without(above: list[str], noun: Nom) -> list[str]:
    """What is above, without a heading that the noun only repeats: `Pilote(s)`, of a pilot."""
    if above and fold(above[-1]).removesuffix("(s)").removesuffix("s") == fold(noun.one).removesuffix("s"):
        return above[:-1]
    return above


def joined(above: list[str], sentence: str) -> str:
    """What is above, and what is said of it."""
    return f"{', '.join(above)}\u00a0: {sentence}" if above else sentence
