"""Counts that a text announces, against what is in the plan."""

import pytest

from tests.lint.spots import findings, real, spots, words

#: Three axes, four objectives, six fiches, one of which is an engagement.
PLAN = """\
format: 1
titre: "{titre}"
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
vocabulaire:
  niveaux:
    - {axe}
    - Objectif
preambule:
  - titre: "{chapitre}"
    texte:
      - "{texte}"
axes:
  - id: a
    titre: A
    description: "{description}"
    objectifs:
      - titre: A1
        actions:
          - {{numero: 1, titre: Fiche}}
          - {{numero: 2, titre: Fiche, constats: "Le plan comporte 9 axes"}}
      - titre: A2
        actions:
          - {{numero: 3, titre: Fiche}}
  - id: b
    titre: B
    objectifs:
      - titre: B1
        actions:
          - {{numero: 4, titre: Fiche}}
      - titre: B2
        actions:
          - {{numero: 5, titre: Fiche}}
  - id: c
    titre: C
    actions:
      - {{titre: Fiche, nature: engagement}}
"""


def plan(texte: str = "Rien", **texts: str) -> str:
    """The plan with some texts of its own."""
    words = {"titre": "Plan", "axe": "Axe", "chapitre": "Introduction", "description": "Rien"}
    return PLAN.format(**words | {"texte": texte} | texts)


@pytest.mark.parametrize(
    ("texte", "expected"),
    [
        ("Le plan comporte quatre axes.", ["quatre axes"]),
        ("La convention se décline en 3 axes, cinq objectifs et 7 actions.", ["cinq objectifs", "7 actions"]),
        ("Elle est structurée en QUATRE AXES", ["QUATRE AXES"]),
        ("Ce document comprend 22 fiches actions : lisez-les.", ["22 fiches actions"]),
        ("Le plan compte 5 actions et 2 fiches d'engagement", ["2 fiches d'engagement"]),
        ("Les fiches sont réparties en 12 objectifs", ["12 objectifs"]),
        ("Le plan comporte 4 axes déclinés en 4 objectifs", ["4 axes"]),
        ("Les 4 axes", ["4 axes"]),
        ("7 actions", ["7 actions"]),
        ("En 2025, le plan comporte 4 axes", ["4 axes"]),
        ("22 actions au total", ["22 actions"]),
        ("Un total de 22 actions", ["22 actions"]),
        ("Total : 22 actions", ["22 actions"]),
        ("22 actions (au total) pour la durée", ["22 actions"]),
        ("Lire les 22 fiches actions ci-après", ["22 fiches actions"]),
        ("Les quatre axes retenus sont les suivants :", ["quatre axes"]),
        ("Avec les communes, 22 actions au total ont été écrites", ["22 actions"]),
        ("Au total, 22 actions.", ["22 actions"]),
        ("Une démarche partagée : 4 axes, 22 actions", ["4 axes", "22 actions"]),
        ("Les signataires suivront les 22 actions du plan.", ["22 actions"]),
        ("La convention porte sur 4 axes", ["4 axes"]),
        ("4 axes ont été retenus par les élus", ["4 axes"]),
        ("Le plan comporte vingt-deux actions", ["vingt-deux actions"]),
        ("Le plan comporte vingt et une fiches actions.", ["vingt et une fiches actions"]),
    ],
)
def test_a_count_that_is_not_that_of_the_plan_is_told(texte: str, expected: list[str]) -> None:
    assert words("compte-annonce", plan(texte)) == expected


@pytest.mark.parametrize(
    "texte",
    [
        "Le plan comporte trois axes, 4 objectifs, 5 actions et une fiche d'engagement.",
        "Le plan comporte 6 fiches actions, dont 1 fiche d'engagement.",
        "Le plan comporte 6 actions",
        "Le plan comporte deux axes thématiques et un axe transversal",
        "Le plan comporte deux axes et un axe transversal",
        "Le plan comporte deux axes prioritaires",
        "Le plan prévoit 3 actions de communication",
        "Le plan prévoit 3 actions pour les jeunes",
        "Le plan comporte plus de 20 actions",
        "Le plan comporte 10 à 20 actions",
        "Le plan comporte 1 200 actions",
        "Le plan comporte cent vingt-deux actions",
        "Le plan comporte cent deux actions",
        "Chacun de ces deux axes comporte des actions",
        "Le précédent plan comporte 12 actions",
        "Le CEJ comporte 12 actions",
        "La convention 2019-2022 comporte 12 actions",
        "Les élus ont visité 4 axes",
        "Le plan est structuré à deux niveaux",
        "Les axes 4 et 5 comportent des actions",
        "Au total, 6 actions",
        "3 axes, 4 objectifs et 6 actions au total",
        "Pour les jeunes, 22 actions de prévention au total",
        "Les ateliers ont fait émerger 22 actions",
        "Parmi les 22 actions du plan départemental",
        "Le bilan de 2020 compte 22 actions au total",
    ],
)
def test_what_is_right_or_not_certainly_of_this_plan_is_left(texte: str) -> None:
    assert words("compte-annonce", plan(texte)) == []


def test_the_text_of_a_section_may_count_what_is_in_it() -> None:
    assert words("compte-annonce", plan(description="Cet axe regroupe 2 objectifs et 3 actions")) == []
    assert (
        words("compte-annonce", plan(description="Le plan regroupe 3 axes, 4 objectifs et 5 actions")) == []
    )
    (finding,) = findings("compte-annonce", plan(description="Cet axe regroupe 3 objectifs et 3 actions"))
    assert finding.message == "le texte annonce «\u00a03 objectifs\u00a0», cette section en compte 2"


def test_a_plan_that_names_no_level_may_call_it_by_any_name() -> None:
    flat = """\
format: 1
titre: Plan
territoire: {nom: Territoire inventé}
caf: Caf inventée
periode: 2025-2028
preambule:
  - titre: Introduction
    texte: La CTG se décline en 6 thématiques.
axes:
  - {id: a, titre: A, actions: [{numero: 1, titre: Fiche}]}
  - {id: b, titre: B, actions: [{numero: 2, titre: Fiche}]}
"""
    assert words("compte-annonce", flat) == ["6 thématiques"]
    assert words("compte-annonce", flat.replace("6 th", "2 th")) == []
    below = flat.replace(
        "titre: B, actions: [{numero: 2, titre: Fiche}]", "titre: B, objectifs: [{titre: C}]"
    )
    assert words("compte-annonce", below) == []  # they may be either


def test_titles_and_names_of_several_words_are_read_too() -> None:
    assert spots("compte-annonce", plan(titre="Les 4 axes de la convention")) == [(2, 13, "4 axes")]
    assert words("compte-annonce", plan(chapitre="Nos quatre axes")) == ["quatre axes"]
    named = plan("Le plan comporte 4 axes stratégiques", axe="Axe stratégique")
    assert words("compte-annonce", named) == ["4 axes stratégiques"]
    assert words("compte-annonce", named.replace("4 axes", "3 axes")) == []


@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_real_plans_announce_no_count(name: str) -> None:
    # « structuré à deux niveaux » in the guide of one of them is all that comes near.
    assert real("compte-annonce", name) == []
