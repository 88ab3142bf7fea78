"""French typography of what documents print: spaces, apostrophes, and where a line may not end.

The spaces of `; ! ? « »` and of a `:` that has a space on one side; those inside numbers, before units and
in telephone numbers; an apostrophe between two letters. What somebody may copy stays as it is typed:
addresses of the web and of people, times, codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

_NO_BREAK = "\u00a0"
#: What a sign of punctuation may follow, where its space is missing.
_WORD = r"[\w)\]»%€\"”\u2019….]"
_RULES = re.compile(
    # Addresses of the web and of people, entities, `:word:`: nothing inside changes.
    r"(?P<code>(?<![^\s«(])[^\s«»(]*?(?:://|www\.|@)[^\s»]*|&\#?\w+;|:[\w+-]+:)"
    r"|(?P<apostrophe>(?<=[^\W\d_])'(?=[^\W\d_]|«))"
    # 02 51 31 60 09; 12 500
    r"|(?P<figures>(?<![\d.,/-])(?:0\d(?:[ ]\d\d){4}|\+33[ ]?\d(?:[ ]\d\d){4}|\d{1,3}(?:[ ]\d{3})+)(?!\d))"
    # `a :b`
    r"|(?P<sign>(?<=\S)[ ][:;!?](?=[^\W\d_]|«)(?![\w+-]*:))"
    # `a : b`, `a: b`, but not `a :-)` nor `a:b`
    r"|(?P<space>(?<=\S)[ ](?=[:;!?»]+(?:[\s.,;)\]]|\Z))"
    rf"|(?<={_WORD})(?=(?:[;!?]+|:)(?:[\s)\]»]|\Z))"
    # «a»
    r"|(?<=«)[ ]?(?=[^\s»])|(?<=[^\s«])[ ]?(?=»)"
    # 30%, 60 k€, 10 h 30, n° 2
    r"|(?<=\d)[ ]?(?=(?:[%‰]|[kM]?€)(?!\w))|(?<=\d)[ ](?=(?:h|min|[kc]?m[²³]?|ha|kg|ETP|°C)\b)"
    r"|(?<=\d[ ]h)[ ](?=\d\d\b)|(?<=n°)[ ]?(?=\d))"
)


class _Edit(NamedTuple):
    """A change of one character at most."""

    at: int
    gone: int
    come: str


def printed(text: str) -> str:
    """`text` as a document prints it."""
    return printed_parts((text,))[0]


def printed_parts(parts: Sequence[str]) -> list[str]:
    """The parts of a line as a document prints it: each is changed as the line is, wherever it was cut."""
    ends = list(accumulate(map(len, parts)))
    made, rank, done = [""] * len(parts), 0, 0
    line = "".join(parts)
    for edit in (*_edits(line), _Edit(len(line), 0, "")):
        while rank < len(parts) - 1 and ends[rank] <= edit.at:
            made[rank] += line[done : ends[rank]]
            done = ends[rank]
            rank += 1
        if parts:
            made[rank] += line[done : edit.at] + edit.come
        done = edit.at + edit.gone
    return made


def _edits(line: str) -> Iterator[_Edit]:
    for found in _RULES.finditer(line):
        at, words = found.start(), found[0]
        match found.lastgroup:
            case "apostrophe":
                yield _Edit(at, 1, "\u2019")
            case "figures":
                yield from (_Edit(at + n, 1, _NO_BREAK) for n, sign in enumerate(words) if sign == " ")
            case "sign":
                yield from (_Edit(at, 1, _NO_BREAK), _Edit(at + 2, 0, " "))
            case "space":
                yield _Edit(at, len(words), _NO_BREAK)
            case _:
                pass
