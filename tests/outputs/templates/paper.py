"""A printed plan read back: what stands on each page, and where."""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import pairwise
from typing import Any, NamedTuple

from pypdf import PdfReader

#: The margins of the page, in points: 18 mm above, 16 mm below.
_TOP, _BOTTOM = 18 / 25.4 * 72, 16 / 25.4 * 72
_NOT_LETTERS = re.compile(r"[\s\-‐‑–—•\u00ad]+")


def squash(text: str) -> str:
    """`text` without what a line break or typography may change: spaces, hyphens, marks of lists."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).replace("\u2019", "'"))


class Line(NamedTuple):
    """A run of text and the height of its base line above the foot of the page."""

    y: float
    text: str


class Sheet(NamedTuple):
    """One page: its size in points, what stands in its margins, and the rest in the order it was drawn."""

    width: float
    height: float
    above: str
    below: str
    lines: tuple[Line, ...]

    def text(self) -> str:
        """All the text between the margins, squashed."""
        return squash("".join(line.text for line in self.lines))

    def around(self, label: str) -> tuple[str, str]:
        """The text above the line that starts with `label`, and the text from that line on, squashed."""
        (height,) = (line.y for line in self.lines if squash(line.text) == squash(label))
        above = "".join(line.text for line in self.lines if line.y > height)
        below = "".join(line.text for line in self.lines if line.y <= height)
        return squash(above), squash(below)


class Paper:
    """All the pages of a PDF."""

    def __init__(self, pdf: bytes) -> None:
        reader = PdfReader(io.BytesIO(pdf))
        self.sheets: list[Sheet] = [_sheet(page) for page in reader.pages]
        self._texts = [sheet.text() for sheet in self.sheets]
        #: The page of each anchor, from 0.
        self.pages = {
            name.removeprefix("/"): reader.get_destination_page_number(destination)
            for name, destination in reader.named_destinations.items()
        }

    def sheet(self, anchor: str) -> Sheet:
        """The page that an anchor is on."""
        page = self.pages[anchor]
        assert page is not None
        return self.sheets[page]

    def holds(self, text: str) -> bool:
        """Whether `text` is on a page, or begins on one and ends on the next."""
        wanted = squash(text)
        return any(wanted in text for text in self._texts) or any(
            any(wanted[:cut] in text and wanted[cut:] in following for cut in range(1, len(wanted)))
            for text, following in pairwise(self._texts)
        )


def _sheet(page: Any) -> Sheet:
    drawn: list[Line] = []

    def visit(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if text.strip():
            drawn.append(Line(inner[5] * outer[3] + outer[5], text))

    page.extract_text(visitor_text=visit)
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    above = squash("".join(line.text for line in drawn if line.y > height - _TOP))
    below = squash("".join(line.text for line in drawn if line.y < _BOTTOM))
    body = tuple(line for line in drawn if _BOTTOM <= line.y <= height - _TOP)
    return Sheet(width, height, above, below, body)
