"""Characters that are not what they seem (CTG410)."""

import pytest

from ctgkit.plan.reading import read
from tests.conftest import PLANS
from tests.lint.examples import found, rule_named, run, whole_plan
from tests.lint.spots import mend, words


@pytest.mark.parametrize("plan", ["vie-et-boulogne", "fier-et-usses"])
def test_the_real_plans_are_clean(plan: str) -> None:
    assert (
        list(run((PLANS / f"{plan}.yaml").read_text(encoding="utf-8"), rule_named("CTG410")).findings) == []
    )


@pytest.mark.parametrize(
    ("line", "word", "meant", "point"),
    [
        ("Un terri\u00adtoire rural", "terri\u00adtoire", "territoire", "U+00AD"),
        ("La \u200bCaf", "\u200bCaf", "Caf", "U+200B"),
        ("La Caf\ufeff du Jura", "Caf\ufeff", "Caf", "U+FEFF"),
        ("Le \u202eforum\u202c annuel", "\u202eforum\u202c", "forum", "U+202E"),
        ("Les ho\u200braires ré\u00adduits, ho\u200braires", "ho\u200braires", "horaires", "U+200B"),
        ("Des e\u0301coles", "e\u0301coles", "écoles", "U+0301"),
        ("Une certaine qualite\u0301\u0301 de vie", "qualite\u0301\u0301", "qualité", "U+0301"),
        ("L'attractivit\u00e9\u0301 du territoire", "attractivit\u00e9\u0301", "attractivité", "U+0301"),
        ("De gr\u00ea\u0302ve lasse", "gr\u00ea\u0302ve", "grêve", "U+0302"),
        ("Les Francas et la \u0421af", "\u0421af", "Caf", "U+0421"),
    ],
)
def test_characters_that_can_be_mended(line: str, word: str, meant: str, point: str) -> None:
    fragment = f"constats:\n  - {line}\n"
    findings = found("CTG410", fragment)
    assert words("CTG410", fragment)[0] == word
    assert point in findings[0].message
    assert findings[0].fix[0].text == meant
    mended = mend(whole_plan(fragment), findings)
    assert read(mended.encode(), "plan.yaml").plan is not None
    assert list(run(mended, rule_named("CTG410")).findings) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("l'accueil rÃ©duit", "réduit"),
        ("Ã‰coles", "Écoles"),
        ("voilÃ\u00a0 tout", None),
        ("aujourdâ€™hui", "aujourd’hui"),
        ("la cÅ“urâ€“", None),
        ("le nÂ°", "n°"),
    ],
)
def test_letters_of_another_encoding(written: str, meant: str | None) -> None:
    findings = found("CTG410", f"constats:\n  - {written}\n")
    if meant is not None:
        assert [splice.text for one in findings for splice in one.fix] == [meant]
    assert all("encodage" in one.message for one in findings)
    assert findings


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("\uf0b7 Un lieu", ["\uf0b7"]),
        ("Des \ufffdcoles", ["\ufffdcoles"]),
        ("Un \u200b lieu", ["\u200b"]),
        ("Caf\u03c9", ["Caf\u03c9"]),
        ("L'attractivit \u00e9\u0301 du lieu", ["\u00e9\u0301"]),
        ("Des \u00e9\u0300coles", ["\u00e9\u0300coles"]),
    ],
)
def test_what_nobody_can_tell_is_left_to_the_author(line: str, told: list[str]) -> None:
    fragment = f"constats:\n  - {line}\n"
    assert words("CTG410", fragment) == told
    assert [one.fix for one in found("CTG410", fragment)] == [()]


@pytest.mark.parametrize(
    "line",
    [
        "Été, œuvre, « Noël », l’accueil… 10\u00a0€ – n°\u202f3",
        "Âge, Ça, À, Ÿ, ñ, ã",
        "Une famille \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "Le ω et le Каф",
        "10 µg",
    ],
)
def test_characters_as_they_should_be(line: str) -> None:
    assert words("CTG410", f"constats:\n  - {line}\n") == []


def test_a_title_and_a_key_of_the_head_are_texts_too() -> None:
    assert words("CTG410", "caf: Caf\u200b du Jura\n") == ["Caf\u200b"]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_line_break_of_another_program(sign: str) -> None:
    fragment = f"preambule:\n  - titre: Un lieu{sign}ouvert à tous\n"
    (finding,) = found("CTG410", fragment)
    assert f"U+{ord(sign):04X}" in finding.message
    mended = mend(whole_plan(fragment), [finding])
    assert "  - titre: Un lieu ouvert à tous\n" in mended
    assert list(run(mended, rule_named("CTG410")).findings) == []
