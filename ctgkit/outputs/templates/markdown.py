"""Plain text → Markdown that shows it as it is, in CommonMark and in GitHub's and GitLab's."""

from __future__ import annotations

import re

from ctgkit.french.typography import printed
from ctgkit.french.visible import visible

#: What can mean something anywhere in a line. GitHub and GitLab make links of bare addresses, and then
#: show the backslashes inside; `:word:` would be a picture.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$@]|:(?=//|[\w+-]+:)|\.(?<=www\.)", re.IGNORECASE)
#: What starts a block at the start of a line: items, definitions, rules, underlines of headings.
_START = re.compile(r"[-+:](?=\s|\Z)|-(?=[-\s]*\Z)|=(?==*\s*\Z)|\d{1,9}(?=[.)](?:\s|\Z))")
#: A `#` at the start of a text may start a heading, and there or after a space, close one.
_HASH = re.compile(r"(?:(?<=\s)|\A)#")
#: No-break spaces included: parsers trim them, and emphasis does not start or end beside one.
_EDGES = re.compile(r"\A\s+|\s+\Z")


def escape(texte: str) -> str:
    """`texte` on one line of Markdown, as documents print it."""
    return protected(printed(texte))


def protected(texte: str) -> str:
    """`texte` on one line of Markdown: a line break becomes `<br>`, edges keep their spaces."""
    return "<br>".join(_line(line) for line in visible(texte).split("\n"))


def _line(line: str) -> str:
    line = _ANYWHERE.sub(r"\\\g<0>", line)
    if "#" in line:
        line = _HASH.sub(r"\\#", line)
    if start := _START.match(line):
        kept = start[0] if start[0].isdigit() else ""
        line = f"{kept}\\{line[len(kept) :]}"
    if line == line.strip():
        return line
    return _EDGES.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), line)
