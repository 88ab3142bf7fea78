"""`github`: workflow commands, which GitHub Actions turns into annotations of the lines."""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.outputs.findings.run import Checked
from ctgkit.outputs.findings.text import head
from ctgkit.plan.finding import Place
from ctgkit.vocabulary.gravite import Gravite

_LEVELS: dict[Gravite, str] = {
    Gravite.ERREUR: "error",
    Gravite.ALERTE: "warning",
    Gravite.REMARQUE: "notice",
}
#: How a command's message is written, and what its properties need besides.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def commands(checked: Checked) -> Iterator[str]:
    """One command a finding, without its newline.

    The message starts as a line of `concise` does: the log of the job shows only the message, and
    no more than ten annotations of a kind are made for a step.
    """
    for finding in checked.findings:
        told = head(finding) + (f"\naide : {finding.hint}" if finding.hint else "")
        properties = {"title": " ".join(finding.code)}
        if checked.path is not None:
            properties |= {"file": checked.path, **_lines(finding.place)}
        words = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
        yield f"::{_LEVELS[finding.severity]} {words}::{told.translate(_DATA)}"


def _lines(place: Place) -> dict[str, str]:
    """The place, ends included; columns where it is within one line, as GitHub wants."""
    lines = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:
        lines["col"] = str(place.column)
        lines["endColumn"] = str(max(place.column, place.end_column - 1))
    return lines
