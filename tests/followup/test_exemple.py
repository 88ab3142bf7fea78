"""The invented territory: its README says, read by a person, where each action stands."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ctgkit.app.files.given import read_one
from ctgkit.followup import FicheState, state_of
from tests.conftest import ROOT

EXEMPLE = ROOT / "docs" / "exemple"
DAY = date(2026, 6, 30)
_CODES = {
    "en-retard": "en retard",
    "demarrage-en-retard": "démarrage en retard",
    "bloquee": "bloquée",
    "sans-nouvelles": "sans nouvelles",
    "sans-pilote": "sans pilote",
}
_ROW = re.compile(r"^\| (\d[\d.]*) \| (.*) \| (.*) \| (.*) \| (.*) \|$", re.MULTILINE)


def row(fiche: FicheState) -> tuple[str, ...]:
    """A fiche as the table has it."""
    return (
        fiche.adresse,
        fiche.statut or "non renseignée",
        "—" if fiche.avancement is None else f"{fiche.avancement} %",
        ", ".join(_CODES[alerte.code] for alerte in fiche.alertes) or "—",
        str(fiche.note.date) if fiche.note else "—",
    )


@pytest.mark.skipif(not EXEMPLE.is_dir(), reason="docs/exemple is not there yet")
def test_the_state_is_the_one_that_was_read_off_the_plan() -> None:
    expected = _ROW.findall((EXEMPLE / "README.md").read_text(encoding="utf-8"))
    plan = read_one(str(EXEMPLE / "plan.yaml")).plan
    assert plan is not None
    assert len(expected) == 15
    assert [row(fiche) for fiche in state_of(plan, DAY).fiches] == [
        tuple(cell.replace("\u00a0", " ") for cell in cells) for cells in expected
    ]
