"""The `github` format, read back as the runner reads workflow commands."""

import re

from hypothesis import given

from ctgkit.outputs.findings.github import commands
from ctgkit.outputs.findings.run import Checked, Run
from ctgkit.plan.finding import Finding, Place
from tests.outputs.findings.runs import ALL, CAF, RUNS, WHOLE


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command's name, properties and message: split at the first `::`, then at commas, then unescaped."""
    found = re.fullmatch("::([a-z]+) (.*?)::(.*)", line, re.DOTALL)
    assert found is not None
    properties = dict(pair.split("=", 1) for pair in found[2].split(","))
    return found[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(found[3])


def unescaped(text: str) -> str:
    codes = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda found: codes[found[0]], text)


def test_a_command_is_as_documented() -> None:
    first, second, third = commands(WHOLE.checked[0])
    caf = "la Caf «\u00a0<Caf> & Cie\u00a0» n'existe pas [petite-enfance/1.1]"
    assert first == (
        "::error title=CTG999 caf-inventee,file=plans/plan à moi.yaml,line=2,endLine=2,col=6,endColumn=16"
        f"::plans/plan à moi.yaml:2:6: CTG999 {caf}%0Aaide : écrivez\u00a0: Caf: 100 %25, de%0AVendée"
    )
    # Columns only within one line.
    assert second == (
        "::warning title=CTG998 nom-en-double,file=plans/plan à moi.yaml,line=3,endLine=4"
        "::plans/plan à moi.yaml:3:3: CTG998 nom en double"
    )
    assert third == (
        "::notice title=CTG998 nom-en-double,file=plans/plan à moi.yaml,line=4,endLine=4,col=1,endColumn=1"
        "::plans/plan à moi.yaml:4:1: CTG998 rien d'autre"
    )


def test_a_file_without_findings_says_nothing() -> None:
    assert list(commands(WHOLE.checked[1])) == []


def test_what_is_no_file_is_annotated_nowhere() -> None:
    found = Finding("entrée standard", Place(1, 1, 1, 2), CAF, "non")
    (line,) = commands(Checked("entrée standard", (found,), (), 0))
    assert line == "::error title=CTG999 caf-inventee::entrée standard:1:1: CTG999 non"


def test_the_name_of_a_file_may_hold_what_separates_properties() -> None:
    path = "a%b:c,d=e\nf%2C::g.yaml"
    (line,) = commands(Checked(path, (ALL._replace(file=path),), (), 0, path))
    assert "file=a%25b%3Ac%2Cd=e%0Af%252C%3A%3Ag.yaml," in line
    assert read(line)[1]["file"] == path


@given(RUNS)
def test_any_text_is_read_back_from_one_line(run: Run) -> None:
    for checked in run.checked:
        lines = list(commands(checked))
        assert len(lines) == len(checked.findings)
        for line, finding in zip(lines, checked.findings, strict=True):
            assert "\n" not in line
            assert "\r" not in line
            level, properties, message = read(line)
            assert level == {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
            assert properties.get("file") == checked.path
            assert finding.message in message
            assert ("col" in properties) == (
                checked.path is not None and finding.place.line == finding.place.end_line
            )
            assert int(properties.get("endColumn", 1)) >= int(properties.get("col", 1))
