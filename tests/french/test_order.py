"""Names as people sort them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ctgkit.french.order import sorting


def test_numbers_in_names_count_by_their_value_and_accents_and_signs_do_not() -> None:
    names = [
        "Pays Long 10",
        "Pays-Long 2",
        "Œuvre",
        "Pays Long",
        "Écueil",
        "1001 Étangs",
        "Zone",
        "pays long 2",
    ]
    assert sorted(names, key=sorting) == [
        "1001 Étangs",
        "Écueil",
        "Œuvre",
        "Pays Long",
        "Pays-Long 2",
        "pays long 2",
        "Pays Long 10",
        "Zone",
    ]


@given(st.lists(st.text("aé 12-²", max_size=6), max_size=6))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    assert len(sorted(names, key=sorting)) == len(names)
