"""Nouns that agree, as a French reader expects them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ctgkit.french.units import agreed, plural_of


@pytest.mark.parametrize(
    ("number", "form"),
    [("0", "place"), ("1", "place"), ("1.5", "place"), ("-1", "place"), ("2", "places"), ("-2", "places")],
)
def test_french_is_singular_below_two(number: str, form: str) -> None:
    assert agreed("places", Decimal(number)) == form


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("assistants maternels agréés", "assistant maternel agréé"),
        ("places d'accueil", "place d'accueil"),
        ("enfants de moins de trois ans", "enfant de moins de trois ans"),
        ("jours par an", "jour par an"),
        ("dossiers traités dans l'année", "dossier traité dans l'année"),
        ("travailleurs sociaux", "travailleur social"),
        ("lieux", "lieu"),
        ("bureaux ouverts", "bureau ouvert"),
        ("ans", "an"),
    ],
)
def test_the_noun_and_its_adjectives_agree_and_nothing_after_them(unit: str, one: str) -> None:
    assert agreed(unit, Decimal(1)) == one


@pytest.mark.parametrize(
    "unit", ["mois", "repas", "avis", "%", "€", "m²", "ETP", "ETPs", "km", "rendez-vous", "enfant", ""]
)
def test_what_has_no_mark_of_the_plural_is_left_alone(unit: str) -> None:
    assert agreed(unit, Decimal(0)) == unit
    assert agreed(unit, Decimal(12)) == unit


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("axe", "axes"),
        ("thématique", "thématiques"),
        ("enjeu", "enjeux"),
        ("niveau", "niveaux"),
        ("axe stratégique", "axes stratégiques"),
        ("objectif général", "objectifs généraux"),
        ("axe de travail", "axes de travail"),
        ("champ d'intervention", "champs d'intervention"),
        ("axe CTG", "axes CTG"),
        ("cas", "cas"),
        ("", ""),
    ],
)
def test_a_name_of_a_level_has_a_plural(one: str, many: str) -> None:
    assert plural_of(one) == many
