"""Writers of a plan from outside: killed at any moment, several at once, beside an editor, among colleagues.

The suite tries some of each. `CTGKIT_HARM=1 pytest -m long tests/commands/test_harm.py` tries 300 kills, 200
races and 400 saves; another number draws other moments.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, missing

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(os.name == "nt", reason="signals, users and groups of POSIX"),
]

SEED = os.environ.get("CTGKIT_HARM", "")


def no_harm(scenario: str, folder: Path, times: int) -> None:
    """Runs a scenario of `tests.commands.writers`, which fails where something is lost."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.commands.writers", scenario, str(folder), str(times), SEED or "0"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("scenario", "times"), [("kills", 24), ("races", 12), ("editors", 24)])
def test_nothing_is_lost(scenario: str, times: int, tmp_path: Path) -> None:
    no_harm(scenario, tmp_path, times)


@pytest.mark.long
@pytest.mark.skipif(not SEED, reason="CTGKIT_HARM is not set")
@pytest.mark.parametrize(("scenario", "times"), [("kills", 300), ("races", 200), ("editors", 400)])
def test_nothing_is_lost_however_often(scenario: str, times: int, tmp_path: Path) -> None:
    no_harm(scenario, tmp_path, times)


def test_colleagues_of_a_team_keep_each_other_in() -> None:
    if os.geteuid():
        pytest.skip("only root becomes somebody else")
    if any(not folder.stat().st_mode & stat.S_IXOTH for folder in ROOT.parents):
        missing("a checkout that others may read")
    with tempfile.TemporaryDirectory() as folder:  # others get there, as they do not to that of pytest
        no_harm("colleagues", Path(folder), 1)
