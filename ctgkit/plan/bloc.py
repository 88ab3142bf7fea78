"""A block text (`|`, `>`), and the points that its lines are where points belong.

With bullets, each bulleted line is a point and lines without one go on with it; deeper ones, and those under
a line that ends with a colon, are its sub-points. Without, blank lines part the points, else each line is
one; of a folded text, each paragraph. Where one text belongs, a block keeps its lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self, TypeAlias

from ctgkit.french.bullets import Bullet, bullets, counting


@dataclass
class Ligne:
    """A point of a block: its words, and the points below it."""

    texte: str
    dessous: list[Ligne] = field(default_factory=list)


class Bloc(str):
    """The text that YAML makes of a block, with the lines it was written in."""

    __slots__ = ("lignes", "replie")

    lignes: tuple[str, ...]  #: as typed, without the indentation that all have
    replie: bool  #: whether it is folded: `>`

    def __new__(cls, texte: str, lignes: Sequence[str], *, replie: bool) -> Self:
        """Keeps the lines beside the text."""
        made = super().__new__(cls, texte)
        made.lignes = tuple(lignes)
        made.replie = replie
        return made

    @property
    def a_puces(self) -> bool:
        """Whether its first line is the first of a list."""
        signs = bullets(self.lignes)
        return next(
            (sign is not None for sign, line in zip(signs, self.lignes, strict=True) if line.strip()), False
        )

    def points(self) -> list[Ligne]:
        """The points that its lines are."""
        signs = bullets(self.lignes)
        if any(signs):
            return _tree(_grouped(self.lignes, signs))
        if self.replie:
            return [Ligne(" ".join(text.split("\n"))) for text in _paragraphs(self.split("\n"), each=True)]
        lines = "\n".join(self.lignes).strip().split("\n")
        if all(line.strip() for line in lines):
            return _tree([_Part(_indent(line), "", line.strip()) for line in lines], only_below_colons=True)
        return [Ligne(text) for text in _paragraphs(lines, each=False)]


_Signs: TypeAlias = Sequence[Bullet | None]


@dataclass
class _Part:
    """The words of one point, in the order of the lines."""

    indent: int
    kind: str  #: of its bullet; nothing where it has none
    text: str
    below: str | None = None  #: the kind of the points that its colon announces, once there is one

    @property
    def announces(self) -> bool:
        """Whether it ends with a colon."""
        return self.text.endswith(":")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _paragraphs(lines: Sequence[str], *, each: bool) -> Iterator[str]:
    """The texts between blank lines; or `each` line, where folding has joined them already."""
    words: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            words.append(line.strip())
        if words and (each or not line.strip()):
            yield " ".join(words)
            words = []


def _grouped(lines: Sequence[str], signs: _Signs) -> list[_Part]:
    """The points of a list with bullets, one after the other."""
    kept = counting(signs)
    parts: list[_Part] = []
    parted = True
    for number, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        words = line[sign.text if sign and sign.kind not in kept else 0 :].strip()
        indent = sign.indent if sign else _indent(line)
        new = sign or parted or parts[-1].announces or _is_heading(lines, signs, number, parts[-1].indent)
        if not words:
            parted = not line.strip() or parted
            continue
        if new and not (
            parts and not sign and parted and indent > parts[-1].indent and not parts[-1].announces
        ):
            parts.append(_Part(indent, sign.kind if sign else "", words))
        else:
            parts[-1].text += f" {words}"
        parted = False
    return parts


def _is_heading(lines: Sequence[str], signs: _Signs, number: int, indent: int) -> bool:
    """Whether the line, which has no bullet, starts what announces the list below it."""
    line = lines[number]
    if _indent(line) > indent or not line.strip()[:1].isupper():
        return False
    for after in range(number, len(lines)):
        if signs[after] is not None or not lines[after].strip():
            return False
        if lines[after].rstrip().endswith(":"):
            return after + 1 < len(lines) and signs[after + 1] is not None
    return False


def _tree(parts: Sequence[_Part], *, only_below_colons: bool = False) -> list[Ligne]:
    """The points, with those that are deeper or announced below the one above them."""
    top = Ligne("")
    opened: list[tuple[_Part, Ligne]] = []
    for part in parts:
        while opened and not _goes_below(part, opened[-1][0], only_below_colons=only_below_colons):
            opened.pop()
        above = opened[-1][1] if opened else top
        if opened and opened[-1][0].below is None:
            opened[-1][0].below = part.kind
        made = Ligne(part.text)
        above.dessous.append(made)
        opened.append((part, made))
    return top.dessous


def _goes_below(part: _Part, above: _Part, *, only_below_colons: bool) -> bool:
    if part.indent != above.indent:
        return part.indent > above.indent and (above.announces or not only_below_colons)
    if not above.announces or not part.kind:
        return False
    if above.below is None:
        return part.kind != above.kind or not part.announces
    return part.kind == above.below and (part.kind != above.kind or not part.announces)
