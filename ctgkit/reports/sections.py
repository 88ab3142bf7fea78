"""The sections that each document may have: their names, in order, and their titles."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from ctgkit.vocabulary.rapport import Rapport

#: The documents, each a page in the folder of its name.
DOCUMENTS = (*(one.value for one in Rapport), "avenant", "diff")


def sections_of(kind: str) -> Mapping[str, str]:
    """The sections of a document; no title where the plan words it."""
    found: Mapping[str, str] = import_module(f"ctgkit.reports.{kind}.page").SECTIONS
    return found
