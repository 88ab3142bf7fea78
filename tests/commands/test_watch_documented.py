"""The session that docs/commandes.md tells of, had at a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.terminal import INTERRUPT, at_terminal

pytestmark = pytest.mark.process

_BLOCK = re.compile(r"^```text\n\$ ctg (report plan\.yaml --watch .*)\n((?:.*\n)*?)```$", re.MULTILINE)
_TIME = re.compile(r"^\d\d:\d\d:\d\d : ", re.MULTILINE)
_PORT = re.compile(r"(?<=http://127\.0\.0\.1:)\d+")


def alike(screen: str) -> str:
    """A session without what differs from one to the next: the time of the day, and the port."""
    return _PORT.sub("43817", _TIME.sub("14:00:00 : ", screen))


def test_the_session_of_the_documentation_is_what_happens(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    text = (ROOT / "docs" / "exemple" / "plan.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")

    def saved(old: str, new: str) -> Callable[[], str]:
        def save() -> str:
            nonlocal text
            assert old in text
            text = text.replace(old, new, 1)
            path.write_text(text, encoding="utf-8")
            return ""

        return save

    block = _BLOCK.search((ROOT / "docs" / "commandes.md").read_text(encoding="utf-8"))
    assert block is not None
    typed = at_terminal(
        block[1].split(),
        [
            ("est écrit\n", saved("statut: en cours", "statut: en pause")),
            ("est réécrit\n", saved("statut: en pause", "statut: en paus")),
            ("reste tel qu'il était\n", saved("statut: en paus", "statut: en pause")),
            ("reste le même\n", INTERRUPT),
        ],
        tmp_path,
    )
    assert typed.status == 0
    assert alike(typed.screen) == alike(block[2])
