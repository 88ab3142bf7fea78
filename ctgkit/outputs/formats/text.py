"""`text`: lines for a terminal, of which each command has its own."""

from __future__ import annotations

from ctgkit.outputs.format import Format

FORMAT = Format(
    name="text",
    rank=1,
    told="des lignes pour le terminal",
    kinds=("status", "calendar", "diff", "rule"),
    suffixes=(".txt",),
    synonyms=("texte",),
    starts=r"\A(?:État au \d|Calendrier au \d|Ce qui change entre deux versions)",
    streamed=True,
)
