"""Which element of a list is which of another, and how few pairs are looked at."""

from __future__ import annotations

from typing import Any

import pytest

from ctgkit.plan.declaration import Liste, Nom
from ctgkit.versions.pairing import candidates, nearest_first, pair

SET = Liste(Nom("alias"), ordered=False)
SEQUENCE = Liste(Nom("niveau"), ordered=True)
NAMED = Liste(Nom("etape"), ordered=False, name=("titre",), keys=(("titre",),), texts=("titre", "descriptif"))
LINES = Liste(
    Nom("financement"),
    ordered=False,
    name=("financeur", "annee"),
    keys=(("financeur", "annee"), ("financeur",)),
    texts=("objet",),
)


def step(titre: str, descriptif: str = "") -> dict[str, Any]:
    return {"titre": titre, "descriptif": descriptif}


def line(financeur: str | None, annee: int | None, montant: str) -> dict[str, Any]:
    return {"financeur": financeur, "annee": annee, "montant": montant, "objet": None}


@pytest.mark.parametrize(
    ("rule", "old", "new", "pairs"),
    [
        # What is the same, the first with the first.
        (SET, ["a", "b"], ["b", "a"], {0: 1, 1: 0}),
        (SET, ["Caf", "Caf"], ["Caf", "Caf", "Caf"], {0: 0, 1: 1}),
        (SET, ["Caf", "Caf"], ["Caf"], {0: 0}),
        # In a sequence, in order: the first one is gone.
        (SEQUENCE, ["Axe", "Enjeu", "Axe"], ["Enjeu", "Axe"], {1: 0, 2: 1}),
        (SEQUENCE, ["Axe", "Enjeu"], ["Enjeu", "Axe"], {0: 1, 1: 0}),
        # What is typed otherwise, before what is alike.
        (SET, ["CAF", "Caf 85"], ["Caf 85 Vendée", "caf"], {0: 1, 1: 0}),
        (SET, ["+", "Caf"], ["-", "Caf"], {1: 1}),
        # What is alike, by its words or by its letters; what is not is none.
        (SET, ["Ouvrir un relais", "Parentalitée"], ["Parentalité", "Ouvrir deux relais"], {0: 1, 1: 0}),
        (SET, ["Caf"], ["Communes"], {}),
        (SET._replace(single=True), ["Caf"], ["Communes"], {0: 0}),
        (SET._replace(single=True), ["Caf"], ["Communes", "Région"], {}),
        # By the text that names it, whatever else it says, and by all it says, whatever its name.
        (
            NAMED,
            [step("Recruter une animatrice", "Publier l'offre d'emploi en mars")],
            [step("Recruter une animatrice pour le relais", "Voir avec la commune qui dispose d'un poste")],
            {0: 0},
        ),
        (
            NAMED,
            [step("Chantier", "Trouver un terrain avec la commune et le département")],
            [step("Bâtiment", "Trouver un terrain avec la commune et le département")],
            {0: 0},
        ),
        (NAMED, [step("Chantier")], [step("Bâtiment")], {}),
        # What did not change at all, before what has the same key.
        (
            LINES,
            [line("Caf", 2024, "10"), line("Caf", 2024, "20")],
            [line("Caf", 2024, "20"), line("Caf", 2024, "10")],
            {0: 1, 1: 0},
        ),
        # By the strictest key first.
        (
            LINES,
            [line("Caf", 2024, "10"), line("Caf", 2025, "20")],
            [line("Caf", 2025, "30"), line("CAF", 2024, "40")],
            {0: 1, 1: 0},
        ),
        (LINES, [line("Caf", 2024, "10")], [line("Caf", 2026, "20")], {0: 0}),
        (LINES, [line("Caf", 2024, "10")], [line("Région", 2024, "20")], {}),
        (LINES, [line(None, None, "10")], [line(None, None, "20")], {0: 0}),
        (LINES, [line(None, None, "10")], [line("Caf", None, "20")], {}),
    ],
)
def test_elements_pair_as_one_reads_them(
    rule: Liste, old: list[Any], new: list[Any], pairs: dict[int, int]
) -> None:
    assert pair(old, new, rule) == pairs
    assert pair(new, old, rule) == {j: i for i, j in pairs.items()}


def test_many_elements_pair_by_what_few_others_say() -> None:
    """Too many for each to be compared with each."""
    old: list[Any] = [f"Organiser la rencontre numéro {rank} à la salle {rank}" for rank in range(60)]
    new: list[Any] = [f"Préparer la rencontre numéro {rank} à la salle {rank}" for rank in range(60)]
    assert pair(old, new[::-1], SET) == {rank: 59 - rank for rank in range(60)}


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [
        # The best first, each used once.
        ({(0, 0): 0.6, (0, 1): 0.9, (1, 0): 0.7, (1, 1): 0.8}, [(0, 1), (1, 0)]),
        # Then the nearest in rank, then the first.
        ({(2, 2): 0.6, (2, 1): 0.6}, [(2, 2)]),
        ({(1, 0): 0.6, (1, 2): 0.6}, [(1, 0)]),
        # As much as is asked for is enough, less is not.
        ({(0, 0): 0.5}, [(0, 0)]),
        ({(0, 0): 0.49}, []),
    ],
)
def test_the_nearest_pair_first(scores: dict[tuple[int, int], float], chosen: list[tuple[int, int]]) -> None:
    assert nearest_first(scores, lambda i, j: scores[i, j], 0.5) == chosen


def holders(count: int, feature: str) -> dict[int, frozenset[str]]:
    return {rank: frozenset({feature}) for rank in range(count)}


def test_what_many_have_makes_no_candidates() -> None:
    assert candidates(holders(13, "de"), holders(1, "de")) == set()
    assert candidates(holders(1, "de"), holders(13, "de")) == set()
    assert candidates(holders(12, "relais"), holders(1, "relais")) == {(rank, 0) for rank in range(12)}
    assert candidates(holders(1, "relais"), holders(12, "relais")) == {(0, rank) for rank in range(12)}
    assert candidates(holders(1, "relais"), holders(1, "crèche")) == set()


def test_each_has_six_candidates_of_its_own_the_nearest() -> None:
    """0 has 0 to 5, and 7 has 2 to 7; whoever chose the other, the pair is looked at."""
    found = candidates(holders(8, "relais"), holders(8, "relais"))
    assert {(0, 5), (5, 0), (7, 2), (2, 7)} <= found
    assert found.isdisjoint({(0, 6), (6, 0), (7, 1), (1, 7)})


def test_those_that_share_most_come_first() -> None:
    old, new = holders(8, "relais"), holders(8, "relais")
    old[0] = new[7] = frozenset({"relais", "animatrice"})
    assert (0, 7) in candidates(old, new)
