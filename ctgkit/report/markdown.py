"""Plain text → Markdown that shows it as it is, in CommonMark and in GitHub's and GitLab's."""

from __future__ import annotations

import re

from ctgkit.wording.visible import visible

#: What can mean something anywhere in a line.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$]")
#: What starts a block at the start of a line: items, headings, rules, underlines of headings.
_START = re.compile(r"[-+](?=\s|\Z)|#(?=#{0,5}(?:\s|\Z))|-(?=[-\s]*\Z)|=(?==*\s*\Z)|\d{1,9}(?=[.)](?:\s|\Z))")
#: A `#` after a space may close a heading.
_CLOSING = re.compile(r"(?<=\s)#")
_EDGES = re.compile(r"\A[ \t]+|[ \t]+\Z")


def escape(texte: str) -> str:
    """`texte` on one line of Markdown: a line break becomes `<br>`, edges keep their spaces."""
    return "<br>".join(_line(line) for line in visible(texte).split("\n"))


def _line(line: str) -> str:
    line = _CLOSING.sub(r"\\#", _ANYWHERE.sub(r"\\\g<0>", line))
    if start := _START.match(line):
        kept = start[0] if start[0].isdigit() else ""
        line = f"{kept}\\{line[len(kept) :]}"
    return _EDGES.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), line)
