"""Spaces that a line may not end at."""

from __future__ import annotations

import pytest

from ctgkit.french.breaks import counted, unbroken


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Accueil : horaires", "Accueil_: horaires"),
        ("Pour qui ? Pour tous !", "Pour qui_? Pour tous_!"),
        ("a ; b", "a_; b"),
        ("le « Café » (dit « du port »).", "le «_Café_» (dit «_du port_»)."),
        ("85 000 € et 5 %", "85_000_€ et 5_%"),
        ("1 234 567 euros", "1_234_567 euros"),
        ("avenant n° 1", "avenant n°_1"),
        # Not punctuation, not one number, or nothing to do.
        ("un :mot: et :-)", "un :mot: et :-)"),
        ("en 2024 2025", "en 2024 2025"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("Accueil: horaires", "Accueil: horaires"),
        (" : seul", " : seul"),
        ("a  : b", "a  : b"),
    ],
)
def test_a_space_that_french_does_not_break_at_is_a_no_break_one(typed: str, printed: str) -> None:
    assert unbroken(typed) == printed.replace("_", "\u00a0")


def test_a_number_stays_with_its_noun() -> None:
    assert counted(1, "bloquée") == "1\u00a0bloquée"
    assert counted(12_500, "fiche est", "fiches sont") == "12\u202f500\u00a0fiches sont"
