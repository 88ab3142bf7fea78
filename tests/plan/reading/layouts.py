"""A plan's data typed in one of the many ways in which somebody, or a program, may type it."""

from __future__ import annotations

import json
import random
from typing import Any, NamedTuple

Data = dict[str, Any]
#: What a fiche may end with besides its journal.
TEXTS = (
    "Un texte simple",
    "Un texte : avec deux-points",
    "Un texte # avec un dièse",
    "[entre crochets]",
    "Première ligne\nseconde ligne",
    "Un alinéa\n\n# ce n'est pas un commentaire\n- ni un point",
    "L'école « du haut »",
)
#: The keys of these data that hold points.
POINTS = frozenset({"constats", "publics"})


class Typed(NamedTuple):
    """A file, and which of its lists and elements stand between brackets."""

    data: bytes
    bracketed: frozenset[tuple[str | int, ...]]  #: their paths


def typed(plan: Data, chance: random.Random) -> Typed:
    """The bytes of a file that holds `plan`, in a layout drawn by `chance`."""
    writer = _Writer(chance)
    lines = writer.block(plan, 0, ())
    if chance.random() < 0.2:
        lines = ["# Un plan inventé", "", *lines]
    if chance.random() < 0.2:
        lines += [chance.choice(["", "# fin", "    # fin", "..."])]
    text = chance.choice(["\n", "\n", "\r\n", "\r"]).join(lines)
    if chance.random() < 0.7:
        text += chance.choice([writer.line_end(text), writer.line_end(text) * 2])
    return Typed((("\ufeff" if chance.random() < 0.2 else "") + text).encode(), frozenset(writer.bracketed))


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.step = chance.choice([2, 2, 4, 3])
        self.set_in = chance.choice([0, 2, 4])
        self.offset = chance.choice([2, 2, 4])
        self.quotes = chance.choice(["", "", "", '"', "'"])
        self.flowing = chance.choice([0.0, 0.0, 0.1, 0.3])
        self.noise = chance.choice([0.0, 0.1, 0.4])
        self.bracketed: set[tuple[str | int, ...]] = set()

    def line_end(self, text: str) -> str:
        return "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"

    def key(self, name: str) -> str:
        return f"{self.quotes}{name}{self.quotes}"

    def between(self, column: int) -> list[str]:
        """Empty lines and comments."""
        lines = []
        while self.chance.random() < self.noise:
            deep = self.chance.choice([column, max(column - 2, 0), column + 1, 0])
            lines.append(self.chance.choice(["", "   ", " " * deep + "# une remarque : [", " " * deep + "#"]))
        return lines

    def tail(self) -> str:
        return (
            self.chance.choice(["  # dit en COPIL", " #", "   "]) if self.chance.random() < self.noise else ""
        )

    def block(self, data: Data, column: int, path: tuple[str | int, ...]) -> list[str]:
        """The lines of a mapping, its keys at `column`."""
        lines: list[str] = []
        for name, value in data.items():
            lines += self.between(column) if lines else []
            start = f"{' ' * column}{self.key(name)}:"
            below = (*path, name)
            if value is None:
                lines.append(start + self.tail())
            elif isinstance(value, str):
                lines += self.text(start, value, column, single=name not in POINTS)
            elif self.chance.random() < self.flowing or value == []:
                lines += self.brackets(f"{start} ", value, column, below)
            elif isinstance(value, dict):
                inner = column + self.step
                lines += [start + self.tail(), *self.between(inner), *self.block(value, inner, below)]
            else:
                lines += [start + self.tail(), *self.items(value, column + self.set_in, below)]
        return lines

    def items(self, data: list[Any], column: int, path: tuple[str | int, ...]) -> list[str]:
        """The lines of a list, its dashes at `column`."""
        lines = []
        for rank, value in enumerate(data):
            lines += self.between(column)
            dash = " " * column + "-" + " " * (self.offset - 1)
            if isinstance(value, str):
                lines += self.text(dash[:-1], value, column, single=False)
            elif self.chance.random() < self.flowing:
                lines += self.brackets(dash, value, column, (*path, rank))
            elif self.chance.random() < 0.1:
                inner = column + self.offset
                lines += [dash.rstrip() + self.tail(), *self.block(value, inner, (*path, rank))]
            else:
                first, *others = self.block(value, column + self.offset, (*path, rank))
                lines += [dash + first.lstrip(" "), *others]
        return lines

    def text(self, start: str, value: str, column: int, *, single: bool) -> list[str]:
        """A text after its key or its dash, in one of the styles that can hold it.

        The lines of a block are several points where it is not `single`.
        """
        several = "\n" in value
        simple = not any(sign in value for sign in ("\n", ": ", " #", "[", "'"))
        styles = ["double", *([] if several else ["single"]), *(["plain"] if simple else [])]
        styles += ["block", "kept"] if several and single else []
        style = self.chance.choice(styles)
        inner = " " * (column + self.step)
        if style == "plain":
            return [f"{start} {value}{self.tail()}"]
        if style == "double":
            return [f"{start} {json.dumps(value, ensure_ascii=False)}{self.tail()}"]
        if style == "single":
            quoted = value.replace("'", "''")
            return [f"{start} '{quoted}'{self.tail()}"]
        sign = "|-" if style == "block" else "|+"
        lines = [inner + line if line else "" for line in value.split("\n")]
        return [f"{start} {sign}", *lines, *([""] if style == "kept" else [])]

    def brackets(self, start: str, value: Any, column: int, path: tuple[str | int, ...]) -> list[str]:
        """A list or a mapping between brackets, on one line or on several."""
        self.record(value, path)
        opening, closing = "[]" if isinstance(value, list) else "{}"
        pieces = self.pieces(value)
        style = self.chance.choice(["one", "several", "first", "leading"]) if pieces else "one"
        if style == "one":
            return [f"{start}{opening}{', '.join(pieces)}{closing}{self.tail()}"]
        inner = " " * (column + self.step)
        last = self.chance.choice(["", ","])
        if style == "first":  # the first on the line of the bracket, the bracket after the last
            head, *others = [*(f"{piece}," for piece in pieces[:-1]), pieces[-1]]
            lines = [f"{start}{opening}{head}", *(inner + piece for piece in others)]
            return [*lines[:-1], f"{lines[-1]}{last}{closing}"]
        if style == "leading":
            head, *others = pieces
            return [
                f"{start}{opening}",
                f"{inner}  {head}",
                *(f"{inner}, {x}" for x in others),
                inner + closing,
            ]
        lines = [f"{inner}{piece},{self.tail()}" for piece in pieces[:-1]] + [f"{inner}{pieces[-1]}{last}"]
        return [f"{start}{opening}{self.tail()}", *lines, inner + closing]

    def record(self, value: Any, path: tuple[str | int, ...]) -> None:
        if isinstance(value, (list, dict)):
            self.bracketed.add(path)
            for name, below in value.items() if isinstance(value, dict) else enumerate(value):
                self.record(below, (*path, name))

    def pieces(self, value: Any) -> list[str]:
        if isinstance(value, list):
            return [self.inside(item) for item in value]
        return [f"{self.key(name)}: {self.inside(item)}".rstrip(" ") for name, item in value.items()]

    def inside(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return json.dumps(value, ensure_ascii=False)
        opening, closing = "[]" if isinstance(value, list) else "{}"
        return f"{opening}{', '.join(self.pieces(value))}{closing}"
