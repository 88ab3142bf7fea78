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
        ("La Caf", (None, False)),
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


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("La commune d'Ille", "commune d'Ille"),
        ("L'association Familles d'Exemple", "association Familles d'Exemple"),
        ("L’État", "État"),
        ("le Département", "Département"),
        ("La Rochelle", "La Rochelle"),
        ("L'Île-d'Yeu", "L'Île-d'Yeu"),
        ("Lavoisier", "Lavoisier"),
    ],
)
def test_an_institution_is_named_without_the_article_that_a_sentence_gives_it(
    written: str, expected: str
) -> None:
    assert institutions.bare(written) == expected


@pytest.mark.parametrize(
    ("nom", "label"),
    [
        ("Caf de l'Ain", "Caisse d'allocations familiales"),
        ("CAF", "Caisse d'allocations familiales"),
        ("La Caf de l'Ain", "Caisse d'allocations familiales"),
        ("Caisse d'allocations familiales de l'Ain", "Caf"),
        (None, "Caf"),
    ],
)
def test_a_caf_is_not_introduced_by_the_word_that_its_name_starts_with(nom: str | None, label: str) -> None:
    assert institutions.caf_label(nom) == label


@pytest.mark.parametrize("commune", ["Commune d'Ille", "La commune d'Ille", "la Ville du Mans"])
def test_a_commune_is_known_with_its_article_too(commune: str) -> None:
    assert institutions.is_commune(commune)


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
