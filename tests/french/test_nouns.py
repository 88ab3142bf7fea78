"""What a document calls what is signed, with its gender and its articles."""

from __future__ import annotations

import copy
import pickle

import pytest

from ctgkit.french.nouns import Noun


@pytest.mark.parametrize(
    ("noun", "the", "of", "to"),
    [
        ("convention territoriale globale", "la convention", "de la convention", "à la convention"),
        ("contrat local de santé", "le contrat", "du contrat", "au contrat"),
        ("accord de territoire", "l'accord", "de l'accord", "à l'accord"),
        ("charte de la jeunesse", "la charte", "de la charte", "à la charte"),
        ("pacte social", "le pacte", "du pacte", "au pacte"),
        ("entente des deux vallées", "l'entente", "de l'entente", "à l'entente"),
        ("projet éducatif de territoire", "le projet", "du projet", "au projet"),
    ],
)
def test_gender_and_contraction_follow_the_first_noun(noun: str, the: str, of: str, to: str) -> None:
    first = Noun(noun).first
    assert (first.the, first.of, first.to) == (the, of, to)
    assert Noun(noun).of == of.replace(first, noun)


def test_a_gender_that_is_given_wins() -> None:
    assert Noun("Trame verte", feminine=True).agreed("conclu") == "conclue"
    assert Noun("Boussole", feminine=False).first.of == "du Boussole"


def test_a_sentence_about_conventions_is_said_of_what_this_is() -> None:
    contrat = Noun("contrat local de santé")
    assert contrat.said_in("Terme de la convention") == "Terme du contrat"
    assert contrat.said_in("La convention finit.") == "Le contrat finit."
    assert contrat.said_in("dans une autre convention, ou la clore") == "dans un autre contrat, ou la clore"
    usual = Noun("convention territoriale globale")
    assert (
        usual.said_in("dans une autre convention, à la convention")
        == "dans une autre convention, à la convention"
    )


def test_the_plural_is_that_which_is_given() -> None:
    assert Noun("Fiche action").many == "Fiches actions"
    assert Noun("Fiche action", "Fiches action").many == "Fiches action"


def test_a_copy_is_the_same_noun() -> None:
    noun = Noun("Boussole", "Boussoles", feminine=False)
    for other in (copy.copy(noun), pickle.loads(pickle.dumps(noun))):  # noqa: S301  (it was written just here)
        assert (other, other.many, other.feminine) == (noun, noun.many, noun.feminine)
