"""`ctg diff` in the terminal: sentences, and under them the words that go and come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.agreement import count
from ctgkit.french.visible import one_line, width
from ctgkit.reports.diff import Line

if TYPE_CHECKING:
    from ctgkit.outputs.terminal import Paint
    from ctgkit.reports.diff import Group, Told, View
    from ctgkit.versions import Run

_INDENT = "  "
_MORE = "      "
_TOKEN = re.compile(r"[^ ]+ *| +")
_COLORS = {"+": "added", "-": "removed"}


class Screen:
    """Lays a comparison out; no line is longer than `columns`."""

    def __init__(self, paint: Paint, columns: int) -> None:
        self.paint = paint
        self.columns = max(columns, 20)

    def lines(self, view: View, *, stat: bool) -> Iterator[str]:
        """The whole of it; only the numbers, fiche by fiche, if `stat`."""
        yield from self.head(view)
        for part in view.parts:
            if not part.number:
                continue
            yield ""
            title = f"{part.name}\u00a0: {count(part.number, 'changement')} ({part.remark})"
            yield from self.text(title, kind="strong")
            if stat:
                yield from self.stat(part.groups)
            else:
                for group in part.groups:
                    yield ""
                    yield from self.group(group)
        yield ""
        yield from self.text(view.summary)
        if view.apart:
            yield from self.text(f"À part, {view.apart}")

    def head(self, view: View) -> Iterator[str]:
        """Which plans are compared."""
        yield from self.text("Ce qui change entre deux versions")
        for sign, version in (("-", view.old), ("+", view.new)):
            told = f"{version.name}\u00a0: {version.titre}, {count(version.fiches, 'fiche', none='aucune')}"
            yield from self.text(told, first=f"{sign} ", rest="  ")
        if view.only:
            yield from self.text(f"Seulement\u00a0: {view.only}")

    def stat(self, groups: tuple[Group, ...]) -> Iterator[str]:
        """A line for each fiche, with how many changes it has of each sign."""
        for group in groups:
            counts = " ".join(
                f"{self.colored(kind.facts.sign)}{number}" for kind, number in group.counts if number
            )
            yield from self.text(group.heading, first=_INDENT, rest=_INDENT * 2)
            yield f"{_INDENT * 2}{counts}"

    def group(self, group: Group) -> Iterator[str]:
        """A fiche and its changes."""
        yield from self.text(group.heading, kind="link")
        for told in group.changes:
            yield from self.change(told)

    def change(self, told: Told) -> Iterator[str]:
        """A change: its sentence, its lines in the files, its words."""
        where = f" ({told.place})" if told.place else ""
        chunks = [(told.sentence, None), (where, "dim")]
        first = f"{_INDENT}{told.mark} "
        painted = f"{_INDENT}{self.colored(told.mark)} "
        yield from self.chunks(chunks, first, _INDENT * 2, painted)
        for line in told.lines:
            yield from self.line(line)

    def line(self, line: Line) -> Iterator[str]:
        """Words that go and come."""
        label = [(f"{line.label}\u00a0: ", "dim")] if line.label else []
        yield from self.chunks([*label, *map(_signed, line.runs)], _MORE, _MORE + _INDENT)

    def colored(self, mark: str) -> str:
        """A sign in its colour, which says nothing that the sentence does not."""
        return self.paint(_COLORS[mark], mark) if mark in _COLORS else mark

    def text(self, text: str, *, kind: str | None = None, first: str = "", rest: str = "") -> Iterator[str]:
        """A text, wrapped."""
        yield from self.chunks([(text, kind)], first, rest)

    def chunks(
        self, chunks: list[tuple[str, str | None]], first: str, rest: str, painted: str | None = None
    ) -> Iterator[str]:
        """Texts in their colours, one after the other, wrapped.

        Args:
            chunks: the texts, each with its colour.
            first: what the first line starts with.
            rest: what the others start with.
            painted: `first` in its colours.
        """
        whole = "".join(one_line(text) for text, _ in chunks)
        kinds = [kind for text, kind in chunks for _ in one_line(text)]
        start = first if painted is None else painted
        for begin, end in _wrapped(whole, self.columns - max(len(first), len(rest))):
            text = whole[begin:end].rstrip()
            yield start + self._painted(text, kinds[begin : begin + len(text)])
            start = rest

    def _painted(self, text: str, kinds: list[str | None]) -> str:
        found, begin = [], 0
        for rank in range(1, len(text) + 1):
            if rank == len(text) or kinds[rank] != kinds[begin]:
                piece, kind = text[begin:rank], kinds[begin]
                found.append(self.paint(kind, piece) if kind else piece)
                begin = rank
        return "".join(found)


def _signed(run: Run) -> tuple[str, str | None]:
    """The words of a run between their signs, and their colour."""
    return Line(None, (run,)).signed, None if run.op == "equal" else run.op


def _wrapped(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a text start and end; a word longer than a line is cut."""
    begin = end = 0
    used = 0
    for token in _TOKEN.finditer(text):
        for start, stop in _pieces(text, token.start(), token.end(), columns):
            size = width(text[start:stop].rstrip())
            if used and used + size > columns:
                yield begin, end
                begin, used = start, 0
            end = stop
            used += width(text[start:stop])
    yield begin, end


def _pieces(text: str, start: int, stop: int, columns: int) -> Iterator[tuple[int, int]]:
    """A word, or the pieces of one that is longer than a line."""
    while width(text[start:stop].rstrip()) > columns:
        cut = start + 1
        while width(text[start : cut + 1]) <= columns:
            cut += 1
        yield start, cut
        start = cut
    yield start, stop
