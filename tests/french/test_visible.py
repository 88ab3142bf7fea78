"""Text made safe to print: what cannot be seen is shown, and nothing is run."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.french.visible import inert, one_line, visible, width

#: Every character that a terminal would obey, hide or use to reorder others, or that no file can hold.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Un accueil, 20\u00a0% – « oui »", "Un accueil, 20\u00a0% – « oui »"),
        ("a\x1b[31mb", "a\u241b[31mb"),
        ("a\x07b\x00c\rd", "a\u2407b\u2400c\u240dd"),
        ("a\x7fb", "a\u2421b"),
        ("a\x9b31mb", "a<U+009B>31mb"),
        ("a\u202eb\u202c", "a<U+202E>b<U+202C>"),
        ("pilo\u200btes\ufeff", "pilo<U+200B>tes<U+FEFF>"),
        ("nom\udce9.yaml \uffff", "nom<U+DCE9>.yaml <U+FFFF>"),
        ("[/foo] :smile: <b>", "[/foo] :smile: <b>"),
        ("👩\u200d👧 e\u0301", "👩\u200d👧 e\u0301"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_and_tabs_stay() -> None:
    assert visible("a\n\tb") == "a\n\tb"


def test_a_control_character_takes_one_column_so_that_carets_hold() -> None:
    for point in (*range(9), *range(11, 32), 127):
        assert width(visible(chr(point))) == 1


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    assert not UNSEEN.search(visible(text))
    assert not any(unicodedata.category(character) == "Cc" for character in one_line(text))
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_breaks_and_tabs_become_one_space() -> None:
    assert one_line("a\n\n\tb\u2028c\u2029\nd") == "a b c d"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("accueil", 7),
        ("été", 3),
        ("e\u0301te\u0301", 3),
        ("日本", 4),
        ("\uff21", 2),
        ("😀", 2),
        ("a\u200db", 2),
        ("20\u00a0%", 4),
        ("…–«»", 4),
    ],
)
def test_the_width_is_that_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("::error file=a::perdu", "\\::error file=a::perdu"),
        ("  \u00a0\t::add-mask::x", "  \u00a0\t\\::add-mask::x"),
        ("\x1b[1m::error::gras", "\x1b[1m\\::error::gras"),
        ("une ligne\n::error::la suivante", "une ligne\n\\::error::la suivante"),
        ("dit ##[error]non et ##vso[task.complete]", "dit #\\#[error]non et #\\#vso[task.complete]"),
        ("##teamcity[x]", "#\\#teamcity[x]"),
        # What no runner obeys is as it was.
        ("Accueil :: soir", "Accueil :: soir"),
        ("## Un titre", "## Un titre"),
        (": deux points", ": deux points"),
    ],
)
def test_no_line_is_a_command_to_the_runner_of_a_ci(line: str, printed: str) -> None:
    assert inert(line) == printed
    assert inert(printed) == printed
