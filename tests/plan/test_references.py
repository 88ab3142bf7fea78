"""Which words of a text refer to a fiche, and which only look as if they did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.plan.references import segments
from tests.effort import calls

#: The fiches there are. `2` and `5` are what `2,5` is made of, and `2024` is a year too.
NUMBERS = {"1.1", "1.2", "1.10", "2.1", "2.3.1", "2", "3", "5", "12", "50", "2024", "A1-09", "B2-01"}


def linked(texte: str) -> str:
    """`texte` with each link in brackets, and its target where its own words do not end with it."""
    cut = segments(texte, lambda number: f"#{number}" if number in NUMBERS else None)
    for segment in cut:
        assert segment.lien is None or segment.texte.endswith(segment.lien.removeprefix("#"))
    return "".join(f"[{one.texte}]" if one.lien else one.texte for one in cut)


@pytest.mark.parametrize(
    "expected",
    [
        "guide petite enfance (voir [fiche action 1.2]), listing",
        "(cf [Fiche Action 1.2])",
        "(cf [fiche action 2.1])",
        "(cf. [fiche action 2.1])",
        "des enjeux communs (voir [fiches actions 1.1] et [2.1]), formation",
        "[FICHE ACTION 1.10]",
        "[FICHE ACTION N°2.3.1]",
        "[fiche action n° 1.2].",
        "[fiche action nº 1.2]",
        "[fiche action no 12]",
        "[fiche action numéro 12]",
        "[fiche-action 1.2] et [fiches-actions 1.2], [1.10] ou [2.1]",
        "[fiche‑action 1.2]",
        "[fiche\u00a0action\u00a01.2]",
        "[fiche\naction 1.2]",
        "voir [fiche 1.2]",
        "voir la [fiche 12]",
        "voir l'[action 12]",
        "Voir l’[action 2.3.1]",
        "voir aussi la [fiche action 12]",
        "voir également les [actions 2], [3] et [12]",
        "cf. [fiches 1.1], [1.2] & [1.10]",
        "[fiches actions 1.1] ; [1.2] ; [2.1]",
        "[fiches actions 1.1],[1.2]",
        "[fiches actions 1.1]/[1.2]",
        "[fiches actions 1.1], [1.2], et [2.1]",
        "[fiches actions 1.1] à [1.10]",
        "[fiches actions 1.1]-[1.10]",
        "[fiches actions n°1.1] et n°[1.2]",
        "[fiches actions 2], [3] et [12]",
        "en lien avec l'[action 1.2]",
        "les [actions 1.1] et [2.1] du plan",
        "[fiche action 12]",
        "[fiche action 12].",
        "[fiche action 12], puis la suite",
        "voir [FA 1.2], [FA2.1] et [FA n° 1.10]",
        "[FA 1.1], [1.2] et [2.1]",
        "(cf. [FA 12])",
        "cf. [A1-09]",
        "(voir [fiches actions A1-09] et [B2-01])",
        "en lien avec [A1-09] et [B2-01].",
        "l'[action A1-09]",
    ],
)
def test_the_ways_documents_word_a_reference_are_links(expected: str) -> None:
    assert linked(expected.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize(
    "texte",
    [
        "action 2024",
        "l'action 12",
        "une action en 2024",
        "fiche action 2,5",
        "voir action 2,5 fois par an",
        "2,5 et 1.2 et 12",
        "à partir de 1.2",
        "12 actions",
        "FA 12",
        "sous-action 2.1",
        "fa 1.2",
        "SAFA 1.2",
        "A1-099 et A1-09-1, XA1-09, A1-09bis",
        "actions 2 et 3",
        "voir 1.2",
        "voir page 12",
        "voir en 2024",
        "cf. loi de 2024",
        "cf. article 1.2",
        "voir action 50 %",
        "voir action 50%",
        "fiche action 12-17 ans",
        "fiche action 12bis",
        "fiche action 1.2bis",
        "fiche action 1.2.7",
        "fiche action 2.3.1.4",
        "fiche action 12e",
        "interaction 1.2",
        "transactions 12",
        "une fiche, 1.2 page",
        "enjeu 1.2",
        "fiches actions concrètes",
        "réactions 1.1 et 2.1",
        "savoir action 12",
        "une affiche 1.2",
    ],
)
def test_years_decimals_counts_and_other_words_are_not_references(texte: str) -> None:
    assert linked(texte) == texte


@pytest.mark.parametrize(
    "expected",
    [
        "voir [fiche action 3], 2 agents",
        "voir [fiche action 1.2], 3 places",
        "voir [fiche action 12] et 50 familles",
        "voir [fiche action 1.1] et 2 animateurs",
        "voir [fiche action 1.1] à 2024",
        "voir [fiches actions 1.1] et [2.1], 3 agents",
    ],
)
def test_a_count_after_a_reference_is_not_one_more_reference(expected: str) -> None:
    assert linked(expected.replace("[", "").replace("]", "")) == expected


def test_a_number_that_no_fiche_has_is_no_link_and_the_others_of_its_list_are() -> None:
    assert linked("voir fiches actions 1.1, 9.9 et 2.1") == "voir [fiches actions 1.1], 9.9 et [2.1]"
    assert linked("voir fiches actions 9.9 et 2.1") == "voir fiches actions 9.9 et [2.1]"
    assert linked("voir fiche action 9") == "voir fiche action 9"


def test_two_references_in_a_text_are_two_links() -> None:
    expected = "(voir [fiche action 1.1]) et la suite (cf [fiche action 1.2])"
    assert linked(expected.replace("[", "").replace("]", "")) == expected


NOUNS = ["fiche", "fiches", "action", "actions", "Fiche-action"]
AROUND = ["voir", "cf", "cf.", "la", "les", "l'", "n°", "et", "ou", "à", "&"]
FIGURES = ["1.1", "1.2", "2.3.1", "2", "12", "2,5", "50%", "2024", "1.2bis"]
MARKS = [",", ";", "/", "-", ".", "(", ")", "[", "]", "\n", "\u00a0", ""]
WORDS = st.sampled_from(NOUNS + AROUND + FIGURES + MARKS)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
def test_linking_never_changes_the_text(texte: str) -> None:
    cut = segments(texte, lambda number: f"#{number}" if number in NUMBERS else None)
    assert "".join(one.texte for one in cut) == texte
    assert all(one.texte for one in cut) or texte == ""
    assert {one.lien for one in cut if one.lien} <= {f"#{number}" for number in NUMBERS}


@pytest.mark.parametrize(
    "piece", ["fiche ", "voir les ", "1", "fiche action 1.1", "1.1, ", "fiche action 1, ", "n"]
)
def test_looking_for_references_takes_work_in_proportion_to_the_text(piece: str) -> None:
    def work(times: int) -> int:
        return calls(lambda: segments("voir fiches actions " + piece * times, lambda _: None))

    assert work(20_000) < 12 * work(2_000)
