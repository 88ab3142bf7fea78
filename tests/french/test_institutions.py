"""The articles of institutions."""

import pytest

from ctgkit.french import institutions
from ctgkit.french.numbers import letters


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Communauté de communes de la Vallée Imaginaire", ("f", False)),
        ("CAF de la Vendée", ("f", False)),
        ("Association Familles d'Exemple", ("f", True)),
        ("Département de la Haute-Fiction", ("m", False)),
        ("État", ("m", True)),
        ("Établissement public", ("m", True)),
        ("Les Petits Exemples", (None, False)),
        ("", (None, False)),
    ],
)
def test_the_first_word_tells_the_gender_and_the_elision(
    written: str, expected: tuple[str | None, bool]
) -> None:
    assert institutions.name(written) == expected


@pytest.mark.parametrize(
    ("kind", "place", "expected"),
    [
        ("commune", "Ille", "commune d'Ille"),
        ("commune", "Hyères", "commune d'Hyères"),
        ("Ville", "Vertou", "Ville de Vertou"),
        ("commune", "Le Mans", "commune du Mans"),
        ("commune", "Les Herbiers", "commune des Herbiers"),
        ("commune", "La Rochelle", "commune de La Rochelle"),
        ("commune", "L'Isle-d'Abeau", "commune de L'Isle-d'Abeau"),
        ("communauté de communes", "Fier et Usses", "communauté de communes Fier et Usses"),
        ("communauté de communes", "Communauté de communes du Bocage", "Communauté de communes du Bocage"),
        (None, "Ille", "Ille"),
    ],
)
def test_an_institution_is_named_by_what_it_is_and_where(kind: str | None, place: str, expected: str) -> None:
    assert institutions.named(kind, place) == expected


def test_numbers_are_in_letters_as_long_as_they_are_one_word() -> None:
    assert [letters(number) for number in (0, 1, 2, 16, 17, 1200)] == [
        "zéro",
        "un",
        "deux",
        "seize",
        "17",
        "1\u202f200",
    ]
    assert letters(1, feminine=True) == "une"
    assert letters(2, feminine=True) == "deux"
