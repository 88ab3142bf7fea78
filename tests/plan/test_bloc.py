"""Blocks of lines where points belong: what FORMAT.md says of each, on lists as people paste them."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import Any

import pytest

from ctgkit.plan import Point
from tests.conftest import SHARED
from tests.plan.reading.plans import fiche, plan, with_lines

#: The lines of a block, and its points: a text, or a text and its sub-points.
BLOCKS: list[tuple[str, list[Any]]] = [
    ("Une salle\nUn véhicule", ["Une salle", "Un véhicule"]),
    ("- Une salle\n- Un véhicule", ["Une salle", "Un véhicule"]),
    ("-Une salle\n-Un véhicule", ["Une salle", "Un véhicule"]),
    ("● Une salle\n● Un véhicule", ["Une salle", "Un véhicule"]),
    ("o Une salle\no Un véhicule", ["Une salle", "Un véhicule"]),
    ("1. Une salle\n2. Un véhicule", ["Une salle", "Un véhicule"]),
    ("a) Une salle\nb) Un véhicule", ["Une salle", "Un véhicule"]),
    # A number that is not the rank of its line is a word of it.
    ("4. Une salle\n5. Un véhicule", ["4. Une salle", "5. Un véhicule"]),
    ("2025 : une salle\n2026 : un véhicule", ["2025 : une salle", "2026 : un véhicule"]),
    # Lines without a bullet go on with the point above.
    ("- Une salle\nde 40 m²\n- Un véhicule", ["Une salle de 40 m²", "Un véhicule"]),
    ("• Une salle\n  de 40 m²\n\n• Un véhicule", ["Une salle de 40 m²", "Un véhicule"]),
    # Deeper ones, and those under a colon, are sub-points.
    (
        "- Une salle\n  - à Brume\n  - à Val\n- Un véhicule",
        [("Une salle", "à Brume", "à Val"), "Un véhicule"],
    ),
    ("• Une salle\n    o à Brume\n• Un véhicule", [("Une salle", "à Brume"), "Un véhicule"]),
    ("Les moyens :\n- une salle\n- un véhicule", [("Les moyens :", "une salle", "un véhicule")]),
    ("• Les moyens :\n– une salle\n• Le coût", [("Les moyens :", "une salle"), "Le coût"]),
    (
        "Les forces :\n- les écoles\nLes faiblesses :\n- la distance\n- le coût",
        [("Les forces :", "les écoles"), ("Les faiblesses :", "la distance", "le coût")],
    ),
    ("- Les moyens :\n- une salle\n- un véhicule", [("Les moyens :", "une salle", "un véhicule")]),
    (
        "Les moyens :\n  une salle\n  un véhicule\nLe coût",
        [("Les moyens :", "une salle", "un véhicule"), "Le coût"],
    ),
    ("Les moyens\n- une salle\n- un véhicule", ["Les moyens", "une salle", "un véhicule"]),
    ("- une salle\n- un véhicule\n\nLe tout en 2025.", ["une salle", "un véhicule", "Le tout en 2025."]),
    # Without bullets, blank lines part the points.
    ("Une salle\nde 40 m²\n\nUn véhicule\nélectrique", ["Une salle de 40 m²", "Un véhicule électrique"]),
    # Prose whose lines start with a sign of punctuation is prose.
    ("Un lieu « passerelle »\n« ouvert »", ["Un lieu « passerelle »", "« ouvert »"]),
]


def said(points: tuple[Point, ...]) -> list[Any]:
    return [(point.texte, *said(point.points)) if point.points else point.texte for point in points]


def under(head: str, lines: str) -> str:
    return with_lines(head, *indent(lines, "  ").split("\n"))


@pytest.mark.parametrize(("lines", "expected"), BLOCKS, ids=[lines for lines, _ in BLOCKS])
@pytest.mark.parametrize("sign", ["|", "|-", "|+"])
def test_the_lines_of_a_block_are_the_points_they_look_like(
    lines: str, expected: list[Any], sign: str
) -> None:
    assert said(fiche(under(f"moyens: {sign}", lines)).moyens) == expected


def test_a_folded_text_is_one_point_a_paragraph() -> None:
    text = "Une salle\nde 40 m²\n\nUn véhicule\nélectrique"
    assert said(fiche(under("moyens: >", text)).moyens) == ["Une salle de 40 m²", "Un véhicule électrique"]
    assert said(fiche(under("moyens: >-", "- une salle\n- un véhicule")).moyens) == [
        "une salle",
        "un véhicule",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- |\n  Les moyens\n  - une salle\n  - un véhicule", [("Les moyens", "une salle", "un véhicule")]),
        ("- |\n  Les moyens :\n  - une salle", [("Les moyens :", "une salle")]),
        ("- |\n  Les moyens\n  une salle", [("Les moyens", "une salle")]),
        ("- |\n  Une salle\n- >\n  Un véhicule\n  électrique", ["Une salle", "Un véhicule électrique"]),
        # Nothing stands above its first bullet.
        ("- |\n  - une salle\n  - un véhicule\n- Fin", ["une salle", "un véhicule", "Fin"]),
        ("- Les moyens : |\n    une salle\n    un véhicule", [("Les moyens :", "une salle", "un véhicule")]),
        ("- Les moyens : |\n    une salle", ["Les moyens : une salle"]),
        ("- Les moyens : >\n    une salle\n    de 40 m²", ["Les moyens : une salle de 40 m²"]),
    ],
)
def test_under_a_dash_the_first_line_is_the_point(lines: str, expected: list[Any]) -> None:
    assert said(fiche(under("moyens:", lines)).moyens) == expected


def test_pilots_indicators_and_calendars_are_lines_too() -> None:
    text = dedent(
        """\
        pilotes: |
          Caf
          Communauté de communes
        indicateurs: |
          - Nombre d'enfants
          - Taux de satisfaction
        calendrier: |
          2024
          2025"""
    )
    made = fiche(with_lines(*text.split("\n")))
    assert [pilot.nom for pilot in made.pilotes] == ["Caf", "Communauté de communes"]
    assert [one.nom for one in made.indicateurs] == ["Nombre d'enfants", "Taux de satisfaction"]
    assert [one.texte for one in made.calendrier] == ["2024", "2025"]


def test_each_line_under_the_dash_of_a_pilot_is_a_pilot() -> None:
    made = fiche(under("pilotes:", "- |\n  Caf\n  Communauté de communes\n- Mairie"))
    assert [pilot.nom for pilot in made.pilotes] == ["Caf", "Communauté de communes", "Mairie"]


def test_a_single_text_keeps_its_lines() -> None:
    text = with_lines(
        "suivi:", "  - date: 2025-01-15", "    note: |", "      - une salle", "      - un véhicule"
    )
    assert fiche(text).suivi[0].note == "- une salle\n- un véhicule"


@pytest.mark.skipif(not (SHARED / "data/faults/bloc-colle.yaml").exists(), reason="needs ../shared")
def test_two_lines_are_two_pilots_and_two_indicators() -> None:
    text = (SHARED / "data/faults/bloc-colle.yaml").read_text(encoding="utf-8")
    made = plan(text).axes[0].actions[0]
    assert [pilot.nom for pilot in made.pilotes] == ["Caf", "Communauté de communes"]
    assert [one.nom for one in made.indicateurs] == ["Nombre d'enfants", "Taux de satisfaction"]
