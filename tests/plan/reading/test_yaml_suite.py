"""Files that no plan resembles: the YAML test suite, and strings that break programs."""

from __future__ import annotations

import json
import re

import yaml

from ctgkit.plan.reading import codes, read
from tests.conftest import shared
from tests.effort import ends
from tests.plan.reading.plans import fiche, with_points
from tests.plan.reading.test_properties import check_places, double_quoted

#: How the suite shows what cannot be seen: spaces, tabs, line ends, no line end, returns, marks.
STAND_INS = (("␣", " "), ("—*»", "\t"), ("↵", ""), ("∎\n\\Z", ""), ("←", "\r"), ("⇔", "\ufeff"))


def decoded(written: str) -> str:
    """A case as it is in a file."""
    for stand_in, character in STAND_INS:
        written = re.sub(stand_in, character, written)
    return written


def cases() -> dict[str, str]:
    """The text of each case of the suite; one without a text has that of the case before it."""
    found = {}
    for path in sorted(shared("data/yaml-test-suite").glob("*.yaml")):
        written = ""
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            written = case.get("yaml", written)
            found[f"{path.stem}-{number}"] = decoded(written)
    return found


def test_no_case_of_the_yaml_test_suite_breaks_the_reader() -> None:
    found = cases()
    assert len(found) > 300
    assert any("\t" in text for text in found.values())
    for name, text in found.items():
        with ends():
            reading = read(text.encode(), name)
        assert reading.findings, name
        check_places(reading)


def test_a_file_of_another_kind_is_one_finding_however_odd_its_yaml() -> None:
    kinds = {codes.EMPTY, codes.OTHER_FILE}
    others = [
        name
        for name, text in cases().items()
        if {f.code for f in read(text.encode(), name).findings} <= kinds
    ]
    assert len(others) > 300


def test_no_case_of_the_suite_under_a_fiche_breaks_the_reader() -> None:
    for name, text in cases().items():
        below = with_points(text.replace("\n", "\n            "))
        with ends():
            check_places(read(below.encode(), name))


def test_naughty_strings_come_back_unchanged() -> None:
    strings = json.loads(shared("data/naughty-strings/blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 500
    blank = [text for text in strings if not text or text.isspace()]
    for text in blank:
        (finding,) = read(with_points(double_quoted(text)).encode(), "plan.yaml").findings
        assert finding.code is codes.BLANK
    texts = [text for text in strings if text not in blank]
    for text in texts:
        assert [point.texte for point in fiche(with_points(double_quoted(text))).constats] == [text]
    together = with_points(*map(double_quoted, texts))
    assert [point.texte for point in fiche(together).constats] == texts


def test_naughty_strings_typed_raw_come_back_or_are_findings() -> None:
    for text in json.loads(shared("data/naughty-strings/blns.json").read_text(encoding="utf-8")):
        check_places(read(with_points(text).encode(), "plan.yaml"))
