"""`csv`: a table for a spreadsheet, of which each command has its own."""

from __future__ import annotations

from ctgkit.outputs.format import Format

FORMAT = Format(
    name="csv",
    rank=7,
    told="un tableau",
    kinds=("status", "calendar"),
    suffixes=(".csv",),
    synonyms=("tableau",),
    starts="\\A\ufeff(?:(?:axe|pilote|groupe|année);adresse;titre;|plan;territoire;(?:fiches|quoi);)",
)
