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
