"""What a report says of deadlines that passed in a plan that nobody follows, and of news without a note."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ctgkit.reports.copil.facts import copil
from ctgkit.reports.copil.page import page
from tests.reports.fiches.plans import minimal
from tests.reports.pages import said

DAY = date(2024, 6, 30)


def shown(name: str, *actions: dict[str, Any], day: date = DAY) -> list[str]:
    """What a section says of a plan of a few fiches."""
    numbered = [
        {"numero": str(n), "titre": f"T{n}", "pilotes": "X", **one} for n, one in enumerate(actions, 1)
    ]
    return said(page(copil(minimal({"id": "a", "titre": "A", "actions": numbered}), day)), name)


def test_deadlines_that_passed_are_named_by_date_where_nobody_follows_the_plan() -> None:
    """« Janvier 2024 » ends before a fiche to begin by the end of March 2024; 2026 is to come."""
    lines = shown(
        "passees",
        {"calendrier": "De mars 2024 à 2026"},
        {"calendrier": "Janvier 2024"},
        {"calendrier": "2026"},
    )
    assert lines == [
        "Le 31 janvier 2024 au plus tard, Terme, 2 T2",
        "Le 31 mars 2024 au plus tard, Démarrage, 1 T1",
    ]
    remembered = shown("a-retenir", {"calendrier": "Janvier 2024"}, {"calendrier": "Janvier 2024"})
    assert "2 échéances sont passées, et rien ne dit si elles ont été tenues." in remembered
    assert "Une échéance est passée, et rien ne dit si elle a été tenue." in shown(
        "a-retenir", {"calendrier": "Janvier 2024"}
    )


@pytest.mark.parametrize(
    ("suivi", "told"),
    [
        ({"date": "2024-03-02", "statut": "abandonnée"}, "Abandonnée le 2 mars 2024"),
        ({"date": "2024-03-01", "statut": "en cours"}, "En cours depuis le 1er mars 2024"),
        ({"date": "2024-03-02", "avancement": 40}, "Dernières nouvelles le 2 mars 2024, sans note"),
    ],
)
def test_an_action_whose_journal_has_an_entry_is_never_without_anything_noted(
    suivi: dict[str, Any], told: str
) -> None:
    (line,) = [one for one in shown("etat", {"suivi": [suivi]}) if "1 T1" in one]
    assert told in line
    assert "Rien de noté" not in line
