"""Findings for people: `full`, with the line and a caret, and `concise`, one line each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TextIO, TypeAlias

from ctgkit.french.visible import one_line, width
from ctgkit.plan.finding import Finding, Place

#: Colours a text by its kind: a severity, `strong`, `dim` or `link`.
Paint: TypeAlias = Callable[[str, str], str]

#: Spaces that look like plain ones, shown where they are what is wrong.
_UNSEEN = re.compile("[\u00a0\u2000-\u200b\u202f\u2060\u3000]")
_MARGIN = 8
_LEAST = 40


def write_concise(findings: Iterable[Finding], stream: TextIO, paint: Paint) -> None:
    """One line a finding, as :func:`head` writes it, and whether `--fix` mends it."""
    stream.writelines(f"{head(finding, paint)}{_certain(finding, paint)}\n" for finding in findings)


def write_full(
    findings: Iterable[Finding], lines: Sequence[str], stream: TextIO, paint: Paint, columns: int
) -> None:
    """Each finding with its source line, a caret under the exact words, and the hint.

    Args:
        findings: those of one file.
        lines: the lines of that file, without their breaks.
        stream: where to write.
        paint: colours.
        columns: how wide the screen is; source lines are cut around the caret to fit, messages
            and hints are never cut.
    """
    for finding in findings:
        color = partial(paint, finding.severity)
        blocks = [head(finding, paint) + "\n"]
        for place, note in ((finding.place, ""), *finding.related):
            blocks += excerpt(place, note, lines, color, columns)
        if finding.hint:
            blocks.append(f"{'aide':>{_MARGIN - 2}} : {finding.hint}{_certain(finding, paint)}\n")
        stream.write("".join(blocks) + "\n")


def plain(_: str, text: str) -> str:
    """No colours at all."""
    return text


def head(finding: Finding, paint: Paint = plain) -> str:
    """A finding on one line: `file:line:column: CODE message [address]`."""
    place = paint("strong", f"{one_line(finding.file)}:{finding.place.line}:{finding.place.column}:")
    address = f" [{one_line(finding.address)}]" if finding.address else ""
    code = paint(finding.severity, finding.code.code)
    return f"{place} {code} {finding.message}{paint('dim', address)}"


def _certain(finding: Finding, paint: Paint) -> str:
    """What says that the remedy is certain, and that the command can write it."""
    return " " + paint("dim", "(--fix)") if finding.fix else ""


def excerpt(
    place: Place, note: str, lines: Sequence[str], color: Callable[[str], str], columns: int
) -> Iterator[str]:
    """The source line and its caret; nothing where the file has no such line to show."""
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return
    line = lines[place.line - 1]
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    before, words, after = (_shown(line[a:b]) for a, b in ((0, start), (start, end), (end, len(line))))
    words = _UNSEEN.sub("⍽", words)
    room = max(columns - _MARGIN - 2, _LEAST)
    if width(before) + width(words) + width(after) > room:
        before, words, after = _cut(before, words, after, room)
    caret = " " * width(before) + color("^" * max(width(words), 1)) + (f" {note}" if note else "")
    yield f"{place.line:>{_MARGIN - 2}} │ {before}{words}{after}".rstrip() + "\n"
    yield f"{'':>{_MARGIN - 2}} │ {caret}\n"


def _shown(text: str) -> str:
    """A piece of a line, with its tabs made visible, one column each."""
    return one_line(text.replace("\t", "→"))


def _cut(before: str, words: str, after: str, room: int) -> tuple[str, str, str]:
    """Keeps the words at fault and what fits around them."""
    if len(words) > room - 2:
        words, after = words[: room - 3] + "…", ""
    left = room - len(words)
    kept = left // 2
    if len(before) > kept:
        before = "…" + (before[-(kept - 1) :] if kept > 1 else "")
    left -= len(before)
    if len(after) > left:
        after = after[: max(left - 1, 0)] + "…"
    return before, words, after
