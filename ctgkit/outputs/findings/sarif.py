"""`sarif`: the Static Analysis Results Interchange Format, 2.1.0, for code scanning and editors."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ctgkit.outputs.findings.run import Checked, RuleInfo, Run
from ctgkit.outputs.findings.sentence import sentence
from ctgkit.outputs.json_text import dumped
from ctgkit.plan.finding import Code, Finding, Place, Splice
from ctgkit.plan.fingerprint import fingerprints
from ctgkit.vocabulary.gravite import Gravite

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Gravite, str] = {
    Gravite.ERREUR: "error",
    Gravite.ALERTE: "warning",
    Gravite.REMARQUE: "note",
}
#: What relative URIs start from.
_ROOT = "%SRCROOT%"
#: A bracket that would make a link of what follows (§3.11.6); a plan's text makes none.
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
#: GitHub refuses longer descriptions of a rule.
_MAX_DESCRIPTION = 1000


def document(run: Run) -> str:
    """One log of one run.

    A rule that has no documentation is described by its name, since GitHub wants a description.
    Columns are counted as findings count them, in code points, and the end is excluded.
    """
    codes = _codes(run)
    indexes = {code: index for index, code in enumerate(codes)}
    described = {rule.code: rule for rule in run.rules}
    return dumped(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "ctgkit",
                            "version": run.version,
                            "language": "fr",
                            "rules": [_rule(code, described.get(code)) for code in codes],
                        }
                    },
                    "language": "fr",
                    "columnKind": "unicodeCodePoints",
                    "invocations": [
                        {
                            "executionSuccessful": not run.problems,
                            "toolExecutionNotifications": [
                                {"level": "error", "message": _message(problem)} for problem in run.problems
                            ],
                        }
                    ],
                    "artifacts": [
                        {"location": _artifact(checked), "roles": ["analysisTarget"]}
                        for checked in run.checked
                    ],
                    "results": [
                        {"ruleId": finding.code.code, "ruleIndex": indexes[finding.code]}
                        | _result(checked, finding, name)
                        for checked in run.checked
                        for finding, name in zip(
                            checked.findings, fingerprints(checked.findings, checked.lines), strict=True
                        )
                    ],
                }
            ],
        }
    )


def _codes(run: Run) -> list[Code]:
    """The codes of the rules that ran, then of the other findings, in order."""
    rules = [rule.code for rule in run.rules]
    found = {finding.code for checked in run.checked for finding in checked.findings}
    return [*rules, *sorted(found.difference(rules))]


def _rule(code: Code, rule: RuleInfo | None) -> dict[str, Any]:
    summary = rule.summary if rule else code.name
    text = {"text": _cut(summary)}
    described: dict[str, Any] = {
        "id": code.code,
        "name": code.name,
        "shortDescription": text,
        "fullDescription": text,
        "help": {"text": summary},
    }
    if rule:
        described["help"]["markdown"] = rule.explanation
        described["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
    return described


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_DESCRIPTION else text[: _MAX_DESCRIPTION - 1] + "…"


def _result(checked: Checked, finding: Finding, name: str) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(checked, finding.place)}
    if finding.address:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.address}]
    result: dict[str, Any] = {
        "level": _LEVELS[finding.severity],
        "message": _message(sentence(finding)),
        "locations": [location],
        "partialFingerprints": {"ctgkit/v1": name},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": index,
                "physicalLocation": _physical(checked, other.place),
                "message": _message(other.message),
            }
            for index, other in enumerate(finding.related)
        ]
    if finding.fix:
        result["fixes"] = [_fix(checked, finding)]
    return result


def _fix(checked: Checked, finding: Finding) -> dict[str, Any]:
    change = {
        "artifactLocation": _artifact(checked),
        "replacements": [_replacement(splice) for splice in finding.fix],
    }
    return {"description": _message(finding.hint or finding.message), "artifactChanges": [change]}


def _replacement(splice: Splice) -> dict[str, Any]:
    return {"deletedRegion": _region(splice.place), "insertedContent": {"text": splice.text}}


def _physical(checked: Checked, place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(checked), "region": _region(place)}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(checked: Checked) -> dict[str, str]:
    """Where a file is: its bytes, percent-encoded, so that any name is a URI."""
    if checked.path is None:
        return {"uri": quote(checked.file.encode(errors="surrogateescape"))}
    path = Path(checked.path)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(checked.path)), "uriBaseId": _ROOT}


def _message(text: str) -> dict[str, str]:
    return {"text": _LINK.sub(r"\\[", text)}
