"""Which documents there are, of any command, and the sections of each: users choose, name and reword them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from ctgkit.reports.document import documents

#: The documents, each a page in the folder of its name: those of `ctg report`, and those of `ctg diff`.
DOCUMENTS = (*documents(), "avenant", "diff")


def sections_of(kind: str) -> Mapping[str, str]:
    """The sections that a document may have, in order, and their titles; no title where the plan words it."""
    found: Mapping[str, str] = import_module(f"ctgkit.reports.{kind}.page").SECTIONS
    return found
