"""What a document of `ctg report` is: a folder of this room, found by its `document.py`.

    reports/<kind>/__init__.py   what it is about; it imports nothing
    reports/<kind>/document.py   DOCUMENT: what it is called, and what may be asked of it
    reports/<kind>/view.py       its facts, each described
    reports/<kind>/page.py       SECTIONS, in order, with their titles; the facts in words, as blocks

The words of `--kind` and its help, `ctgkit.toml`, templates, the JSON Schema and the pages of the docs come
from here. Modules `document` import what they need when it is asked of them: all are read for the help.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from ctgkit.page.blocks import Page
    from ctgkit.plan import Plan


class NotWrittenError(Exception):
    """A plan has nothing of what is asked; the message says so."""


class Asked(NamedTuple):
    """What is asked of a document.

    Attributes:
        document: which one.
        pilote: whose, under any of their spellings, where it is a pilot's.
        today: the day of the document.
        since: the day to compare with; by default, that of the committee before.
        coordonnees: whether it may name the persons who answer for the plan, and say how to reach them.
    """

    document: Document
    pilote: str | None
    today: date
    since: date | None
    coordonnees: bool = False


class Document(NamedTuple):
    """A document.

    Attributes:
        kind: its name, which is that of its folder.
        rank: its place among the others; the first is meant where none is named.
        title: what it is, in French.
        told: the same, after its name, as the help of `--kind` says it.
        name: what its view is called in templates and in JSON.
        view: the class of its view, with its module.
        page: its view in words.
        facts: its view, of a plan; `None` where it is about several.
        pilote: whether it is one pilot's, who has to be named.
        compared: whether it tells what has moved since a day.
        uncompared: why there is no such day, where it tells nothing of the kind.
    """

    kind: str
    rank: int
    title: str
    told: str
    name: str
    view: str
    page: Callable[[Any, date], Page]
    facts: Callable[[Plan, Asked], Any] | None = None
    pilote: bool = False
    compared: bool = True
    uncompared: str = ""

    @property
    def several(self) -> bool:
        """Whether it is about several plans at once."""
        return self.facts is None

    @property
    def view_class(self) -> type:
        """The class of its view."""
        module, _, name = self.view.rpartition(".")
        found: type = getattr(import_module(module), name)
        return found


@cache
def documents() -> Mapping[str, Document]:
    """Every document, by its kind, in order."""
    folders = sorted(path.parent.name for path in Path(__file__).parent.glob("*/document.py"))
    every: list[Document] = [import_module(f"{__package__}.{name}.document").DOCUMENT for name in folders]
    return {one.kind: one for one in sorted(every, key=lambda one: one.rank)}


def usual(*, several: bool) -> Document:
    """The document that is meant of one plan, or of several, where none is named."""
    return next(one for one in documents().values() if one.several == several)
