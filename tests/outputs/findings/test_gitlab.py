"""The `gitlab` format: a Code Quality report as GitLab documents it."""

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from ctgkit.outputs.findings.gitlab import document
from ctgkit.outputs.findings.run import Checked, Run
from tests.outputs.findings.runs import ALL, NOTHING, RUNS, WHOLE, run

#: The properties that GitLab documents, all of them required.
GRAMMAR: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "additionalProperties": False,
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues(found: Run) -> list[dict[str, Any]]:
    text = document(found)
    assert text.endswith("]\n")
    data: list[dict[str, Any]] = json.loads(text)
    assert [error.message for error in Draft7Validator(GRAMMAR).iter_errors(data)] == []
    return data


def test_an_issue_is_as_documented() -> None:
    first, second, third = issues(WHOLE)
    assert {key: value for key, value in first.items() if key != "fingerprint"} == {
        "check_name": "CTG999",
        "description": "CTG999 la Caf «\u00a0<Caf> & Cie\u00a0» n'existe pas [petite-enfance/1.1]. "
        "Aide\u00a0: écrivez\u00a0: Caf: 100 %, de\nVendée",
        "severity": "major",
        "location": {"path": "plans/plan à moi.yaml", "lines": {"begin": 2}},
    }
    assert [second["severity"], third["severity"]] == ["minor", "info"]


def test_nothing_is_an_empty_list() -> None:
    assert document(NOTHING) == "[]\n"


def test_a_fingerprint_survives_a_moved_line_and_no_other_file_has_it() -> None:
    moved = ALL._replace(place=ALL.place._replace(line=3, end_line=3))
    (before,) = issues(run(ALL))
    (after,) = issues(run(moved, lines=("# une ligne de plus", "titre: Plan", "caf: <Caf> & Cie")))
    assert before["location"] != after["location"]
    assert before["fingerprint"] == after["fingerprint"]
    both = Run("lint", "1", tuple(Checked(name, (ALL,), (), 0, name) for name in ("a.yaml", "b.yaml")))
    assert len({issue["fingerprint"] for issue in issues(both)}) == 2


@given(RUNS)
def test_any_text_makes_a_report(found: Run) -> None:
    assert len(issues(found)) == found.totals.findings
