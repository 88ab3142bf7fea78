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

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CODES", "DESCRIBED", "Codes", "Described", "codes_of", "told_of"]

#: Each class of the views.
DESCRIBED: Mapping[type, Described] = {**COPIL, **TERRITOIRES, **DOCUMENT, **STATE, **CALENDAR}

#: What the model says to who writes a plan, and is of no use to who reads one.
_FOR_WRITERS = re.compile(r", AAAA-MM-JJ(?=\.)| \(suivi : hors contrat\)")
_BY_WORDS = {tuple(one.meanings): one for one in CODES}


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
