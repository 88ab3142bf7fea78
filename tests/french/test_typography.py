"""What a document prints of a text that is typed with the keys of a keyboard; `_` is a no-break space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.french.typography import printed, printed_parts


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        # Spaces that are there do not end a line.
        ("Accueil : horaires", "Accueil_: horaires"),
        ("Pour qui ? Pour tous !", "Pour qui_? Pour tous_!"),
        ("Vraiment ?!", "Vraiment_?!"),
        ("a ; b", "a_; b"),
        ("le « Café » (dit « du port »).", "le «_Café_» (dit «_du port_»)."),
        ("85 000 € et 5 %", "85_000_€ et 5_%"),
        ("1 234 567 euros", "1_234_567 euros"),
        ("avenant n° 1", "avenant n°_1"),
        ("de 10 h 30 à 12 h", "de 10_h_30 à 12_h"),
        ("1,5 ETP à 20 km", "1,5_ETP à 20_km"),
        ("Tél. : 06 12 34 56 78", "Tél._: 06_12_34_56_78"),
        ("+33 2 51 31 60 09", "+33_2_51_31_60_09"),
        # Those that are missing come.
        ("Accueil: horaires", "Accueil_: horaires"),
        ("Accueil :horaires", "Accueil_: horaires"),
        ("Des besoins:", "Des besoins_:"),
        ("Pour qui? Pour tous!", "Pour qui_? Pour tous_!"),
        ("le «Café»; oui", "le «_Café_»_; oui"),
        ("30% et 60k€", "30_% et 60_k€"),
        # Apostrophes.
        ("l'accueil d'aujourd'hui", "l’accueil d’aujourd’hui"),
        ("l'« Espace »", "l’«_Espace_»"),
        ("l’accueil", "l’accueil"),
        ("entre 'elles'", "entre 'elles'"),
    ],
)
def test_french_typography(typed: str, shown: str) -> None:
    assert printed(typed) == shown.replace("_", "\u00a0")


@pytest.mark.parametrize(
    "typed",
    [
        "https://exemple.fr/l'accueil?page=1;2 et www.exemple.fr/d'ici",
        "l'accueil@exemple.fr".replace("l'", ""),
        "prenom.d'hiver@exemple.fr",
        "12:30 et 1.3:2",
        "un :mot: et :-)",
        "en 2024 2025",
        "en 2024 350 enfants",
        "(?) (s)",
        "&nbsp; et &#39;",
        "CTG401, A1-02, FA:7",
        "5'30",
        " : seul",
        "a  : b",
        "",
    ],
)
def test_what_may_be_copied_is_left_alone(typed: str) -> None:
    assert printed(typed) == typed


def test_a_line_is_printed_alike_wherever_it_is_cut() -> None:
    assert printed_parts(["Accueil", ": l", "'été", " 12:", "30"]) == [
        "Accueil",
        "\u00a0: l",
        "\u2019été",
        " 12:",
        "30",
    ]


@given(st.lists(st.text("ab19 :;!?«»'€%kh@/&\u00a0", max_size=12), max_size=5))
def test_parts_make_the_line_and_printing_twice_changes_nothing(parts: list[str]) -> None:
    whole = "".join(printed_parts(parts))
    assert len(printed_parts(parts)) == len(parts)
    assert whole == printed("".join(parts))


@given(st.text("ab19 :;!?«»'€%kh@/&\u00a0", max_size=30))
def test_only_spaces_and_apostrophes_change(text: str) -> None:
    shown = printed(text)
    bare = str.maketrans({" ": "", "\u00a0": "", "\u2019": "'"})
    assert shown.translate(bare) == text.translate(bare)
