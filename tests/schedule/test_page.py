"""Each row of the users' page is what ctgkit reads."""

from __future__ import annotations

import pytest

from ctgkit.schedule import read
from tests.conftest import ROOT
from tests.schedule.phrases import CONTRACT, summary

PAGE = (ROOT / "docs" / "calendrier.md").read_text(encoding="utf-8")
#: Why, as the page says it → the reason of the reading.
REASONS = {
    "rien ne dit quand": "rien",
    "il manque l'année": "sans_annee",
    "l'année n'a que deux chiffres": "annee_courte",
    "ce jour n'existe pas": "impossible",
    "ce jour n'est pas un lundi": "autre_jour",
    "la fin précède le début": "envers",
    "une date ou l'autre": "ambigu",
    "une durée sans son début": "duree",
    "une durée sans sa fin": "duree",
    "on ne sait pas depuis quand": "relatif",
    "l'année est celle d'autre chose": "reference",
    "la date est celle d'autre chose": "evenement",
    "on ne sait pas jusqu'à quand": "sans_fin",
    "deux dates se contredisent": "contraire",
    "une exception": "exclusion",
    "l'année nomme peut-être autre chose": "rattachement",
    "c'est quand rien n'a lieu": "negation",
    "c'est un abandon": "abandon",
    "c'est un report": "report",
}


def rows(heading: str) -> list[list[str]]:
    """The rows of the tables whose second column is `heading`."""
    found: list[list[str]] = []
    inside = False
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells[1] == heading:
            inside = True
        elif inside and not line.startswith("|---"):
            found.append(cells)
    return found


UNDERSTOOD, REFUSED = rows("début"), rows("les mots non compris")


def test_the_page_has_its_rows() -> None:
    assert len(UNDERSTOOD) > 45
    assert len(REFUSED) > 14
    assert {why for _, _, why in REFUSED} == set(REASONS)


@pytest.mark.parametrize(("text", "start", "end"), UNDERSTOOD)
def test_what_the_page_says_is_understood(text: str, start: str, end: str) -> None:
    lecture = read(text, CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == [(start.replace(" – ", ".."), end.replace(" – ", ".."))]


@pytest.mark.parametrize(("text", "words", "why"), REFUSED)
def test_what_the_page_says_is_not(text: str, words: str, why: str) -> None:
    (unread,) = read(text, CONTRACT).unread
    assert (unread.words.text, unread.reason) == (words, REASONS[why])
    assert text[unread.words.offset : unread.words.end] == words
