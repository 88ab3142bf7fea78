"""Titles that say the same, however they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.lint.facts.writing import folded_words

if TYPE_CHECKING:
    from ctgkit.plan import Fiche, Section
    from ctgkit.plan.reading.nodes import Path


def repeated_section(fiche: Fiche) -> Path | None:
    """The path of the title, of a section above a fiche, that the fiche has for its own.

    The nearest section comes first; both its wordings count. A section that holds no other fiche is
    that fiche: one name is all there is to give.
    """
    title = folded_words(fiche.action.titre)
    if not title:
        return None
    path = fiche.lieu
    for section in reversed(fiche.sections):
        if _fiches(section) == 1:
            path = path[:-2]
            continue
        for name in ("titre", "intitule"):
            written = getattr(section, name)
            if written and folded_words(written) == title:
                return (*path, name)
        path = path[:-2]
    return None


def _fiches(section: Section) -> int:
    """How many fiches stand under a section, at any depth."""
    return len(section.actions) + sum(map(_fiches, section.objectifs))
