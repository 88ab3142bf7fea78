"""What the templates of HTML ask of blocks."""

from __future__ import annotations

from collections.abc import Mapping

from ctgkit.outputs.grid import bodies, placed
from ctgkit.outputs.html.charts import axis, bar, curve, stretches
from ctgkit.outputs.lines import linked
from ctgkit.outputs.outline import rank_below
from ctgkit.page.blocks import nature
from ctgkit.vocabulary.teintes import SHADES

#: The functions, by the names that templates give them; and the shades.
FUNCTIONS: Mapping[str, object] = {
    "axis": axis,
    "bar_parts": bar,
    "bodies": bodies,
    "curve_points": curve,
    "linked": linked,
    "nature": nature,
    "placed": placed,
    "rank_below": rank_below,
    "shades": SHADES,
    "stretches": stretches,
}
