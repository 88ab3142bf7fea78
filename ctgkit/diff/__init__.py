"""What changed between two versions of a plan, as data. Nothing here words it for anybody."""

from ctgkit.diff.applying import apply
from ctgkit.diff.breaches import Breach, breaches
from ctgkit.diff.changes import Change, Comparison, Correspondance, Edit, Run, Side, mirrored
from ctgkit.diff.comparing import compare

__all__ = [
    "Breach",
    "Change",
    "Comparison",
    "Correspondance",
    "Edit",
    "Run",
    "Side",
    "apply",
    "breaches",
    "compare",
    "mirrored",
]
