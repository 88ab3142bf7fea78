"""The sections that each document may have: their names, in order, and their titles."""

from __future__ import annotations

from collections.abc import Mapping

from ctgkit.vocabulary.rapport import Rapport

#: The documents whose sections can be chosen, and where each declares them.
_PAGES = {kind.value: f"ctgkit.reports.{kind}.page" for kind in Rapport}


def sections_of(kind: str) -> Mapping[str, str] | None:
    """The sections of a document; no title where the plan words it. `None` if they cannot be chosen."""
    from importlib import import_module  # noqa: PLC0415  (of one document only, and only where one asks)

    if kind not in _PAGES:
        return None
    found: Mapping[str, str] = import_module(_PAGES[kind]).SECTIONS
    return found
