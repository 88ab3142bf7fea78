"""Texts that differ only because what they refer to has another number."""

from __future__ import annotations

import re

from ctgkit.versions.changes import Json

#: `1.2`, whole.
_DOTTED = re.compile(r"(?<![\w.,])\d+(?:\.\d+)+(?![\w]|[.,]\d)", re.ASCII)
#: What stands before the number of a fiche or section that a text refers to.
_REFERENCE = re.compile(
    r"\b(?:fiches?|actions?|objectifs?)\s+(?:n\s?[°º]\s*)?(?:\d+(?:\.\d+)+\s*(?:,|et|ou|à)\s*)*$",
    re.IGNORECASE,
)
#: How far back that is looked for.
_LEAD = 120


def renumbered_references(before: Json, after: Json) -> set[tuple[Json, Json]]:
    """The old and new numbers of two texts that differ only in references; else nothing."""
    if not isinstance(before, str) or not isinstance(after, str):
        return set()
    parts_old, parts_new = _DOTTED.split(before), _DOTTED.split(after)
    numbers_old, numbers_new = _DOTTED.findall(before), _DOTTED.findall(after)
    if parts_old != parts_new:
        return set()
    found: set[tuple[Json, Json]] = set()
    done = ""
    for part, old, new in zip(parts_old, numbers_old, numbers_new, strict=False):
        done += part
        if old != new:
            # A number that follows no such word is a quantity: it is never explained away.
            if not _REFERENCE.search(done[-_LEAD:]):
                return set()
            found.add((old, new))
        done += old
    return found
