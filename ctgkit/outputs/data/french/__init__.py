"""What every name of a view is, in French: for who writes a template, and for who reads the JSON.

A test tells which classes, names and codes have no sentence yet, and which sentences are of none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctgkit.outputs.data.french.calendar import CALENDAR
from ctgkit.outputs.data.french.codes import CODES
from ctgkit.outputs.data.french.copil import COPIL
from ctgkit.outputs.data.french.described import Codes, Described
from ctgkit.outputs.data.french.document import DOCUMENT
from ctgkit.outputs.data.french.state import STATE
from ctgkit.outputs.data.french.territoires import TERRITOIRES
from ctgkit.plan.base import Element
from ctgkit.vocabulary import argent, calendrier, indicateur, nature, statut, suivi
from ctgkit.vocabulary.terme import Terme

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CODES", "DESCRIBED", "LISTES", "Codes", "Described", "codes_of", "of_terme", "told_of"]

#: Each class of the views.
DESCRIBED: Mapping[type, Described] = {**COPIL, **TERRITOIRES, **DOCUMENT, **STATE, **CALENDAR}

#: What the model says to who writes a plan, and is of no use to who reads one.
_FOR_WRITERS = re.compile(r", AAAA-MM-JJ(?=\.)| \(suivi : hors contrat\)")


def of_terme(liste: type[Terme]) -> Codes:
    """What is told of a closed list: its members say it."""
    return Codes(*liste.__noun__, {one.value: one.facts.meaning for one in liste})


#: The closed lists that views hold: their members, or their words alone.
LISTES: tuple[type[Terme], ...] = tuple(
    one
    for module in (argent, calendrier, indicateur, nature, statut, suivi)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Terme) and one.__noun__ != ("", "")
)
_BY_WORDS = {tuple(one.meanings): one for one in (*map(of_terme, LISTES), *CODES)}


def told_of(part: type, name: str) -> str:
    """What a name of a class of a view is, in a sentence.

    Raises:
        KeyError: if nobody has described it.
    """
    if issubclass(part, Element) and name in part.model_fields:
        return _FOR_WRITERS.sub("", part.model_fields[name].description or "")
    return DESCRIBED[part].names[name]


def codes_of(words: tuple[str, ...]) -> Codes:
    """What is told of a list of codes, given whole and in order.

    Raises:
        KeyError: if nobody has described it.
    """
    return _BY_WORDS[words]
