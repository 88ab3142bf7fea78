"""Which words changed, and how alike texts are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctgkit.versions import Run
from ctgkit.versions.alignment import longest_common
from ctgkit.versions.words import likeness, runs
from tests.effort import calls

TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(["la ", "Caf ", "l'", "été", " : ", "\u00a0», ", "5,5 "]), max_size=12).map(
        "".join
    ),
)


@given(TEXTS, TEXTS)
@example("", "")
@example("", "un")
@example(" ", "un deux")
def test_runs_hold_both_texts_and_nothing_else(old: str, new: str) -> None:
    found = runs(old, new)
    assert "".join(run.text for run in found if run.op != "added") == old
    assert "".join(run.text for run in found if run.op != "removed") == new
    assert all(run.text for run in found)
    assert (old == new) == all(run.op == "equal" for run in found)


@given(TEXTS, TEXTS)
def test_no_two_runs_of_one_kind_follow_each_other(old: str, new: str) -> None:
    kinds = [run.op for run in runs(old, new)]
    assert all(a != b for a, b in pairwise(kinds))
    assert ("added", "removed") not in pairwise(kinds)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Nombre de familles accueillies",
            "Nombre de familles reçues",
            [("equal", "Nombre de familles "), ("removed", "accueillies"), ("added", "reçues")],
        ),
        (
            "PMI, CAF",
            "PMI, CAF, Communes",
            [("equal", "PMI, CAF"), ("added", ", Communes")],
        ),
        # One small word in common says nothing: the sentence is another.
        (
            "Recenser les freins de la population",
            "Ouvrir un accueil de jour",
            [("removed", "Recenser les freins de la population"), ("added", "Ouvrir un accueil de jour")],
        ),
    ],
)
def test_the_words_that_changed(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(run.op, run.text) for run in runs(old, new)] == expected


def test_a_long_text_takes_work_in_proportion() -> None:
    """Ten times the text, all of common words, takes nowhere near a hundred times the work."""

    def work(size: int) -> int:
        old = " ".join(f"de la famille {rank % 7}" for rank in range(size))
        new = " ".join(f"de la commune {rank % 5}" for rank in range(size))
        found = runs(old, new)
        assert Run("removed", "famille") in found or len(found) > 1
        return calls(lambda: runs(old, new))

    assert work(2_000) < 20 * work(200)


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_from_both_sides(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, a) == 1


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Chargée de coopération", "Chargé de coopération", True),
        ("Evaluer l'accueil", "Évaluer l’accueil", True),
        ("CAF, PMI", "CAF, PMI, Communes", True),
        ("CAF", "CTG", False),
        ("Communes", "Associations", False),
        ("Service mieux connu et sollicité précocement", "Soutien à la parentalité", False),
    ],
)
def test_what_is_alike(a: str, b: str, *, alike: bool) -> None:
    assert (likeness(a, b) >= 0.5) is alike


SEQUENCES = st.lists(st.sampled_from("abcd"), max_size=12)


def longest(a: list[str], b: list[str]) -> int:
    """The length of the longest common subsequence, by the table of the textbooks."""
    row = [0] * (len(b) + 1)
    for x in a:
        above = row[:]
        for j, y in enumerate(b):
            row[j + 1] = above[j] + 1 if x == y else max(above[j + 1], row[j])
    return row[-1]


@given(SEQUENCES, SEQUENCES)
def test_an_alignment_is_increasing_and_as_long_as_can_be(a: list[str], b: list[str]) -> None:
    pairs = longest_common(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))
    assert len(pairs) == longest(a, b)
    assert longest_common(b, a) == [(j, i) for i, j in pairs]
