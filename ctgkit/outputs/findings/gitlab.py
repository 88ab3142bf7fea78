"""`gitlab`: a Code Quality report, the subset of Code Climate's grammar that GitLab documents."""

from __future__ import annotations

from hashlib import sha256

from ctgkit.outputs.findings.run import Run
from ctgkit.outputs.findings.sentence import sentence
from ctgkit.outputs.json_text import dumped
from ctgkit.plan.fingerprint import fingerprints
from ctgkit.vocabulary.gravite import Gravite

_SEVERITIES: dict[Gravite, str] = {
    Gravite.ERREUR: "major",
    Gravite.ALERTE: "minor",
    Gravite.REMARQUE: "info",
}


def document(run: Run) -> str:
    """A list of findings; files that could not be read have no place in it."""
    return dumped(
        [
            {
                "check_name": finding.code.code,
                "description": f"{finding.code.code} {sentence(finding)}",
                "fingerprint": _in_file(checked.path or checked.file, name),
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": checked.path or checked.file,
                    "lines": {"begin": finding.place.line},
                },
            }
            for checked in run.checked
            for finding, name in zip(
                checked.findings, fingerprints(checked.findings, checked.lines), strict=True
            )
        ]
    )


def _in_file(path: str, name: str) -> str:
    """A fingerprint that no other file of the report has: GitLab knows a finding by it alone."""
    return sha256(f"{path}\0{name}".encode(errors="surrogateescape")).hexdigest()[:32]
