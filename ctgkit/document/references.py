"""Cross-references between fiches, as documents word them: "(voir fiches actions 1.1 et 2.1)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ctgkit.document.view import Segment

_NUMBER = r"\d+(?:\.\d+)*"
_REFERENCE = re.compile(
    rf"(?:\bfiches?[\s-]+actions?|\b(?:voir|cf\.?)\s+(?:les?\s+|l['’]\s*)?(?:actions?|fiches?))"
    rf"\s+(?:n[°o]\s*)?{_NUMBER}(?:\s*(?:,|;|/|&|\bet\b|\bou\b|\bà\b)\s*(?:n[°o]\s*)?{_NUMBER})*",
    re.IGNORECASE,
)
_ONE = re.compile(_NUMBER)
_NOUN = re.compile(r"fiche|action", re.IGNORECASE)


def segments(texte: str, resolve: Callable[[str], str | None]) -> tuple[Segment, ...]:
    """`texte` cut where it refers to a fiche.

    Args:
        texte: any text of the plan.
        resolve: the anchor of the fiche with that number, or `None` where there is none or more
            than one.

    Returns:
        Segments whose texts, joined, are `texte`. A link covers the words "fiche action" before
        the first number, so that it reads on its own.
    """
    cut: list[Segment] = []
    done = 0
    for phrase in _REFERENCE.finditer(texte):
        for rank, one in enumerate(_ONE.finditer(phrase[0])):
            anchor = resolve(one[0])
            if anchor is None:
                continue
            lead = _NOUN.search(phrase[0]) if rank == 0 else None
            start = phrase.start() + (lead.start() if lead else one.start())
            end = phrase.start() + one.end()
            if start > done:
                cut.append(Segment(texte[done:start]))
            cut.append(Segment(texte[start:end], anchor))
            done = end
    if done < len(texte) or not cut:
        cut.append(Segment(texte[done:]))
    return tuple(cut)
