"""The shades of charts: told apart in colour, in the dark, in print and in grey."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

#: What is drawn over a shade, for those that grey would confuse.
Pattern: TypeAlias = Literal["hachures", "points", "croix"]


class Shade(NamedTuple):
    """A shade: colours as `#rrggbb`; `None` is the paper's.

    Attributes:
        name: what style sheets call it.
        screen: on a light screen.
        dark: on a dark one.
        paper: in print.
        pattern: what is drawn over it.
    """

    name: str
    screen: str | None
    dark: str | None
    paper: str | None
    pattern: Pattern | None = None


FAITE = Shade("faite", "#0b4f55", "#a5e6e2", "#084a50")
ENCOURS = Shade("encours", "#4f9a9d", "#4c9c9e", "#6aa9ab")
AVENIR = Shade("avenir", "#cfe3e2", "#29484a", "#dcebea")
PAUSE = Shade("pause", "#e9d9a6", "#6b5d2c", "#eee3bd", "hachures")
BLOQUEE = Shade("bloquee", "#8a2b1d", "#f0a08f", "#8a2b1d", "points")
ABANDON = Shade("abandon", None, None, None, "croix")
VIDE = Shade("vide", None, None, None)

#: All of them, in the order of a legend: from what is done to what nobody knows anything of.
SHADES = (FAITE, ENCOURS, AVENIR, PAUSE, BLOQUEE, ABANDON, VIDE)
