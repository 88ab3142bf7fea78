"""One finding: a code, a place, a sentence, and often how to mend it."""

from __future__ import annotations

from typing import NamedTuple

from ctgkit.vocabulary.gravite import Gravite


class Place(NamedTuple):
    """A range of characters in a file: 1-based lines and columns, the end column excluded.

    Columns count code points, as editors do; a byte order mark is not counted.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Code(NamedTuple):
    """What a finding is about: `CTG015`, and a name that reads after "ignore …"."""

    code: str
    name: str


class Related(NamedTuple):
    """Another place a finding speaks of, with what stands there."""

    place: Place
    message: str


class Splice(NamedTuple):
    """Characters of a file to replace: those of `place`, by `text`, which has no line break in a fix.

    A place that ends at the first column of a line takes the break before it along.
    """

    place: Place
    text: str


class Finding(NamedTuple):
    """One thing to mend in one file.

    Findings sort by place, then by code, once `file` is the same. `message` and `hint` are printed
    as they are: text of the file that they quote is made visible before.

    `fix` is there when the remedy is certain: applied together, its splices mend the file.
    """

    file: str
    place: Place
    code: Code
    message: str
    hint: str | None = None
    severity: Gravite = Gravite.ERREUR
    address: str | None = None
    related: tuple[Related, ...] = ()
    fix: tuple[Splice, ...] = ()
