"""What a page says, without any writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctgkit.page.blocks import Block, Page, Runs, Section, Table
from ctgkit.page.lines import lines
from ctgkit.page.writing import text_of


def plain(text: str) -> str:
    """A text as a keyboard types it."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2019", "'")


def linked(line: Runs) -> str:
    """The words of a line, its links as `[1.1](#fiche-1-1)`."""
    return plain("".join(f"[{run.text}](#{run.to})" if run.to else run.text for run in line))


def section(page: Page, name: str) -> Section:
    """A section of a page."""
    (found,) = (one for one in page.sections if one.name == name)
    return found


def said(page: Page, name: str) -> list[str]:
    """What a section says, line by line."""
    return [plain(text_of(line)) for line in lines(section(page, name).blocks) if line]


def titles(page: Page) -> list[str]:
    """The titles of the sections."""
    return [one.title for one in page.sections]


def tables(page: Page, name: str) -> Iterator[list[list[str]]]:
    """The tables of a section, cell by cell, their heads first."""
    for block in section(page, name).blocks:
        if isinstance(block, Table):
            rows = [[column.title for column in block.columns]]
            rows += [[cell(one.runs, one.below) for one in row.cells] for row in block.rows]
            yield rows


def cell(line: Runs, below: Iterable[Block] = ()) -> str:
    """What a cell says."""
    return " / ".join(plain(text_of(one)) for one in (line, *lines(below)) if one)
