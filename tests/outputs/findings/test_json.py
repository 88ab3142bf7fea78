"""The `json` format: what its schema says, and nothing lost."""

import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from ctgkit.outputs.findings.json_document import document
from ctgkit.outputs.findings.json_schema import json_schema, schema_text
from ctgkit.outputs.findings.run import Run
from tests.conftest import ROOT
from tests.outputs.findings.runs import NOTHING, RUNS, WHOLE

SCHEMA = ROOT / "schema" / "findings.schema.json"


def faults(text: str) -> list[str]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(json.loads(text))]


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object that the schema describes, at every level."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for below in schema.values():
            yield from objects(below)


def test_the_schema_is_fresh_and_of_draft_7() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()
    assert json.loads(schema_text()) == json_schema()
    assert json_schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(json_schema())


def test_the_schema_knows_every_key_requires_it_and_describes_it_in_french() -> None:
    found = list(objects(json_schema()))
    assert len(found) == 7
    for each in found:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
        for value in each["properties"].values():
            assert re.match("[A-ZÀÉ].*[^.]\\.$", value["description"])


def test_everything_of_a_finding_is_there() -> None:
    assert json.loads(document(WHOLE)) == {
        "version": 1,
        "tool": {"name": "ctgkit", "version": "1.2.3"},
        "command": "validate",
        "totals": {
            "files": 2,
            "fiches": 7,
            "findings": 3,
            "errors": 1,
            "warnings": 1,
            "infos": 1,
            "problems": 1,
        },
        "problems": ["absent.yaml : fichier introuvable"],
        "files": [
            {
                "file": "plans/plan à moi.yaml",
                "fiches": 3,
                "findings": [
                    {
                        "code": "CTG999",
                        "name": "caf-inventee",
                        "severity": "error",
                        "message": "la Caf «\u00a0<Caf> & Cie\u00a0» n'existe pas",
                        "hint": "écrivez\u00a0: Caf: 100 %, de\nVendée",
                        "line": 2,
                        "column": 6,
                        "end_line": 2,
                        "end_column": 17,
                        "address": "petite-enfance/1.1",
                        "related": [
                            {"message": "titre ici", "line": 1, "column": 8, "end_line": 1, "end_column": 12}
                        ],
                        "fix": [
                            {"text": '"Caf"', "line": 2, "column": 6, "end_line": 2, "end_column": 17},
                            {"text": "", "line": 3, "column": 1, "end_line": 3, "end_column": 3},
                        ],
                        "fingerprint": fingerprint(0),
                    },
                    {
                        "code": "CTG998",
                        "name": "nom-en-double",
                        "severity": "warning",
                        "message": "nom en double",
                        "hint": None,
                        "line": 3,
                        "column": 3,
                        "end_line": 4,
                        "end_column": 15,
                        "address": None,
                        "related": [],
                        "fix": None,
                        "fingerprint": fingerprint(1),
                    },
                    {
                        "code": "CTG998",
                        "name": "nom-en-double",
                        "severity": "info",
                        "message": "rien d'autre",
                        "hint": None,
                        "line": 4,
                        "column": 1,
                        "end_line": 4,
                        "end_column": 1,
                        "address": None,
                        "related": [],
                        "fix": None,
                        "fingerprint": fingerprint(2),
                    },
                ],
            },
            {"file": "plans/propre.yaml", "fiches": 4, "findings": []},
        ],
    }


def fingerprint(index: int) -> str:
    """What another test looks into."""
    names = [finding["fingerprint"] for finding in json.loads(document(WHOLE))["files"][0]["findings"]]
    assert len(set(names)) == 3
    return str(names[index])


def test_documents_follow_the_schema() -> None:
    assert faults(document(WHOLE)) == []
    assert faults(document(NOTHING)) == []
    assert faults(document(WHOLE).replace('"severity": "info"', '"severity": "notice"')) != []


@given(RUNS)
def test_any_text_makes_a_document_that_follows_the_schema(run: Run) -> None:
    text = document(run)
    assert faults(text) == []
    assert text.endswith("}\n")
    # No terminal obeys it, no encoding refuses it, and it is all there.
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    messages = [finding.message for checked in run.checked for finding in checked.findings]
    read = [finding["message"] for file in json.loads(text)["files"] for finding in file["findings"]]
    assert read == [re.sub("[\ud800-\udfff]", "\ufffd", message) for message in messages]
