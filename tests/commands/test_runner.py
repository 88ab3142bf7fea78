"""No text of a plan gives an order to the runner of a CI that prints what ctg says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command import ctg, plan
from tests.commands.repository import Repository

ORDER = "::error file=plan.yaml::Perdu"
OLD = plan(suite="        calendrier: 2025\n        pilotes: Le relais")
NEW = plan(
    titre=f"titre: '{ORDER}'",
    suite=f"        descriptif:\n          - '{ORDER}'\n          - \"{'mot ' * 30}{ORDER}\"\n"
    f"        pilotes: '{ORDER}'\n        calendrier: 2026\n",
)
#: What some commands tell the state of.
DAY = ("--date", "2026-03-01")
DATED = {"status", "calendar", "lint", "track"}


@pytest.mark.parametrize(
    "words",
    [
        ["show", "p.yaml"],
        ["show", "p.yaml", "1.1"],
        ["status", "p.yaml"],
        ["status", "p.yaml", "--by", "pilote"],
        ["calendar", "p.yaml"],
        ["diff", "v1:p.yaml", "p.yaml"],
        ["diff", "v1:p.yaml", "p.yaml", "--color", "always"],
        ["lint", "p.yaml"],
        ["track", "p.yaml", "1.1", "--note", ORDER, "--diff"],
        ["validate", "p.yaml", "--against", "v1"],
    ],
    ids=" ".join,
)
def test_no_line_is_an_order(tmp_path: Path, words: list[str]) -> None:
    made = Repository(tmp_path)
    made.write("p.yaml", OLD)
    made.commit("v1")
    made.write("p.yaml", NEW)
    done = (
        ctg(*words, "--date", "2026-03-01", cwd=tmp_path) if words[0] in DATED else ctg(*words, cwd=tmp_path)
    )
    assert done.status in {0, 1}
    assert "error" in done.out + done.err  # the plan's text is there
    for line in (done.out + done.err).splitlines():
        assert not re.sub(r"\x1b\[[0-9;]*m", "", line).lstrip().startswith("::")
