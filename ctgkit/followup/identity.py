"""What a thing of a plan is known by in the calendar of whoever subscribed, whatever is corrected in it.

A fiche that has an `id` is known by it: nothing else of it counts, and no rewording changes its name. Without
one, it is known by what it says under its headings, and neither by its title, its number nor its place: of
the runs of three words that it has, one is drawn, always the same (the least, once hashed). Of a fiche that
says too little for that, a word of its title is drawn likewise. Words count without what corrections mostly
change: accents, vowels, doubled letters, the end of a plural. Only another word in the place of one of the
three makes another name. Its steps are known likewise, inside it, and its phrases by their rank.

The plan itself is known by the year in which it starts and the words of the territory's name that are its
own, so that the name may be said in full; where several territories sign, by the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from ctgkit.french.institutions import proper
from ctgkit.french.nearest import fold
from ctgkit.plan.plan import noms_de
from ctgkit.plan.rubriques import INTITULES, PARTIES
from ctgkit.plan.texte import Point

if TYPE_CHECKING:
    from ctgkit.plan import Etape, Fiche, Plan
    from ctgkit.plan.action import Contenu

_WORD = re.compile(r"\w+")
_MUTE, _DOUBLED = re.compile(r"[aeiouyh_]"), re.compile(r"([^\W\d])\1+")
#: How many words are drawn together, and from how many such runs; from how many letters a word counts.
_RUN, _ENOUGH, _LONG = 3, 24, 3


class Names:
    """Names for what a plan puts in a calendar; two things that have the same are told apart."""

    def __init__(self, plan: Plan) -> None:
        own = proper(noms_de(plan.territoire)[0])
        self._plan = (" ".join(map(_heard, own)), str(plan.periode.debut.year))
        self._seen: dict[tuple[str, ...], int] = {}

    def of(self, *names: str) -> tuple[str, ...]:
        """What identifies a thing of the plan that has these names."""
        rank = self._seen[names] = self._seen.get(names, -1) + 1
        return (*self._plan, *names, str(rank))

    def of_fiche(self, fiche: Fiche) -> tuple[str, ...]:
        """What identifies a fiche."""
        own = fiche.action.id
        return self.of("fiche", _known_by(fiche.action)) if own is None else self.of("id", own)

    def of_step(self, fiche: tuple[str, ...], etape: Etape) -> tuple[str, ...]:
        """What identifies a step of the fiche that these names identify."""
        own = ("etape", _known_by(etape)) if etape.id is None else ("id", etape.id)
        names = (*fiche, *own)
        rank = self._seen[names] = self._seen.get(names, -1) + 1
        return (*names, str(rank))


def hashed(parts: Iterable[str]) -> str:
    """A name as calendars have it: short, and of no special character."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _known_by(part: Contenu) -> str:
    runs = set(_runs(part))
    if len(runs) < _ENOUGH:
        words = _words(part.titre) or [part.titre]
        runs = {(word,) for word in words if len(word) >= _LONG} or {(word,) for word in words}
    return min(map(hashed, runs))


def _runs(part: Contenu) -> Iterator[tuple[str, ...]]:
    """The runs of words under the headings of a fiche or a step, without its steps and its money."""
    for key in INTITULES:
        for text in _texts(getattr(part, key)) if key not in PARTIES else ():
            words = _words(text)
            yield from zip(*(words[start:] for start in range(_RUN)), strict=False)


def _words(text: str) -> list[str]:
    return list(map(_heard, _WORD.findall(fold(text))))


def _heard(word: str) -> str:
    """What of a folded word hardly any correction changes: its consonants, each once; its figures."""
    consonants = _DOUBLED.sub(r"\1", _MUTE.sub("", word)).rstrip("s")
    return consonants or word[:1]


def _texts(points: Iterable[object]) -> Iterator[str]:
    for one in points:
        if isinstance(one, Point):
            yield one.texte
            yield from _texts(one.points)
