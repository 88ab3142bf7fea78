"""Which sections a page has, in which order, under which titles: what a user chooses for every format."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from ctgkit.page.blocks import Page, Section
from ctgkit.page.writing import paragraph


class Arrangement(NamedTuple):
    """What somebody chose of a document.

    Attributes:
        sections: the names of its sections, in order; `None` for those that the document has.
        titles: what some of them are called instead.
        texts: what some of them say first.
    """

    sections: tuple[str, ...] | None = None
    titles: Mapping[str, str] = {}
    texts: Mapping[str, str] = {}


def arranged(page: Page, asked: Arrangement, own: Collection[str] = ()) -> Page:
    """A page with the sections that are asked for.

    Args:
        page: the page.
        asked: what is asked for. A section that the page does not have is left out, unless it has a text.
        own: the names of sections that a template says by itself: they are there without any block.
    """
    sections = page.sections if asked.sections is None else _sorted(page, asked, own)
    return page._replace(sections=tuple(_worded(sections, asked)))


def _sorted(page: Page, asked: Arrangement, own: Collection[str]) -> Iterator[Section]:
    parts = dict(_parts(page.sections))
    for name in asked.sections or ():
        if name in parts:
            yield from parts[name]
        elif name in own or name in asked.texts:
            yield Section(name, "", ())


def _parts(sections: Iterable[Section]) -> Iterator[tuple[str, tuple[Section, ...]]]:
    """The parts of a page, by name: those of one name follow each other, sections below go with theirs."""
    name = ""

    def named(section: Section) -> str:
        nonlocal name
        name = section.name if section.level == 0 else name
        return name

    for one, those in groupby(sections, named):
        yield one, tuple(those)


def _worded(sections: Iterable[Section], asked: Arrangement) -> Iterator[Section]:
    """The sections with the titles and the first words that are asked for."""
    told = set[str]()
    for section in sections:
        name = section.name
        title = asked.titles.get(name, section.title)
        if name in told or name not in asked.texts:
            yield section._replace(title=title)
            continue
        told.add(name)
        yield section._replace(title=title, blocks=(paragraph(asked.texts[name]), *section.blocks))
