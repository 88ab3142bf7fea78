"""Lines of runs, as formats with links write them: in the typography of documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ctgkit.french.typography import printed_parts
from ctgkit.page.blocks import Runs


class Linked(NamedTuple):
    """Runs that follow each other and lead to the same place; `to` is `None` where they lead nowhere."""

    to: str | None
    runs: Runs


def linked(line: Runs) -> Iterator[Linked]:
    """The runs of a line: those that lead to the same place are one link."""
    words = printed_parts([run.text for run in line])
    typeset = (run._replace(text=text) for run, text in zip(line, words, strict=True))
    for to, those in groupby(typeset, lambda run: run.to):
        yield Linked(to, tuple(those))
