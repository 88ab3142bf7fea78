"""Sections that announce something and hold nothing."""

import pytest

from tests.lint.spots import HEAD, real, spots

SECTIONS = (
    HEAD
    + """\
  - id: plein
    titre: Plein
    objectifs:
      - titre: Avec une fiche plus bas
        objectifs:
          - titre: Vide plus bas
          - titre: Avec une fiche
            actions:
              - numero: 1.1
                titre: Fiche
      - titre: Vide
        description: Un texte ne suffit pas
  - id: vide
    titre: Vide de haut en bas
    objectifs:
      - titre: Vide aussi
      - titre: Vide encore
  - id: promis
    titre: À écrire
    objectifs:
      - titre: Vide pour l'instant
        objectifs:
          - titre: Vide aussi pour l'instant
    actions:
      - titre: Écrire le plan d'actions
        nature: engagement
  - id: ailleurs
    titre: Où une action n'est pas une promesse
    objectifs:
      - titre: Vide pour de bon
    actions:
      - numero: 2.1
        titre: Fiche
"""
)


def test_the_outermost_sections_without_any_fiche_are_told() -> None:
    assert spots("section-sans-fiche", SECTIONS) == [
        (13, 20, "Vide plus bas"),
        (18, 16, "Vide"),
        (21, 12, "Vide de haut en bas"),
        (37, 16, "Vide pour de bon"),
    ]


@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_empty_sections_of_the_real_plans_await_the_actions_of_an_engagement(name: str) -> None:
    # The three « Enjeux » of « Enfance » and of « Jeunesse » have no fiche: the theme's own fiche is to write
    # them.
    assert real("section-sans-fiche", name) == []
