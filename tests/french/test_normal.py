"""The one form of texts that differ by their typography only (FORMAT.md, "Typography is no change")."""

import pytest

from ctgkit.french.normal import normal

SAME = [
    ("l'école", "l\u2019école"),
    ("Accueil\u00a0: horaires", "Accueil: horaires"),
    ("Accueil : horaires", "Accueil  : horaires"),
    ("quoi\u202f?", "quoi?"),
    ("12\u00a0500 €", "12\u202f500 €"),
    ("«\u00a0Lieu\u00a0»", '"Lieu"'),
    ("«Lieu»", "\u201cLieu\u201d"),
    ("e\u0301te\u0301", "été"),
    ("cœur, œuvre, ex æquo", "coeur, oeuvre, ex aequo"),
    ("Œuvrer", "Oeuvrer"),
    ("ŒUVRE", "OEUVRE"),
    ("\ufb01nancer le \ufb02ux", "financer le flux"),
    ("rendez\u2011vous", "rendez-vous"),
    ("rendez\u2010vous", "rendez-vous"),
    ("par\u00adte\u200bnaires", "partenaires"),
    ("un\r\ndeux", "un\ndeux"),
    ("un\ndeux", "un deux"),
    ("etc...", "etc…"),
    ("\ufeffUn texte ", "Un texte"),
]
OTHER = [
    ("1 5", "15"),
    ("12 500", "12500"),
    ("1,5", "1.5"),
    ("10²", "102"),
    ("½", "1/2"),
    ("grand-parent", "grandparent"),
    ("grand-parent", "grand parent"),
    ("Lieu", "«\u00a0Lieu\u00a0»"),
    ("2024 – 2025", "2024 - 2025"),
    ("Caf", "CAF"),
    ("a (b)", "a(b)"),
    ("un, deux", "un deux"),
    ("élève", "eleve"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typography_alone_changes_nothing(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_anything_else_says_something_else(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize("text", sorted({text for pair in (*SAME, *OTHER) for text in pair}))
def test_the_form_of_a_form_is_itself(text: str) -> None:
    assert normal(normal(text)) == normal(text)
