"""A step is called as the plan calls it, wherever something is written of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command import ctg, plan

STEPS = """\
        etapes:
          - titre: Former
            pilotes: Le relais
            calendrier: 2025
            bilan:
              - date: 2026-01-15
                resultats: Dix agents
          - titre: Loger
            calendrier: Chaque année"""
DAY = ("--date", "2026-02-01")


@pytest.mark.parametrize(
    "words",
    [
        ["show", "p.yaml", "1.1"],
        ["status", "p.yaml", *DAY],
        ["calendar", "p.yaml", *DAY],
        ["calendar", "p.yaml", "--format", "md", *DAY],
        ["calendar", "p.yaml", "--format", "ics"],
        ["report", "p.yaml", "--format", "md", "-o", "-", "--since", "2025-06-01", *DAY],
        ["report", "p.yaml", "--kind", "plan", "--format", "md", "-o", "-", *DAY],
        ["report", "p.yaml", "--kind", "pilote", "--pilote", "Le relais", "--format", "md", "-o", "-", *DAY],
        ["diff", "avant.yaml", "p.yaml"],
        ["track", "p.yaml", "1.1:1", "--note", "Vu", "--diff", *DAY],
    ],
    ids=" ".join,
)
def test_no_step_is_called_otherwise(tmp_path: Path, words: list[str]) -> None:
    called = plan(suite=STEPS).replace("periode:", "vocabulaire:\n  etape: Opération\nperiode:", 1)
    (tmp_path / "p.yaml").write_text(called, encoding="utf-8")
    (tmp_path / "avant.yaml").write_text(
        called.replace("calendrier: 2025", "calendrier: 2026"), encoding="utf-8"
    )
    done = ctg(*words, cwd=tmp_path)
    assert done.status == 0
    said = done.out + done.err
    assert "Former" in said or "Vu" in said
    assert re.findall(r"\bétapes?\b", said, re.IGNORECASE) == []
