"""What a screen has no character for becomes another, never a question mark."""

import pytest

from ctgkit.app.streams import usable
from ctgkit.french.ascii import stand_in
from ctgkit.reports.calendar.text import _LEGEND
from ctgkit.vocabulary.calendrier import SorteJalon
from ctgkit.vocabulary.changement import NatureChangement
from ctgkit.vocabulary.statut import Statut


def written(text: str, encoding: str) -> str:
    with usable():
        pass
    return text.encode(encoding, "ctgkit.stand_in").decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Équipe d'été : où ça, Noël ? Île", "ascii", "Equipe d'ete : ou ca, Noel ? Ile"),
        ("«\u00a0l’œuvre\u00a0», 3\u202f000\u00a0€", "ascii", '" l\'oeuvre ", 3 000 EUR'),
        ("il manque PLAN…", "ascii", "il manque PLAN..."),
        ("1 – 2 — 3 ‑ 4 − 5", "ascii", "1 - 2 - 3 - 4 - 5"),
        ("1 – 2 — 3 ‑ 4 − 5", "cp1252", "1 – 2 — 3 - 4 - 5"),
        ("│██░░│──│●○·►", "ascii", "|##::|--|Oo.>"),
        ("│██░░│──│●○·►", "cp1252", "|##::|--|Oo·>"),
        ("│██░░│", "cp850", "│██░░│"),
        ("Œuvre, École, 5 €", "latin-1", "OEuvre, École, 5 EUR"),
        ("Œuvre, École, 5 €", "cp850", "OEuvre, École, 5 EUR"),
        ("e\u0301te\u0301, ﬁnal, 10²", "ascii", "ete, final, 102"),
        ("🙂 à la fin", "cp1252", "<U+1F642> à la fin"),
        # Signs of a status, in a row and in a legend, keep one column.
        ("» 1.1  Titre", "ascii", "> 1.1  Titre"),
        ("… 1.1  Titre", "ascii", ". 1.1  Titre"),
        ("Statut : …\u00a0à venir ; »\u00a0en cours", "ascii", "Statut : . a venir ; > en cours"),
        ("\x1b[36m»\x1b[0m 1.1", "ascii", "\x1b[36m>\x1b[0m 1.1"),
    ],
)
def test_a_text_in_an_encoding_that_lacks_some_of_it(text: str, encoding: str, expected: str) -> None:
    assert written(text, encoding) == expected


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp850", "cp437"])
@pytest.mark.parametrize(
    "signs",
    [
        [one for one in _LEGEND if one not in {kind.facts.sign for kind in SorteJalon}],
        [one.facts.sign for one in SorteJalon],
        [one.facts.sign for one in Statut],
        [one.facts.sign for one in NatureChangement],
    ],
)
def test_signs_that_are_drawn_together_stay_different_and_one_column_wide(
    signs: list[str], encoding: str
) -> None:
    drawn = [written(f"{sign} ", encoding)[:-1] for sign in signs]
    assert len(set(drawn)) == len(signs)
    assert [sign for sign in drawn if len(sign) != 1 or sign == "?"] == []


def test_a_byte_of_a_name_that_is_no_character_is_written_as_it_is() -> None:
    with usable():
        pass
    assert "plan-\udce9t\udce9.yaml".encode("ascii", "ctgkit.stand_in") == b"plan-\xe9t\xe9.yaml"


def test_every_character_of_latin_script_has_a_stand_in_without_a_question_mark() -> None:
    for point in [*range(0xA0, 0x250), *range(0x2000, 0x2047), *range(0x20A0, 0x2600)]:
        character = chr(point)
        assert "?" not in stand_in(character, 0), hex(point)
        assert stand_in(character, 0).isascii()
