"""`concise`: a line for each finding."""

from __future__ import annotations

from ctgkit.outputs.format import Format

FORMAT = Format(
    name="concise",
    rank=5,
    told="une ligne par constat",
    kinds=("findings",),
    synonyms=("concis",),
    starts=r"\A(?:.*:\d+:\d+:(?:\x1b\[0m)? (?:\x1b\[[\d;]*m)?CTG\d|\d[\d\u202f]* plans?, )",
    streamed=True,
)
