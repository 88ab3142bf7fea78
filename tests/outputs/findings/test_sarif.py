"""The `sarif` format: what the standard's schema says, and what code scanning needs."""

import json
import re
from functools import cache
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from ctgkit.outputs.findings.run import Checked, RuleInfo, Run
from ctgkit.outputs.findings.sarif import document
from ctgkit.plan.finding import Related
from ctgkit.vocabulary.gravite import Gravite
from tests.conftest import shared
from tests.examples import examples
from tests.outputs.findings.runs import ALL, CAF, NAME, NOTHING, RUNS, WHOLE, run


@cache
def validator() -> Draft4Validator:
    """The schema that OASIS publishes, or a skip."""
    path = shared("data/sarif/sarif-schema-2.1.0.json")
    return Draft4Validator(json.loads(path.read_text(encoding="utf-8")))


def faults(text: str) -> list[str]:
    return [error.message for error in validator().iter_errors(json.loads(text))]


def only(found: Run) -> dict[str, Any]:
    """The one run of a log."""
    (one,) = json.loads(document(found))["runs"]
    assert isinstance(one, dict)
    return one


def test_documents_follow_the_schema() -> None:
    assert faults(document(WHOLE)) == []
    assert faults(document(NOTHING)) == []
    assert faults(document(WHOLE).replace('"level": "note"', '"level": "info"')) != []


@examples(25)  # the schema is long to check
@given(RUNS)
def test_any_text_makes_a_document_that_follows_the_schema(found: Run) -> None:
    text = document(found)
    assert faults(text) == []
    assert len(only(found)["results"]) == found.totals.findings


def test_a_result_says_all_of_a_finding() -> None:
    first = only(WHOLE)["results"][0]
    artifact = {"uri": "plans/plan%20%C3%A0%20moi.yaml", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 17}
    assert first.pop("partialFingerprints").keys() == {"ctgkit/v1"}
    assert first == {
        "ruleId": "CTG999",
        "ruleIndex": 1,
        "level": "error",
        "message": {
            "text": "la Caf «\u00a0<Caf> & Cie\u00a0» n'existe pas [petite-enfance/1.1]. "
            "Aide\u00a0: écrivez\u00a0: Caf: 100 %, de\nVendée"
        },
        "locations": [
            {
                "physicalLocation": {"artifactLocation": artifact, "region": region},
                "logicalLocations": [{"fullyQualifiedName": "petite-enfance/1.1"}],
            }
        ],
        "relatedLocations": [
            {
                "id": 0,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 12},
                },
                "message": {"text": "titre ici"},
            }
        ],
        "fixes": [
            {
                "description": {"text": "écrivez\u00a0: Caf: 100 %, de\nVendée"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": '"Caf"'}},
                            {
                                "deletedRegion": {
                                    "startLine": 3,
                                    "startColumn": 1,
                                    "endLine": 3,
                                    "endColumn": 3,
                                },
                                "insertedContent": {"text": ""},
                            },
                        ],
                    }
                ],
            }
        ],
    }
    assert [result["level"] for result in only(WHOLE)["results"]] == ["error", "warning", "note"]


def test_rules_are_described_by_their_documentation_or_by_their_name() -> None:
    rule = RuleInfo(CAF, Gravite.ALERTE, "La Caf n'existe pas. " * 60, "## CTG999\n\n`caf`")
    silent = RuleInfo(NAME._replace(code="CTG997"), Gravite.REMARQUE, "Rien.", "Rien du tout.")
    rules = only(run(*WHOLE.checked[0].findings, rules=(rule, silent)))["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["CTG999", "CTG997", "CTG998"]
    assert rules[0]["help"]["markdown"] == "## CTG999\n\n`caf`"
    assert rules[0]["defaultConfiguration"] == {"level": "warning"}
    assert rules[1]["shortDescription"] == {"text": "Rien."}
    assert rules[2] == {
        "id": "CTG998",
        "name": "nom-en-double",
        **{key: {"text": "nom-en-double"} for key in ("shortDescription", "fullDescription", "help")},
    }
    # What GitHub requires of a rule, no longer than it takes.
    for each in rules:
        assert {"id", "shortDescription", "fullDescription", "help"} <= each.keys()
        assert 0 < len(each["fullDescription"]["text"]) <= 1000


def test_results_point_at_their_rule() -> None:
    one = only(WHOLE)
    rules = one["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in one["results"]] == ["CTG999", "CTG998", "CTG998"]


def test_what_could_not_be_read_is_a_notification() -> None:
    (invocation,) = only(WHOLE)["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told == {"level": "error", "message": {"text": "absent.yaml : fichier introuvable"}}
    assert only(NOTHING)["invocations"][0]["executionSuccessful"] is True


def test_columns_are_code_points_and_every_file_is_an_artifact() -> None:
    one = only(WHOLE)
    assert one["columnKind"] == "unicodeCodePoints"
    names = [artifact["location"]["uri"] for artifact in one["artifacts"]]
    assert names == ["plans/plan%20%C3%A0%20moi.yaml", "plans/propre.yaml"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a%b.yaml", "a%25b.yaml"),
        ("v1:a.yaml", "v1%3Aa.yaml"),
        ("a\nb#c?d.yaml", "a%0Ab%23c%3Fd.yaml"),
        ("b\udce9.yaml", "b%E9.yaml"),
        ("/ailleurs/à.yaml", "file:///ailleurs/%C3%A0.yaml"),
    ],
)
def test_any_name_is_a_uri(path: str, uri: str) -> None:
    location = only(Run("lint", "1", (Checked(path, (), (), 0, path),)))["artifacts"][0]["location"]
    assert location["uri"] == uri
    assert ("uriBaseId" in location) == (not path.startswith("/"))
    assert re.fullmatch("(?:file://)?[A-Za-z0-9._~/%-]+", uri)
    assert unquote_to_bytes(uri.removeprefix("file://")) == path.encode(errors="surrogateescape")


def test_standard_input_has_a_name_and_no_root() -> None:
    location = only(Run("lint", "1", (Checked("entrée standard", (), (), 0),)))["artifacts"][0]["location"]
    assert location == {"uri": "entr%C3%A9e%20standard"}


def test_a_plans_text_makes_no_link() -> None:
    link = "[ici](http://exemple.fr)"
    nasty = ALL._replace(message=link, hint=None, address=None, related=(Related(ALL.place, link),), fix=())
    result = only(run(nasty))["results"][0]
    escaped = {"text": r"\[ici](http://exemple.fr)"}
    assert result["message"] == escaped
    assert result["relatedLocations"][0]["message"] == escaped
