"""Where a wheel has the built-in templates compiled.

Compiling takes Jinja longer than all the rest of a report of one plan. A checkout has nothing compiled.
"""

from __future__ import annotations

from pathlib import Path

from jinja2.bccache import bc_version

#: One folder a format: what one generation of Jinja compiles, another may not run.
COMPILED = Path(__file__).parents[2] / "compiled" / f"jinja-{bc_version}"
