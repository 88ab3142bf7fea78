"""What a format is: a module of :mod:`ctgkit.outputs.formats`, which declares itself.

    FORMAT = Format(…)     what it is called, what is written in it, how such a file starts
    def page(page, given)  a page in it, where pages are written in it
    def document(run)      all that a run found in it, where that is one document

A table or a screen is laid out by the report that it is of, over its own view. Modules of formats import
what they need when something is written: all of them are read for the help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ctgkit.outputs.templates.page import Source


class Format(NamedTuple):
    """A format.

    Attributes:
        name: how `--format` and the end of a file's name call it.
        rank: its place where formats are listed.
        told: what it is, in French.
        kinds: what is written in it, besides pages: names of :data:`ctgkit.outputs.registry.KINDS`.
        page: whether all that is a page is written in it.
        suffixes: how the name of such a file ends, the usual ending first.
        synonyms: what may be typed for its name.
        starts: a pattern of how such a file starts where ctgkit wrote it; its name alone would not do,
            since notes about ctgkit have it too.
        streamed: whether it is lines, for a terminal, printed while they are made and in its encoding.
    """

    name: str
    rank: int
    told: str
    kinds: tuple[str, ...] = ()
    page: bool = False
    suffixes: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    starts: str = ""
    streamed: bool = False


class Given(NamedTuple):
    """What a page is written with, besides what it says.

    Attributes:
        views: what it was made of, under the names that templates give it.
        today: the day of the document.
        source: where templates come from, for the formats that have some.
    """

    views: Mapping[str, object]
    today: date
    source: Source
