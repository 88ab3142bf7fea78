"""Fingerprints: the same finding wherever its line goes, another for another."""

from hypothesis import given
from hypothesis import strategies as st

from ctgkit.plan.finding import Code, Finding, Place
from ctgkit.plan.fingerprint import fingerprints
from tests.outputs.findings.runs import FINDINGS, TEXTS

MISSING = Code("CTG102", "cle-manquante")


def missing(key: str, line: int = 1, address: str | None = None) -> Finding:
    place = Place(line, 1, line, 7)
    return Finding("p.yaml", place, MISSING, f"il manque la clé «\u00a0{key}\u00a0»", address=address)


def test_a_line_that_moves_or_is_indented_changes_nothing() -> None:
    before = fingerprints([missing("caf", 1)], ["titre: x"])
    assert fingerprints([missing("caf", 3)], ["# a", "", "titre: x"]) == before
    assert fingerprints([missing("caf")._replace(place=Place(1, 3, 1, 9))], ["  titre: x"]) == before


def test_another_code_address_word_or_quoted_word_is_another_finding() -> None:
    lines = ["titre: x"]
    others = [
        missing("caf"),
        missing("axes"),
        missing("caf", address="1.1"),
        missing("caf")._replace(code=Code("CTG101", "cle-inconnue")),
        missing("caf")._replace(place=Place(1, 1, 1, 4)),
    ]
    assert len({fingerprints([other], lines)[0] for other in others}) == 5


def test_a_missing_key_that_is_added_leaves_the_others_what_they_were() -> None:
    lines = ["titre: x"]
    before = fingerprints([missing("caf"), missing("axes"), missing("periode")], lines)
    assert fingerprints([missing("axes"), missing("periode")], lines) == before[1:]


def test_a_message_may_be_worded_otherwise() -> None:
    worded = missing("caf")._replace(message="ligne 4 : ajoutez «\u00a0caf\u00a0»")
    assert fingerprints([worded], ["titre: x"]) == fingerprints([missing("caf")], ["titre: x"])


@given(st.lists(FINDINGS, max_size=6), st.lists(TEXTS, max_size=5))
def test_no_two_of_a_file_share_one(findings: list[Finding], lines: list[str]) -> None:
    names = fingerprints([*findings, *findings], lines)
    assert len(set(names)) == 2 * len(findings)
    assert fingerprints([*findings, *findings], lines) == names
