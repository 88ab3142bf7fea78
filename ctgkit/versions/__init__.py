"""What changed between two versions of a plan, as data. Nothing here words it for anybody."""

from ctgkit.versions.applying import apply
from ctgkit.versions.breaches import Breach, breaches, by_avenant
from ctgkit.versions.changes import Change, Comparison, Correspondance, Edit, Run, Side, mirrored
from ctgkit.versions.comparing import compare

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
    "by_avenant",
    "compare",
    "mirrored",
]
