"""`github`: commands of GitHub's workflows, which show findings beside the lines they are about."""

from __future__ import annotations

from ctgkit.outputs.format import Format

FORMAT = Format(
    name="github",
    rank=9,
    told="les annotations de GitHub",
    kinds=("findings",),
    starts=r"\A::(?:error|warning|notice) title=CTG\d",
    streamed=True,
)
