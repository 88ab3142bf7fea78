"""Several plans of one territory: which one counts on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ctgkit.french.nearest import fold
from ctgkit.reports.territoires.dossier import Dossier

#: What the name of a Caf may have beside the department it is named after.
#: What plans of one territory that no Caf signs have in common.
_NO_CAF = "sans caf"
_NOT_THE_PLACE = re.compile(r"\b(?:caf|caisse|allocations|familiales|d|de|du|des|l|la|le|les)\b|[^\w]+")


class CountedTwice(Exception):  # noqa: N818  (not an error of ctgkit's)
    """Two plans of one territory whose periods overlap: a total would have its fiches twice.

    Attributes:
        first: the one that begins first.
        second: the other.
    """

    def __init__(self, first: Dossier, second: Dossier) -> None:
        super().__init__(first.territoire.fichier, second.territoire.fichier)
        self.first = first
        self.second = second


def successive(dossiers: Iterable[Dossier]) -> list[tuple[Dossier, ...]]:
    """The plans, those of one territory together, by their first day.

    Two plans are of one territory if they have its name or its short name, whatever the case and
    the accents, and besides its Caf or its department: two departments may have a `Val de l'Orne`.

    Raises:
        CountedTwice: if the periods of two of them overlap.
    """
    groups: dict[tuple[str, str], list[Dossier]] = {}
    for one in dossiers:
        keys = list(_keys(one))
        group = [one]
        for known in {id(those): those for key in keys if (those := groups.get(key))}.values():
            group = known + group
        # A plan may show that two groups are one: whatever led to either leads to both.
        for key in {key for each in group for key in _keys(each)}:
            groups[key] = group
    distinct = {id(those): those for those in groups.values()}.values()
    made = sorted((tuple(sorted(those, key=_first)) for those in distinct), key=_first_of_all)
    for plans in made:
        for before, after in pairwise(plans):
            if after.territoire.entete.debut <= before.territoire.entete.fin:
                raise CountedTwice(before, after)
    return made


def in_force(plans: tuple[Dossier, ...], day: date) -> Dossier:
    """The plan of a territory that counts: the last that has begun, else the next to begin.

    Args:
        plans: its plans, one after the other, by their first day.
        day: the day of the report.
    """
    return next((one for one in reversed(plans) if one.territoire.entete.debut <= day), plans[0])


def _keys(one: Dossier) -> Iterator[tuple[str, str]]:
    """What a plan has in common with another of its territory."""
    entete = one.territoire.entete
    places = [f"caf {_NOT_THE_PLACE.sub('', fold(entete.caf))}"] if entete.caf else [_NO_CAF]
    if entete.departement:
        places.append(f"departement {fold(entete.departement)}")
    names = [f"nom {fold(entete.territoire)}"]
    if one.sigle:
        names.append(f"sigle {fold(one.sigle)}")
    return ((name, place) for name in names for place in places)


def _first(one: Dossier) -> tuple[date, str]:
    return one.territoire.entete.debut, one.territoire.fichier


def _first_of_all(plans: tuple[Dossier, ...]) -> tuple[date, str]:
    return _first(plans[0])
