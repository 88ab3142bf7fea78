"""`full`: each finding with the line that it is about."""

from __future__ import annotations

from ctgkit.outputs.format import Format

FORMAT = Format(
    name="full",
    rank=4,
    told="chaque constat avec sa ligne",
    kinds=("findings",),
    suffixes=(".txt",),
    synonyms=("complet",),
    starts=r"\A(?:.*:\d+:\d+:(?:\x1b\[0m)? (?:\x1b\[[\d;]*m)?CTG\d|\d[\d\u202f]* plans?, )",
    streamed=True,
)
