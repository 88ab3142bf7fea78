"""One small plan a fault, in `tests/data/fautes`, and beside it every finding it must give.

The expected lists are written by hand from the plans: a place, a code, an address (or a dash), the
message and the hint; below, indented, the other places a finding speaks of.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctgkit.plan.finding import Code, Finding, Place
from ctgkit.plan.reading import codes, coherence, faults, read
from tests.plan.reading.plans import with_points

FAULTS = Path(__file__).parents[2] / "data" / "fautes"
NAMES = sorted(path.stem for path in FAULTS.glob("*.yaml"))
#: Only bytes that are no UTF-8 text have these; `test_files.py` makes them.
OF_BYTES = {codes.ENCODING, codes.TOO_BIG}
#: What is told and read all the same.
REMARKS = {"tiret-et-puce", "valeur-nulle"}
#: What has a second mistake on a line, told once the first is mended.
BEHIND = {"insecable-devant-un-sous-point", "insecable-devant-un-sous-point-decale"}
TYPE = "écrivez\u00a0: "


def place(found: Place) -> str:
    return f"{found.line}:{found.column}-{found.end_line}:{found.end_column}"


def told(finding: Finding) -> list[str]:
    head = f"{place(finding.place)} {finding.code.code} {finding.address or '-'}"
    related = [f"  {place(other.place)} {other.message}" for other in finding.related]
    return [f"{head} | {finding.message} | {finding.hint}", *related]


def findings(name: str) -> tuple[Finding, ...]:
    return read((FAULTS / f"{name}.yaml").read_bytes(), f"{name}.yaml").findings


def test_there_are_fixtures_and_each_has_its_findings() -> None:
    assert len(NAMES) > 300
    assert sorted(path.stem for path in FAULTS.glob("*.attendu")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_told_at_its_place_and_nothing_else_is(name: str) -> None:
    reading = read((FAULTS / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    expected = (FAULTS / f"{name}.attendu").read_text(encoding="utf-8").split("\n")
    assert [line for finding in reading.findings for line in told(finding)] == expected[:-1]
    remarks = {finding.severity for finding in reading.findings} == {"info"}
    assert (reading.plan is not None) == remarks == (name in REMARKS)
    assert {finding.file for finding in reading.findings} == {f"{name}.yaml"}
    assert {finding.severity for finding in reading.findings} == {"info" if remarks else "error"}


def test_every_code_has_a_fixture_a_number_and_a_name_of_its_own() -> None:
    named = {**vars(faults), **vars(coherence)}
    codes = [code for code in named.values() if isinstance(code, Code)]
    shown = {finding.code for name in NAMES for finding in findings(name)}
    assert shown == set(codes) - OF_BYTES
    assert len({code.code for code in codes}) == len({code.name for code in codes}) == len(codes)
    assert all(re.fullmatch(r"CTG[012]\d\d", code.code) for code in codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name) for code in codes)


def test_messages_and_hints_are_one_line_of_french_typography() -> None:
    for name in NAMES:
        for finding in findings(name):
            for text in (finding.message, finding.hint or ""):
                said = text.partition(TYPE)[0]
                assert "\n" not in text
                assert not re.search(r"« | »|[^\u00a0];|[^\u00a0]\?", said), text
                assert text[0].islower() or text.startswith(("«", "YAML")), text


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def type_as_told(lines: list[str], finding: Finding) -> bool:
    """Changes `lines` as the hint says, or says that it shows no line to type."""
    said, typed, text = (finding.hint or "").partition(TYPE)
    if not typed or "puis" in said:
        return False
    number = finding.place.line - 1
    line = lines[number]
    if finding.code is codes.DATE:
        lines[number] = line[: finding.place.column - 1] + text + line[finding.place.end_column - 1 :]
        return True
    if finding.code is codes.BULLET:  # which may be a letter
        lines[number] = line[: finding.place.column - 1] + text
        return True
    if finding.code is codes.TAG and not said:  # the tag is left out
        lines[number] = line[: len(line) - len(line.lstrip())] + text
        return True
    first = number
    while first >= 0 and words(lines[first]) != words(text)[: len(words(lines[first]))]:
        first -= 1
    assert first >= 0, finding
    last = first
    while len(words(" ".join(lines[first : last + 1]))) < len(words(text)):
        last += 1
    white = "" if text.startswith(" ") else lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    lines[first : last + 1] = [white + text, *[""] * (last - first)]
    return True


@pytest.mark.parametrize("name", NAMES)
def test_a_line_typed_as_the_hint_shows_is_read(name: str) -> None:
    reading = read((FAULTS / f"{name}.yaml").read_bytes(), name)
    lines = list(reading.lines)
    typed = [finding for finding in reading.findings if type_as_told(lines, finding)]
    again = read("\n".join(lines).encode(), name)
    left = {(finding.code, finding.place.line) for finding in again.findings}
    assert left.isdisjoint((finding.code, finding.place.line) for finding in typed), again.findings
    if len(typed) == len(reading.findings) and name not in BEHIND:
        assert not [finding for finding in again.findings if finding.code.code.startswith("CTG0")]
        assert (again.plan is None) == bool(again.findings)


def test_most_hints_show_the_line_to_type() -> None:
    shown = [finding for name in NAMES for finding in findings(name) if TYPE in (finding.hint or "")]
    assert len(shown) > 200


def test_a_duplicate_key_gives_both_places() -> None:
    (finding,) = findings("cle-en-double")
    (first,) = finding.related
    assert (first.place.line, finding.place.line) == (13, 14)


@pytest.mark.parametrize("text", ['{"titre\\:', "[{'a': b", '"a" "b" : c', "'a' : 'b' : 'c"])
def test_a_line_that_quotes_do_not_mend_is_told_once(text: str) -> None:
    found = read(with_points("un", text, "deux").encode(), "plan.yaml").findings
    assert [(finding.code in faults.QUOTING, finding.place.line) for finding in found] == [(True, 15)]
