"""What starts the lines of a list, told from what a sentence goes on with."""

from __future__ import annotations

import pytest

from ctgkit.french.bullets import bullets, is_bullet

#: Signs of Word, LibreOffice, Google Docs, spreadsheets and messages.
SIGNS = [
    *"-–—−*+>~•●○◦▪■□◆◇▶►➢➤➔→⇒✓✔✗✦★☐☑❖‣⁃·∙\uf0b7\uf0a7\uf0fc\uf0d8",
    *"oOØüqv§",
    *("->", "=>", "--", "✔️", "👉"),
]


def found(*lines: str) -> list[tuple[str, str] | None]:
    return [one and (one.sign, line[one.text :]) for line, one in zip(lines, bullets(lines), strict=True)]


@pytest.mark.parametrize("sign", SIGNS)
def test_any_sign_that_starts_several_lines_is_a_bullet(sign: str) -> None:
    assert found(f"{sign} Une salle", f"{sign} Un véhicule") == [(sign, "Une salle"), (sign, "Un véhicule")]
    assert found(f"{sign}\tUne salle", f"  {sign}\u00a0Un véhicule") == [
        (sign, "Une salle"),
        (sign, "Un véhicule"),
    ]


@pytest.mark.parametrize(
    "signs",
    [
        ("1.", "2."),
        ("1)", "2)", "3)"),
        ("(1)", "(2)"),
        ("1°", "2°"),
        ("1/", "2/"),
        ("1-", "2-"),
        ("1 -", "2 –".replace("–", "-")),
        ("9.", "10."),
        ("a)", "b)"),
        ("A.", "B."),
        ("i)", "ii)", "iii)", "iv)"),
        ("I.", "II."),
        ("1️⃣", "2️⃣"),
    ],
)
def test_numbers_and_letters_are_bullets_in_their_order(signs: tuple[str, ...]) -> None:
    assert found(*(f"{sign} Une salle" for sign in signs)) == [(sign, "Une salle") for sign in signs]


@pytest.mark.parametrize(
    "lines",
    [
        ("M. Dupont", "M. Martin"),
        ("A. Dupont", "C. Martin"),
        ("« Bien grandir »", "« Bien vieillir »"),
        ("; puis", "; enfin"),
        ("à la Caf", "à la MSA"),
        ("5 places", "6 places"),
        ("2025", "2026"),
        ("1,5 ETP", "2,5 ETP"),
        ("… suite", "… fin"),
        ("-5 %", "-3 %"),
        ("/ an", "/ an"),
        ("(Caf)", "(MSA)"),
        ("# un", "# deux"),
        ("€ par an", "€ par an"),
        ("3. Le lieu", "7. La date"),
        ("° un", "° deux"),
        ("", " "),
    ],
)
def test_what_a_sentence_goes_on_with_is_no_bullet(lines: tuple[str, ...]) -> None:
    assert found(*lines) == [None] * len(lines)


def test_a_dash_and_a_drawing_are_bullets_alone() -> None:
    assert found("Les moyens", "– une salle", "● un véhicule", "+ un agent") == [
        None,
        ("–", "une salle"),
        ("●", "un véhicule"),
        None,
    ]
    assert is_bullet("●")
    assert not is_bullet("–")
    assert found("●Une salle", "fin") == [("●", "Une salle"), None]


def test_dashes_without_their_space_are_bullets_when_there_are_several() -> None:
    assert found("-une salle", "-un véhicule") == [("-", "une salle"), ("-", "un véhicule")]
    assert found("-une salle", "un véhicule") == [None, None]
