"""Slips of the hand: a word written twice (CTG411), a sign without its other half (CTG412)."""

import pytest

from tests.lint.examples import whole_plan
from tests.lint.spots import findings, real, words


def points(*lines: str) -> str:
    return "constats:\n" + "".join(f"  - {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Les horaires de de la crèche", ["de de"]),
        ("La la commune", ["La la"]),
        ("Un accès à à la culture", ["à à"]),
        ("L'accueil accueil des familles", ["accueil accueil"]),
        ("Pour pour les parents et et les enfants", ["Pour pour", "et et"]),
        ("Les Les jeunes", ["Les Les"]),
        ("Un lieu d'd'accueil, afin qu’ qu’il ouvre", ["d'd'", "qu’ qu’"]),
        ("Des actions  actions nouvelles", ["actions  actions"]),
    ],
)
def test_a_word_written_twice(line: str, told: list[str]) -> None:
    assert words("CTG411", points(line)) == told


@pytest.mark.parametrize(
    "line",
    [
        "Nous nous réunissons et vous vous inscrivez",
        "Tout en en parlant, faire faire et très très tôt",
        "Un jumelage avec Bora Bora",
        "XX XX",
        "Des lieux, lieux de vie",
        "Le quartier vis-à-vis à vis d'un autre",
        "12 12",
        "Ouvert le lundi. Lundi est férié",
        "Le rez-de-chaussée de la mairie",
    ],
)
def test_what_french_says_twice(line: str) -> None:
    assert words("CTG411", points(line)) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Peu de places (12 en tout", ["("]),
        ("Une part de 14 % / Vendée 11 %) des enfants", [")"]),
        ('"Un [crochet"', ["["]),
        ("« Une citation", ["«"]),
        ("Une citation »", ["»"]),
        ("Deux (ou (trois) lieux", ["("]),
    ],
)
def test_a_sign_without_its_other_half(line: str, told: list[str]) -> None:
    assert words("CTG412", points(line)) == told


@pytest.mark.parametrize(
    "lines",
    [
        ["Des places (12) et « des lits » [4]"],
        ["a) Informer ; b) accompagner", "1) Ouvrir", "2°) Fermer", "iii) Rouvrir"],
        ["Trois modes (dont a) l'accueil, b) le suivi)"],
        ["'Des enfants de [0 ; 3[ ans'"],
        ['"« Un lieu"', '"« ouvert à tous »"'],
        ["Une halte (chaque semaine", "de 9 h à 12 h)"],
        ["Merci :)"],
        ["(1) oui, (2) non"],
        ['"« Un « petit » lieu »"'],
        ["Une écharpe de 12'' de large"],
    ],
)
def test_signs_with_their_other_half(lines: list[str]) -> None:
    assert words("CTG412", points(*lines)) == []


def test_each_text_is_judged_for_itself() -> None:
    assert words("CTG412", points("(1) oui, (2) non", "de 3 à 6 ans) et plus")) == [")"]
    assert words("CTG412", points('"« Un « petit » lieu"', "Un autre")) == ["«"]


def test_a_heading_may_open_what_a_point_below_closes() -> None:
    below = "constats:\n  - Des lieux (exemples :\n      - la halte\n      - le café\n      - le relais)\n"
    assert words("CTG412", below) == []
    assert words("CTG412", points("Partenaires (Caf", "MSA", "Cpam)")) == ["(", ")"]
    assert words("CTG412", "moyens: Une salle (mairie\npublics: Les parents)\n") == ["(", ")"]


def test_a_text_that_a_comment_cuts_is_told_once() -> None:
    # The sign is open because the rest is read as a comment: CTG409 says so.
    cut = points("Un lieu (voir #3)")
    assert (words("CTG412", cut), words("CTG409", cut)) == ([], ["#3)"])


def test_what_to_write() -> None:
    (opened,) = findings("CTG412", whole_plan(points("Une part (14 %")))
    assert opened.message == "une parenthèse est ouverte, et rien ne la ferme"
    (closed,) = findings("CTG412", whole_plan(points("Une part 14 %]")))
    assert closed.message == "un crochet est fermé sans avoir été ouvert"


def test_the_slips_of_the_real_plans() -> None:
    assert real("CTG411", "vie-et-boulogne") == real("CTG411", "fier-et-usses") == []
    # « 14% de la population Vie et Boulogne / Vendée 11%) soit 6083 enfants »: nothing opens it.
    assert real("CTG412", "vie-et-boulogne") == [(487, 119, ")")]
    assert real("CTG412", "fier-et-usses") == []
