"""The fiches that texts refer to, as the document links them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.plan.adresses import axe_de
from ctgkit.plan.references import Numeros, Reference, references
from ctgkit.plan.suivi import est_suivi

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.plan import Fiche
    from ctgkit.plan.reading.nodes import Path


#: What every reference has; it rules out most texts at once.
_MAY_REFER = re.compile(r"fiche|action|(?-i:FA)|(?-i:[A-Z])\d|(?-i:[A-Z])[.‑-]\d", re.IGNORECASE)


class Mention(NamedTuple):
    """A number in a text, and the fiches that it may mean."""

    path: Path
    text: str
    reference: Reference
    fiches: list[Fiche]


def mentions(context: Context) -> Iterator[Mention]:
    """Every reference to a fiche, in the order of the texts of the contract.

    What follow-up says was true when it was written, of fiches that an avenant may have removed.
    """
    numeros = Numeros(context.fiches)
    for path, text in context.numbered:
        if not est_suivi(path) and path[-1] != "numero" and _MAY_REFER.search(text):
            axe = axe_de(path)
            for reference in filter(numeros.looks_like_one, references(text)):
                yield Mention(path, text, reference, numeros.meant(reference.numero, axe))
