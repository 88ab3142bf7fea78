"""A line of a block that goes on with the one above, though each is a point (CTG414)."""

import pytest

from tests.lint.spots import words

TWO = "  Le territoire compte\n  peu de places\n"


@pytest.mark.parametrize(
    ("piece", "told"),
    [
        (f"constats: |\n{TWO}  Un autre\n", ["peu de places"]),
        (f"constats: |\n{TWO}  élus et agents\n", ["peu de places", "élus et agents"]),
        ("constats:\n  - |\n    Les familles\n    du bourg\n", ["du bourg"]),
        ("rubriques:\n  Lieu: |\n    Rennes\n    et Vitré\n", ["et Vitré"]),
        ("pilotes: |\n  Communauté de communes\n  du Val de Brume\n", ["du Val de Brume"]),
    ],
)
def test_a_line_in_lower_case_is_told(piece: str, told: list[str]) -> None:
    assert words("CTG414", piece) == told


@pytest.mark.parametrize(
    "piece",
    [
        f"constats: |\n{TWO}\n  Un autre\n",  # paragraphs
        "constats: |\n  • Le territoire\n    compte peu de places\n  • Un autre\n",
        f"constats: >\n{TWO}",
        "constats: |\n  accueil\n  formation\n",  # a list in lower case
        "constats: |\n  Trois besoins :\n  un lieu ;\n  un animateur.\n",
        "constats: |\n  Un besoin\n  Un autre\n",
        "suivi:\n  - date: 2025-03-01\n    note: |\n      Une note\n      sur deux lignes\n",
    ],
)
def test_other_lines_are_not(piece: str) -> None:
    assert words("CTG414", piece) == []
