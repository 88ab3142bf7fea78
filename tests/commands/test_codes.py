"""Every code that ctg prints is explained, and what its explanation shows is true."""

import ast
import re

import pytest

from ctgkit.app.checking.against import compared
from ctgkit.app.checking.codes import FAMILIES, Explained, all_codes
from ctgkit.lint import Active, all_rules, lint
from ctgkit.plan.documentation import DECLARED, Example
from ctgkit.plan.finding import Code
from ctgkit.plan.reading import read
from ctgkit.plan.reading.limits import MAX_BYTES
from ctgkit.versions.codes import NO_AVENANT
from tests.conftest import ROOT
from tests.lint.examples import TODAY, whole_plan

#: A defect of ctgkit's own, and what only git's history makes: no text of a plan does.
WITHOUT_EXAMPLE = {"CTG039", "CTG213", "CTG214"}
RULES = {rule.code for rule in all_rules()}
OTHERS = [one for one in all_codes() if one.code not in RULES]


def data(example: Example) -> bytes:
    """The file that an example is, or is a piece of."""
    how = example.how.split()
    text = example.text
    if "échappé" in how:
        text = re.sub(r"\\(x[0-9a-f]{2}|t)", lambda found: ast.literal_eval(f"'{found[0]}'"), text)
    text = text if "fichier" in how else whole_plan(text)
    if "répété" in how:
        text *= MAX_BYTES // len(text) + 2
    return text.encode("windows-1252" if "windows-1252" in how else "utf-8")


def codes(file: bytes, old: bytes | None) -> set[Code]:
    """The codes of what ctg finds in a file, against an old version where there is one."""
    reading = read(file, "plan.yaml")
    found = {finding.code for finding in reading.findings}
    if old is not None:
        before = read(old, "ancien.yaml")
        assert before.plan is not None, before.findings
        found |= {finding.code for finding in compared(before, reading)}
    if reading.plan is not None:
        active = [Active(rule, rule.severity, rule.options()) for rule in all_rules()]
        found |= {finding.code for finding in lint(reading, active, TODAY).findings}
    return found


@pytest.mark.parametrize(
    "one", [one for one in OTHERS if one.code.code not in WITHOUT_EXAMPLE], ids=lambda one: one.code.name
)
def test_every_example_yields_its_code_and_every_mended_one_does_not(one: Explained) -> None:
    old = next((data(example) for example in one.documentation.examples if example.how == "ancien"), None)
    failing = [example for example in one.documentation.examples if example.how != "ancien"]
    assert failing
    for example in failing:
        assert one.code in codes(data(example), old), example.text
    for example in one.documentation.corrected:
        found = codes(data(example), old)
        assert one.code not in found, example.text
        # A fiche that comes back under another number still changes the contract.
        errors = {code for code in found if code.code < "CTG3"} - ({NO_AVENANT} if old else set())
        assert errors == set(), example.text


def test_every_code_of_the_source_is_declared_where_it_is_explained() -> None:
    """A code that was only named, with `Code(…)`, would be explained nowhere: rules alone are so named."""
    wrong = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "ctgkit").rglob("*.py"))
        if re.search(r"\bCode\(\s*[\"']", path.read_text(encoding="utf-8"))
        and path.parent != ROOT / "ctgkit" / "lint" / "rules"
    ]
    assert wrong == []
    assert len(DECLARED) >= 50
    assert {one.code for one in OTHERS} == set(DECLARED)


def test_no_two_codes_share_a_number_or_a_name() -> None:
    every = [one.code for one in all_codes()]
    assert len({code.code for code in every}) == len({code.name for code in every}) == len(every)
    assert {one.family for one in all_codes()} == set(FAMILIES)


def test_only_a_defect_of_ctgkit_has_no_example() -> None:
    assert {one.code.code for one in all_codes() if not one.documentation.examples} == WITHOUT_EXAMPLE
