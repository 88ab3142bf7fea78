"""The output formats by name, and the one that an extension means."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctgkit.outputs.findings.run import Run

#: Formats that are one document; the others are printed file by file.
DOCUMENTS = ("json", "gitlab", "sarif", "junit")
FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")

_SUFFIXES = {
    ".txt": "full",
    ".sarif.json": "sarif",  # the other extension that the SARIF standard knows
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
}
SUFFIXES = tuple(suffix for suffix in _SUFFIXES if suffix != ".sarif.json")

#: How each format starts when ctgkit wrote it. `gitlab` names no tool, but its first finding has a
#: code of ours; an empty list is nobody's work. A pattern, compiled only where a file is replaced.
OURS = (
    r"\A(?:"
    r'{\s*"version": \d+,\s*"tool": {\s*"name": "ctgkit"'
    r"|\[\]\s*\Z"
    r'|\[\s*{\s*"check_name": "CTG\d'
    r'|{\s*"\$schema": "[^"]*sarif[^[]*\[\s*{\s*"tool": {\s*"driver": {\s*"name": "ctgkit"'
    r'|<\?xml [^>]*>\s*<testsuites name="ctgkit '
    r"|::(?:error|warning|notice) title=CTG\d"
    r"|.*:\d+:\d+:(?:\x1b\[0m)? (?:\x1b\[[\d;]*m)?CTG\d"
    r"|\d[\d\u202f]* plans?, "
    r")"
)


def format_of(name: str) -> str | None:
    """The format that the extension of a file's name means, if it means one."""
    lower = PurePath(name).name.lower()
    return next((chosen for suffix, chosen in _SUFFIXES.items() if lower.endswith(suffix)), None)


def document(name: str, run: Run) -> str:
    """A run as a document, which ends in a newline; each format is imported when it is asked for.

    Args:
        name: one of :data:`DOCUMENTS`.
        run: all that was found.
    """
    if name == "json":
        from ctgkit.outputs.findings.json_document import document as written  # noqa: PLC0415
    elif name == "gitlab":
        from ctgkit.outputs.findings.gitlab import document as written  # noqa: PLC0415
    elif name == "sarif":
        from ctgkit.outputs.findings.sarif import document as written  # noqa: PLC0415
    elif name == "junit":
        from ctgkit.outputs.findings.junit import document as written  # noqa: PLC0415
    else:
        raise ValueError(f"no document is called {name}")
    return written(run)
