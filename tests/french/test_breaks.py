"""A number and its noun."""

from __future__ import annotations

from ctgkit.french.breaks import counted


def test_a_number_stays_with_its_noun() -> None:
    assert counted(1, "bloquée") == "1\u00a0bloquée"
    assert counted(12_500, "fiche est", "fiches sont") == "12\u202f500\u00a0fiches sont"
